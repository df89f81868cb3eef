"""What can be looked along from where somebody stands: streets by name, and the circle around."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from mapper.cameras.models import Camera
from mapper.geometry import box_around
from mapper.pages.here import Here
from mapper.settings import limits
from mapper.surveys.rules import circle_around
from mapper.surveys.search import inside, last_looks, stretches_near


@dataclass(frozen=True, slots=True)
class Choice:
    """One thing to look along: its street (empty: all around), how long, what is known there."""

    street: str
    length_m: float
    cameras: int
    looked_on: date | None


def choices_at(here: Here) -> list[Choice]:
    """The circle around, then the streets, nearest first; three queries."""
    reach = limits.SURVEY_STREET_REACH_M + limits.ON_STREET_M
    box = box_around(here.lon, here.lat, reach)
    cameras = list(Camera.objects.public().in_box(box)[: limits.MATCH_COMPARED_MAX])
    looked = last_looks(box)
    return list(_choices(here, cameras, looked))


def _choices(here: Here, cameras: list[Camera], looked: dict[str, date]) -> Iterator[Choice]:
    circle = circle_around(here.lon, here.lat)
    if circle is not None:
        yield Choice("", limits.SURVEY_CIRCLE_M, len(inside(circle, cameras)), None)
    for stretch in stretches_near(here.lon, here.lat, limits.SURVEY_STREET_NEAR_M):
        count = len(inside(stretch.area, cameras))
        yield Choice(stretch.name, stretch.length_m, count, looked.get(stretch.name))
