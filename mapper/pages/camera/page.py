"""One camera on one page, within thirteen queries whatever surrounds it."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from uuid import uuid4

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from mapper.cameras.models import Camera, SourceKind, SourceRecord
from mapper.cameras.rules import state_on
from mapper.pages.camera.aspects import aspects_of
from mapper.pages.camera.history import history_of
from mapper.pages.camera.neighbours import neighbours_of
from mapper.pages.camera.notes import notes_about
from mapper.pages.camera.seen import seen_by
from mapper.pages.camera.small_map import small_map
from mapper.pages.camera.within import places_holding
from mapper.pages.camera.words import state_sentence, title_of
from mapper.settings import limits
from mapper.sightings.models import Sighting
from mapper.sightings.rules.receipts import sighting_id_in
from mapper.sightings.rules.tally import tally_of, who_words
from mapper.vocabulary import Kind, State

_PAGE_NUMBER = re.compile("[0-9]{1,6}")


@dataclass(frozen=True, slots=True)
class Record:
    """One source's own words, with a link to its object where the source has pages of its own."""

    record: SourceRecord
    address: str
    tags: list[tuple[str, str]]


@never_cache
@require_safe
def camera(request: HttpRequest, pk: int) -> HttpResponse:
    """The page; a camera at a private home is as unknown here as one that does not exist."""
    return show_camera(request, public_camera(pk))


def public_camera(pk: int) -> Camera:
    """The camera of a number; raises `Http404` for any that nobody may see by itself."""
    return get_object_or_404(Camera.objects.public().select_related("operator"), pk=pk)


def show_camera(
    request: HttpRequest, found: Camera, *, problem: str = "", status: int = 200
) -> HttpResponse:
    """The page of a camera at hand, with what was wrong with a tap on it, if anything was."""
    today = timezone.now().date()
    state = state_on(State(found.state), found.last_seen_on, today)
    seen = seen_by(found, today)
    records = list(found.records.select_related("source").order_by("pk"))
    standing = found.sightings.filter(withdrawn_on__isnull=True)
    told = standing.select_related("contributor").prefetch_related("claims")
    sightings = list(told.order_by("observed_on", "pk"))
    context = {
        "camera": found,
        "title": title_of(Kind(found.kind)),
        "kind_icon": f"kind-{found.kind}",
        "places": places_holding(found),
        "state": state,
        "who_says": who_words(tally_of(sightings, records), found.last_seen_on),
        "state_sentence": state_sentence(state, found.voices),
        "aspects": aspects_of(found, sightings, records),
        "records": [_record(record) for record in records],
        "notes": list(notes_about(found)),
        "neighbours": neighbours_of(found, today),
        "neighbour_m": round(limits.NEIGHBOUR_M),
        "history": history_of(found, records, _page_asked_for(request)),
        "seen": seen,
        "small_map": small_map(found, seen.paths if seen else None),
        "receipt": _receipt_shown(request, sightings),
        "problem": problem,
        "token": uuid4(),
    }
    return render(request, "camera/camera.html", context, status=status)


def _receipt_shown(request: HttpRequest, sightings: Iterable[Sighting]) -> str:
    """The receipt of whoever spoke just now of this camera; empty where it is of nothing here."""
    receipt = request.GET.get("said", "")
    said = sighting_id_in(receipt)
    return receipt if any(sighting.pk == said for sighting in sightings) else ""


def _page_asked_for(request: HttpRequest) -> int:
    """Which page of the history; the first, unless a sensible number is asked for."""
    asked = request.GET.get("history", "")
    return max(1, int(asked)) if _PAGE_NUMBER.fullmatch(asked) else 1


def _record(record: SourceRecord) -> Record:
    address = ""
    if record.source.kind == SourceKind.OSM:
        address = f"https://www.openstreetmap.org/{record.external_id}"
    return Record(record, address, sorted(record.tags.items()))
