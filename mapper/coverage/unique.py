"""What each camera alone sees: the metres of public street that go out of view if it goes."""

from typing import NamedTuple

import numpy as np
import shapely
from django.contrib.gis.db.models.functions import AsWKB

from mapper.cameras.models import Camera
from mapper.coverage.models import CoverageCell
from mapper.coverage.records import CAMERA, Rows, unpack
from mapper.geometry import Box
from mapper.geometry.cells import cell_of, cells_of
from mapper.places.models import Place
from mapper.settings import limits


class CameraMetres(NamedTuple):
    """The metres of public street that a camera sees, and those that no other camera sees."""

    camera: int
    seen_m: float
    unique_m: float


def metres_of(camera: Camera) -> CameraMetres | None:
    """What one camera sees, as last computed; None where that was never done. One query."""
    cell = cell_of(camera.location.x, camera.location.y, limits.COVERAGE_CELL_ZOOM)
    return next((found for found in _in_cells({cell}) if found.camera == camera.pk), None)


def cameras_by_unique_metres(place: Place, at_most: int) -> list[CameraMetres]:
    """The cameras in a place, the one that alone sees most first; two queries."""
    boundary = shapely.from_wkb(bytes(place.boundary.wkb))
    west, south, east, north = boundary.bounds
    cameras = Camera.objects.public().in_box(Box(west, south, east, north))
    rows = list(cameras.annotate(wkb=AsWKB("location")).values_list("pk", "wkb"))
    lonlat = shapely.get_coordinates([shapely.from_wkb(bytes(wkb)) for _, wkb in rows])
    inside = shapely.contains_xy(boundary, lonlat)
    wanted = {pk for (pk, _), within in zip(rows, inside, strict=True) if within}
    cells = set(cells_of(lonlat[inside], limits.COVERAGE_CELL_ZOOM).tolist())
    found = [one for one in _in_cells(cells) if one.camera in wanted]
    return sorted(found, key=lambda one: (-one.unique_m, one.camera))[:at_most]


def _in_cells(cells: set[int]) -> list[CameraMetres]:
    """The cameras of computed cells."""
    packed = CoverageCell.objects.filter(cell__in=cells).values_list("cameras", flat=True)
    found: Rows = np.concatenate(
        [np.empty(0, CAMERA), *(unpack(bytes(one), CAMERA) for one in packed)]
    )
    fields = (found[name].tolist() for name in CameraMetres._fields)
    return [CameraMetres._make(values) for values in zip(*fields, strict=True)]
