"""What each camera alone sees: the metres of public street that go out of view if it goes."""

from collections.abc import Iterable
from typing import NamedTuple

import numpy as np
import shapely
from django.contrib.gis.db.models.functions import AsWKB

from mapper.cameras.models import Camera
from mapper.coverage.block import areas_of, shapes_of
from mapper.coverage.models import CoverageCell, PlacePart
from mapper.coverage.records import CAMERA, Rows, unpack
from mapper.geometry.areas_of_points import areas_of_points
from mapper.geometry.arrays import I64
from mapper.geometry.cells import cell_of
from mapper.geometry.stretches import Areas
from mapper.places.models import Place
from mapper.settings import limits

_LOOKED_UP = 200
"""Cameras that are looked up at once: most of those who see most stand in the place."""


class CameraMetres(NamedTuple):
    """The metres of public street that a camera sees, and those that no other camera sees."""

    camera: int
    seen_m: float
    unique_m: float


def metres_of(camera: Camera) -> CameraMetres | None:
    """What one camera sees, as last computed; None where that was never done. One query."""
    cell = cell_of(camera.location.x, camera.location.y, limits.COVERAGE_CELL_ZOOM)
    rows = _in_cells([cell])
    return next(iter(_told(rows[rows["camera"] == camera.pk])), None)


def cameras_by_unique_metres(place: Place, at_most: int) -> list[CameraMetres]:
    """The cameras in a place or on its border, the one that alone sees most first.

    Two queries, and one more for each `_LOOKED_UP` that stand beside it and see more.
    """
    rows = _in_cells(PlacePart.objects.filter(place=place).values_list("cell", flat=True))
    rows = rows[np.lexsort((rows["camera"], -rows["unique_m"]))]
    areas = areas_of(shapes_of([bytes(place.boundary.wkb)]))
    found: list[CameraMetres] = []
    for start in range(0, len(rows), _LOOKED_UP):
        some = rows[start : start + _LOOKED_UP]
        found += _told(some[np.isin(some["camera"], _standing_in(areas, some["camera"]))])
        if len(found) >= at_most:
            break
    return found[:at_most]


def _standing_in(areas: Areas, cameras: I64) -> I64:
    """Those of some cameras that may be shown and stand in an area; one query."""
    shown = Camera.objects.public().filter(pk__in=cameras.tolist())
    rows = list(shown.annotate(wkb=AsWKB("location")).values_list("pk", "wkb"))
    lonlat = shapely.get_coordinates(shapes_of([wkb for _, wkb in rows]))
    numbers = np.array([pk for pk, _ in rows], dtype=np.int64)
    return numbers[areas_of_points(lonlat, areas).point]


def _in_cells(cells: Iterable[int]) -> Rows:
    """The records of the cameras of computed cells; one query."""
    packed = CoverageCell.objects.filter(cell__in=cells).values_list("cameras", flat=True)
    return np.concatenate([np.empty(0, CAMERA), *(unpack(bytes(one), CAMERA) for one in packed)])


def _told(rows: Rows) -> list[CameraMetres]:
    fields = (rows[name].tolist() for name in CameraMetres._fields)
    return [CameraMetres._make(values) for values in zip(*fields, strict=True)]
