"""The page `/places/<slug>/streets/` and its spreadsheet: a place street by street."""

import csv
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.views.decorators.http import require_safe

from mapper.coverage.figures import WayFigures
from mapper.coverage.streets import StreetFigures, streets_of
from mapper.pages.places.amounts import metres_words, share_words
from mapper.pages.places.bars import Share
from mapper.pages.places.rows import as_counted, fetched_figures
from mapper.pages.places.spreadsheets import safe_cell
from mapper.pages.places.table import Entry, entries_of_ways
from mapper.pages.places.ways import Ways, ways_in
from mapper.places.models import Place
from mapper.settings import limits
from mapper.vocabulary import Detail, Measure

UNNAMED = "Ways without a name"


@dataclass(frozen=True, slots=True)
class StreetRow:
    """One street of the table."""

    name: str
    ways: WayFigures

    @property
    def length(self) -> str:
        """How long it is within the place."""
        return metres_words(self.ways.length_m)

    @property
    def in_view(self) -> Share:
        """What at least one camera could observe."""
        return Share(self.ways.metres(Measure.AT_LEAST_ONE), self.ways.length_m)

    @property
    def faces(self) -> Share:
        """Where at least one camera could make a face recognisable."""
        return Share(self.ways.metres(Measure.AT_LEAST_ONE, Detail.RECOGNISE), self.ways.length_m)

    @property
    def looked(self) -> str:
        """Along how much of it somebody looked."""
        return share_words(self.ways.looked_share or 0.0)


Key = Callable[[StreetRow], Any]
ORDERS: dict[str, tuple[str, Key]] = {
    "share": ("Share in view", lambda row: -row.in_view.central),
    "length": ("Length", lambda row: -row.ways.length_m),
    "name": ("Name", lambda row: as_counted(row.name)),
}
"""The orders of the table by their name in an address; those alike stand by name."""


@require_safe
def place_streets(request: HttpRequest, slug: str) -> HttpResponse:
    """The table; the number of queries does not depend on that of streets."""
    place, ways = _place_of(slug), ways_in(request.GET)
    order = request.GET.get("sort", "share")
    order = order if order in ORDERS else "share"
    rows = _rows(place, ways, order) if has_list(place) else []
    context = {
        "place": place,
        "ways": ways,
        "has_list": has_list(place),
        "rows": rows[: limits.PLACES_ROWS],
        "more": max(0, len(rows) - limits.PLACES_ROWS),
        "orders": [(name, title, name == order) for name, (title, _) in ORDERS.items()],
        "order": order,
    }
    return render(request, "places/streets.html", context)


@require_safe
def place_streets_csv(request: HttpRequest, slug: str) -> HttpResponse:
    """Every figure of every street, a line each."""
    place, ways = _place_of(slug), ways_in(request.GET)
    answer = HttpResponse(content_type="text/csv; charset=utf-8")
    answer["Content-Disposition"] = f'attachment; filename="{place.slug}-streets.csv"'
    figures = fetched_figures(place)
    of = (
        figures.computed_on if figures else None,
        request.build_absolute_uri(reverse("place-streets", args=[place.slug])),
    )
    writer = csv.writer(answer)
    writer.writerow(["place", "street", *Entry._fields, "computed_on", "address"])
    for row in _rows(place, ways, "name") if has_list(place) else []:
        for entry in entries_of_ways(ways, row.ways):
            writer.writerow(safe_cell(cell) for cell in (place.name, row.name, *entry, *of))
    return answer


def has_list(place: Place) -> bool:
    """Whether a place is of today's boundaries, has figures, and is no larger than a town."""
    figures = fetched_figures(place)
    if figures is None or place.ground.retired_on is not None:
        return False
    return figures.every.length_m > 0 and figures.public.length_m <= limits.PLACE_LISTS_MAX_M


def _place_of(slug: str) -> Place:
    places = Place.objects.select_related("ground", "coverage").defer("ground__extent")
    return get_object_or_404(places, slug=slug)


def _rows(place: Place, ways: Ways, order: str) -> list[StreetRow]:
    streets = streets_of(place, every=ways is Ways.ALL)
    rows = sorted(map(_row, streets), key=lambda row: as_counted(row.name))
    return sorted(rows, key=ORDERS[order][1])


def _row(street: StreetFigures) -> StreetRow:
    return StreetRow(street.name or UNNAMED, street.ways)
