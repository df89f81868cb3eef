"""The other cameras that a person standing under one can see with it."""

from dataclasses import dataclass
from datetime import date

from mapper.cameras.models import Camera
from mapper.cameras.rules import state_on
from mapper.geometry import box_around, metres_between
from mapper.pages.camera.words import title_of
from mapper.settings import limits
from mapper.vocabulary import Kind, State


@dataclass(frozen=True, slots=True)
class Neighbour:
    """Another camera close by."""

    camera: Camera
    metres: float
    title: str
    state: State


def neighbours_of(camera: Camera, today: date) -> list[Neighbour]:
    """The public cameras within `limits.NEIGHBOUR_M`, the nearest first; one query."""
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
