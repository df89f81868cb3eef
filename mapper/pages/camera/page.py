"""One camera on one page, within ten queries whatever surrounds it."""

import re
from dataclasses import dataclass
from datetime import date

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils import timezone
from django.views.decorators.http import require_safe

from mapper.cameras.models import Camera, SourceKind, SourceRecord
from mapper.cameras.rules import state_on
from mapper.geometry import box_around, metres_between
from mapper.pages.camera.aspects import aspects_of, voices_about
from mapper.pages.camera.history import history_of
from mapper.pages.camera.small_map import small_map
from mapper.pages.camera.words import state_sentence, title_of
from mapper.settings import limits
from mapper.sightings.rules.tally import belief_words, tally_of
from mapper.vocabulary import Kind, State

_PAGE_NUMBER = re.compile("[0-9]{1,6}")


@dataclass(frozen=True, slots=True)
class Neighbour:
    """Another camera close by."""

    camera: Camera
    metres: float
    title: str
    state: State


@dataclass(frozen=True, slots=True)
class Record:
    """One source's own words, with a link to its object where the source has pages of its own."""

    record: SourceRecord
    address: str
    tags: list[tuple[str, str]]


@require_safe
def camera(request: HttpRequest, pk: int) -> HttpResponse:
    """The page; a camera at a private home is as unknown here as one that does not exist."""
    found = get_object_or_404(Camera.objects.public().select_related("operator"), pk=pk)
    today = timezone.now().date()
    state = state_on(State(found.state), found.last_seen_on, today)
    records = list(found.records.select_related("source").order_by("pk"))
    standing = found.sightings.filter(withdrawn_on__isnull=True)
    sightings = list(standing.prefetch_related("claims").order_by("observed_on", "pk"))
    context = {
        "camera": found,
        "title": title_of(Kind(found.kind)),
        "kind_icon": f"kind-{found.kind}",
        "state": state,
        "belief_words": belief_words(state, tally_of(sightings, records), found.last_seen_on),
        "state_sentence": state_sentence(state, found.voices),
        "aspects": aspects_of(found, voices_about(sightings, records)),
        "records": [_record(record) for record in records],
        "neighbours": _neighbours(found, today),
        "neighbour_m": round(limits.NEIGHBOUR_M),
        "history": history_of(found, _page_asked_for(request)),
        "small_map": small_map(found),
        "thanks": next((word for word in ("logged", "told") if word in request.GET), ""),
    }
    return render(request, "camera/camera.html", context)


def _page_asked_for(request: HttpRequest) -> int:
    """Which page of the history; the first, unless a sensible number is asked for."""
    asked = request.GET.get("history", "")
    return max(1, int(asked)) if _PAGE_NUMBER.fullmatch(asked) else 1


def _record(record: SourceRecord) -> Record:
    address = ""
    if record.source.kind == SourceKind.OSM:
        address = f"https://www.openstreetmap.org/{record.external_id}"
    return Record(record, address, sorted(record.tags.items()))


def _neighbours(camera: Camera, today: date) -> list[Neighbour]:
    lon, lat = camera.location.x, camera.location.y
    box = box_around(lon, lat, limits.NEIGHBOUR_M)
    others = Camera.objects.public().in_box(box).exclude(pk=camera.pk)
    near = [_neighbour(other, lon, lat, today) for other in others[: limits.NEIGHBOURS_MAX]]
    return sorted(
        (other for other in near if other.metres <= limits.NEIGHBOUR_M),
        key=lambda other: (other.metres, other.camera.pk),
    )


def _neighbour(other: Camera, lon: float, lat: float, today: date) -> Neighbour:
    return Neighbour(
        camera=other,
        metres=metres_between(lon, lat, other.location.x, other.location.y),
        title=title_of(Kind(other.kind)),
        state=state_on(State(other.state), other.last_seen_on, today),
    )
