"""What of a place is listed one by one: its longest gaps, and the cameras that alone see most."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.urls import reverse

from mapper.cameras.models import Camera
from mapper.coverage.gaps import Gap, gaps_of
from mapper.coverage.unique import cameras_by_unique_metres
from mapper.pages.camera.words import title_of
from mapper.pages.camera_list.streets import street_names
from mapper.pages.places.amounts import metres_words
from mapper.places.models import Place
from mapper.settings import limits
from mapper.vocabulary import Kind


@dataclass(frozen=True, slots=True)
class GapRow:
    """A stretch of street that no known camera is likely to see."""

    name: str
    length: str
    looked: bool
    map_address: str


@dataclass(frozen=True, slots=True)
class AloneRow:
    """A camera, what it alone sees, and all it sees."""

    pk: int
    title: str
    alone: str
    seen: str


def gap_rows(place: Place) -> list[GapRow]:
    """The longest gaps; three queries."""
    return [_gap_row(gap) for gap in gaps_of(place, limits.PLACE_LIST_ROWS)]


def alone_rows(place: Place) -> list[AloneRow]:
    """The cameras that alone see most, none that alone sees nothing; four queries at most."""
    metres = cameras_by_unique_metres(place, limits.PLACE_LIST_ROWS)
    alone = [found for found in metres if found.unique_m >= 1]
    titles = _titles([found.camera for found in alone])
    return [
        AloneRow(
            found.camera,
            titles[found.camera],
            metres_words(found.unique_m),
            metres_words(found.seen_m),
        )
        for found in alone
        if found.camera in titles
    ]


def _gap_row(gap: Gap) -> GapRow:
    lon, lat = gap.middle
    address = f"{reverse('map')}#17/{lat:.5f}/{lon:.5f}"
    return GapRow(gap.name, metres_words(gap.metres), gap.looked, address)


def _titles(numbers: Sequence[int]) -> dict[int, str]:
    """What each camera is called: its kind, and the street it is on."""
    cameras = list(Camera.objects.public().filter(pk__in=numbers).only("kind", "location"))
    streets = street_names([(camera.location.x, camera.location.y) for camera in cameras])
    return {
        camera.pk: ", ".join(filter(None, (title_of(Kind(camera.kind)), street)))
        for camera, street in zip(cameras, streets, strict=True)
    }
