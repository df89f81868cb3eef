"""Which cells a change concerns: those whose figures may be others because of it."""

from collections.abc import Collection, Iterable
from datetime import date

import numpy as np
import shapely
from django.contrib.gis.db.models.functions import AsWKB

from mapper.cameras.querysets import stale_before
from mapper.coverage.block import shapes_of
from mapper.coverage.inputs import counted_cameras, read_streets
from mapper.coverage.models import CountedCamera
from mapper.evidence import CAN_GROW_STALE
from mapper.geometry import Box
from mapper.geometry.arrays import F64
from mapper.geometry.cells import cells_of, cells_touching
from mapper.geometry.distances import box_beyond
from mapper.settings import limits
from mapper.surveys.models import Survey

_ZOOM = limits.COVERAGE_CELL_ZOOM
_REACH = limits.VIEW_REACH_MAX_M


def cells_of_cameras(cameras: Collection[int]) -> set[int]:
    """The cells that some cameras concern, where they stand and where they were counted before.

    A query or two for every cell that one of them lies in.
    """
    points = [_standing(batch) for batch in _batches(cameras)]
    points += [_counted(batch) for batch in _batches(cameras)]
    return cells_around(np.concatenate(points)) if points else set()


def cells_with(cameras: Collection[int]) -> set[int]:
    """The cells that some cameras stand in, of those that count."""
    points = [_standing(batch) for batch in _batches(cameras)]
    return {int(cell) for lonlat in points for cell in cells_of(lonlat, _ZOOM)}


def cells_of_surveys(surveys: Collection[int]) -> set[int]:
    """The cells of the streets along which some surveys looked; a query for each survey."""
    cells: set[int] = set()
    for batch in _batches(surveys):
        rows = Survey.objects.filter(pk__in=batch).annotate(wkb=AsWKB("area"))
        areas = shapes_of(rows.values_list("wkb", flat=True))
        for bounds in shapely.bounds(areas).tolist():
            around = box_beyond(Box(*bounds), limits.LOOKED_ASIDE_M)
            cells |= set(read_streets(around).cell.tolist())
    return cells


def cells_grown_stale(since: date, today: date) -> set[int]:
    """The cells of cameras that grew stale after one day and up to another, without any event."""
    grown = counted_cameras().filter(
        state__in=sorted(CAN_GROW_STALE),
        last_seen_on__gte=stale_before(since),
        last_seen_on__lt=stale_before(today),
    )
    return cells_of_cameras(list(grown.values_list("pk", flat=True)))


def cells_around(lonlat: F64) -> set[int]:
    """The cells whose figures cameras at some points may have a part in.

    Cells that own a street in reach; and those whose cameras may see the same ground, so that
    what each alone sees depends on the other: twice as far off.
    """
    found: set[int] = set()
    cells = cells_of(lonlat, _ZOOM)
    for cell in np.unique(cells):
        points = lonlat[cells == cell]
        box = Box(*points.min(axis=0).tolist(), *points.max(axis=0).tolist())
        found |= set(cells_touching(box_beyond(box, 2 * _REACH), _ZOOM))
        found |= set(read_streets(box_beyond(box, _REACH)).cell.tolist())
    return found


def _standing(cameras: Collection[int]) -> F64:
    """Where those of some cameras stand that count."""
    rows = counted_cameras().filter(pk__in=cameras).annotate(wkb=AsWKB("location"))
    return shapely.get_coordinates(shapes_of(rows.values_list("wkb", flat=True)))


def _counted(cameras: Collection[int]) -> F64:
    """Where those of some cameras stood that were counted when last computed."""
    rows = CountedCamera.objects.filter(camera__in=cameras).values_list("lon", "lat")
    return np.array(list(rows), dtype=np.float64).reshape(-1, 2)


def _batches(numbers: Collection[int]) -> Iterable[list[int]]:
    waiting, size = sorted(numbers), limits.IMPORT_BATCH_ROWS
    return (waiting[start : start + size] for start in range(0, len(waiting), size))
