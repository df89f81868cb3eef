"""The page `/places/<slug>/what-if/`: a place's figures without some cameras, or with another."""

from dataclasses import dataclass

from django.contrib.gis.db.models.functions import Envelope
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils import timezone
from django.views.decorators.http import require_safe

from mapper.coverage.what_if import ProposedCamera, WhatIf, what_if
from mapper.geometry import Box
from mapper.pages.places.bars import Share
from mapper.pages.places.rows import fetched_figures
from mapper.pages.places.what_if_form import WhatIfForm
from mapper.places.models import Place
from mapper.settings import limits
from mapper.vocabulary import Detail, Kind, Measure

_LINES = (
    ("At least one camera", Detail.OBSERVE, Measure.AT_LEAST_ONE),
    ("At least two", Detail.OBSERVE, Measure.AT_LEAST_TWO),
    ("At least three", Detail.OBSERVE, Measure.AT_LEAST_THREE),
    ("A face could be recognised", Detail.RECOGNISE, Measure.AT_LEAST_ONE),
    ("By the police or a public body", Detail.OBSERVE, Measure.BY_PUBLIC),
    ("By a business or someone else", Detail.OBSERVE, Measure.BY_PRIVATE),
)


@dataclass(frozen=True, slots=True)
class Change:
    """One measure as it is and as it would be."""

    label: str
    before: Share
    after: Share


@require_safe
def place_what_if(request: HttpRequest, slug: str) -> HttpResponse:
    """The form, and under it what it asked for; nothing is stored."""
    places = Place.objects.current().select_related("ground", "coverage")
    place = get_object_or_404(places.annotate(envelope=Envelope("boundary")), slug=slug)
    box = Box(*place.envelope.extent)  # type: ignore[attr-defined]
    form = WhatIfForm(request.GET or None, box=box)
    context = {"place": place, "form": form, "fits": fits(place)}
    if form.is_bound and not form.is_valid():
        return render(request, "places/what_if.html", context, status=422)
    if form.is_bound and form.asks and context["fits"]:
        answer = _answer(place, form)
        context |= {"answer": answer, "changes": changes_in(answer)}
    return render(request, "places/what_if.html", context)


def fits(place: Place) -> bool:
    """Whether a place has figures, and is small enough to be worked out while somebody waits."""
    figures = fetched_figures(place)
    return figures is not None and 0 < figures.public.length_m <= limits.WHAT_IF_MAX_M


def changes_in(answer: WhatIf) -> list[Change]:
    """Every measure before and after."""
    before, after = answer.before.public, answer.after.public
    return [
        Change(
            label,
            Share(before.metres(measure, detail), before.length_m),
            Share(after.metres(measure, detail), after.length_m),
        )
        for label, detail, measure in _LINES
    ]


def _answer(place: Place, form: WhatIfForm) -> WhatIf:
    asked = form.cleaned_data
    proposed = []
    if asked["position"]:
        lat, lon = asked["position"]
        kind = Kind(asked["kind"] or Kind.UNKNOWN)
        proposed.append(ProposedCamera(lon=lon, lat=lat, kind=kind, facings=asked["facing"]))
    return what_if(
        place,
        timezone.now().date(),
        without=asked["camera"],
        without_operator=asked["operator"],
        without_selection=form.selection,
        proposed=proposed,
    )
