"""What a tile of cameras shows, read from the database: the one place to swap for another source.

The rows are plain tuples in degrees; nothing here knows what a tile looks like.
"""

from datetime import date
from typing import NamedTuple

from django.db.models import FloatField, Func

from mapper.cameras.models import Camera
from mapper.geometry import Box
from mapper.vocabulary import Selection


class CameraRow(NamedTuple):
    """One camera, as a symbol needs it."""

    id: int
    lon: float
    lat: float
    kind: str
    state: str
    operator_type: str
    face_recognition: str
    plate_reading: str
    lifecycle: str
    facings: list[dict[str, float | None]]
    last_seen_on: date | None


class CountRow(NamedTuple):
    """One camera, as a count needs it."""

    lon: float
    lat: float
    kind: str
    face_recognition: str


class HomeRow(NamedTuple):
    """How many cameras at private homes one fixed cell holds."""

    cell: int
    cameras: int


_PLACED = {
    "lon": Func("location", function="ST_X", output_field=FloatField()),
    "lat": Func("location", function="ST_Y", output_field=FloatField()),
}


def cameras_in(box: Box, selection: Selection, today: date, at_most: int) -> list[CameraRow] | None:
    """The public cameras in a box by number; None where there are more than `at_most`."""
    found = Camera.objects.public().matching(selection, today).in_box(box).annotate(**_PLACED)
    rows = found.order_by("pk").values_list(*CameraRow._fields)[: at_most + 1]
    cameras = [CameraRow._make(row) for row in rows]
    return cameras if len(cameras) <= at_most else None


def countable_in(box: Box, selection: Selection, today: date) -> list[CountRow]:
    """Every public camera in a box, with only what counting needs."""
    found = Camera.objects.public().matching(selection, today).in_box(box).annotate(**_PLACED)
    return [CountRow._make(row) for row in found.values_list(*CountRow._fields)]


def homes_in(box: Box, selection: Selection) -> list[HomeRow]:
    """The fixed cells of cameras at private homes whose middle lies in a box, with their counts."""
    return [HomeRow(*cell) for cell in Camera.objects.home_cells_in(box, selection)]
