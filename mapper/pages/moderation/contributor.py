"""Everything the same contributor sent, without saying who, and what is done about it."""

from datetime import date, timedelta

from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.dateparse import parse_date
from django.views.decorators.http import require_http_methods

from mapper.contributors.models import Contributor
from mapper.moderation.forms.reasons import ContributorForm
from mapper.moderation.rules.contributors import sightings_since
from mapper.moderation.services.block import block, unblock
from mapper.moderation.services.undo_sightings import undo_sightings
from mapper.pages.moderation.door import Doing, doing, moderators_only
from mapper.settings import limits
from mapper.sightings.models import Sighting

MORE_CAME = "Meanwhile the list has changed. Please read it again."


@moderators_only
@require_http_methods(["GET", "HEAD", "POST"])
def contributor(request: HttpRequest, pk: int) -> HttpResponse:
    """What the contributor of one sighting sent since a day: first listed and counted, then undone.

    One whom nobody can tell apart has no such page: her sightings belong to nobody in particular.
    """
    known = Sighting.objects.filter(contributor__isnull=False).select_related("contributor")
    sighting = get_object_or_404(known, pk=pk)
    her: Contributor | None = sighting.contributor
    assert her is not None  # noqa: S101  (it was asked for)
    since = _since(request.GET or request.POST, sighting)
    sent = sightings_since(her, since)
    form = ContributorForm(request.POST if request.method == "POST" else None)
    if form.is_valid() and _as_shown(form, sent.count()):
        _do(form, her, doing(request, form.cleaned_data["reason"]))
        return redirect("moderation-log")
    context = {
        "sighting": sighting,
        "blocked": her.blocked_on,
        "since": since,
        "count": sent.count(),
        "sightings": sent.filter(camera__home_cell__isnull=True)[: limits.DESK_ROWS],
        "form": form,
    }
    status = 422 if form.errors else 200
    return render(request, "moderation/contributor.html", context, status=status)


def _since(told: QueryDict, sighting: Sighting) -> date:
    """The day asked for; else a week before the sighting was received."""
    try:
        asked = parse_date(str(told.get("since", "")))
    except ValueError:
        asked = None
    return asked or sighting.received_on - timedelta(days=limits.DESK_DAYS)


def _as_shown(form: ContributorForm, count: int) -> bool:
    """Whether just what she saw is undone; what came meanwhile she has not seen."""
    if form.cleaned_data["what"] == "undo" and form.cleaned_data["seen"] != count:
        form.add_error(None, MORE_CAME)
    return not form.errors


def _do(form: ContributorForm, her: Contributor, act: Doing) -> None:
    what = form.cleaned_data["what"]
    if what == "undo":
        undo_sightings(contributor=her, since=form.cleaned_data["since"], **act)
    else:
        decide = block if what == "block" else unblock
        decide(contributor=her, **act)
