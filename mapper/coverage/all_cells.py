"""All cells in which there is something to compute, and how many cameras are in each."""

from collections import Counter
from collections.abc import Collection

import numpy as np
import shapely
from django.contrib.gis.db.models.functions import AsWKB
from django.db.models import FloatField, Func, Model, QuerySet

from mapper.coverage.block import shapes_of
from mapper.coverage.inputs import counted_cameras, read_streets
from mapper.coverage.models import CoverageCell
from mapper.geometry import Box
from mapper.geometry.arrays import I64
from mapper.geometry.cells import box_of, cells_of, cells_touching
from mapper.places.models import Place, SensitivePlace, Street
from mapper.settings import limits

_ZOOM = limits.COVERAGE_CELL_ZOOM
_ROWS = 20_000


def cells_with_cameras() -> Counter[int]:
    """The cells that cameras stand in, with how many."""
    cells, counts = np.unique(_cells(counted_cameras(), "location"), return_counts=True)
    return Counter(dict(zip(cells.tolist(), counts.tolist(), strict=True)))


def all_cells() -> set[int]:
    """Every cell that owns a street or a sensitive place, or was computed before."""
    streets = Street.objects.ways()
    cells = set(_cells(streets, Func("line", function="ST_StartPoint")).tolist())
    outlines = SensitivePlace.objects.annotate(wkb=AsWKB("outline")).values_list("wkb", flat=True)
    points = shapely.point_on_surface(shapes_of(outlines))
    cells |= set(cells_of(shapely.get_coordinates(points), _ZOOM).tolist())
    return cells | set(CoverageCell.objects.values_list("cell", flat=True))


def current_cells(inputs: str) -> set[int]:
    """The cells that were computed from a state of the ground and are not due."""
    return set(CoverageCell.objects.filter(inputs=inputs).values_list("cell", flat=True))


def cells_of_place(place: Place) -> set[int]:
    """The cells that bear on a place: those it touches, and those that own a street in it."""
    boundary = shapely.from_wkb(bytes(place.boundary.wkb))
    box = Box(*boundary.bounds)
    streets = read_streets(box)
    lines = [
        shapely.LineString(streets.ways.lonlat[first:last])
        for first, last in zip(streets.ways.starts[:-1], streets.ways.starts[1:], strict=True)
    ]
    inside = shapely.intersects(boundary, np.array(lines, dtype=object))
    return set(streets.cell[inside].tolist()) | set(_touching(boundary, box))


def _touching(boundary: shapely.Geometry, box: Box) -> Collection[int]:
    cells = cells_touching(box, _ZOOM)
    boxes = [box_of(cell, _ZOOM) for cell in cells]
    squares = shapely.box(*np.array([(b.west, b.south, b.east, b.north) for b in boxes]).T)
    touching = shapely.intersects(boundary, squares)
    return [cell for cell, meets in zip(cells, touching, strict=True) if meets]


def _cells(rows: QuerySet[Model], point: str | Func) -> I64:
    """The cells of one point of each row."""
    lon, lat = (Func(point, function=name, output_field=FloatField()) for name in ("ST_X", "ST_Y"))
    pairs = rows.annotate(lon=lon, lat=lat).values_list("lon", "lat").iterator(_ROWS)
    return cells_of(np.array(list(pairs), dtype=np.float64).reshape(-1, 2), _ZOOM)
