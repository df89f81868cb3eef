"""Which segments lie near enough to an area to be worth a closer look: a grid over the ground."""

from math import ceil, floor

import numpy as np

from mapper.geometry.angles import DATE_LINE, POLE
from mapper.geometry.arrays import F64, I64, Flags
from mapper.geometry.compiled import compiled
from mapper.geometry.stretches.areas import Chains
from mapper.geometry.stretches.ways import Segments
from mapper.vocabulary.compass import FULL_TURN

_MANY = 64
"""Cells that an area may lie in; one that lies in more is looked at for every segment."""

_NARROWEST = 1e-6
"""Degrees that a cell measures at least, about 0.1 m: the numbers of cells stay whole numbers."""

_ROUNDING = 1e-9
"""Degrees that are added around every box, so that a rounded sum loses no segment."""


def pairs_near(segments: Segments, chains: Chains) -> tuple[I64, I64]:
    """Give the segment and the area of every pair whose boxes overlap.

    Segments are meant by their place in `segments`, areas by theirs in `chains.number`.
    """
    if not len(segments.way) or not len(chains.number):
        return np.empty(0, dtype=np.int64), np.empty(0, dtype=np.int64)
    areas = chains.area_boxes
    columns, height = _size_of_cells(segments, areas)
    cells = _cells(areas, columns, height)
    vast = (_count(cells) > _MANY) | (cells[:, 2] - cells[:, 0] >= columns)
    rows, entries = _grid(cells, vast, columns)
    size = columns, columns / FULL_TURN, 1 / height
    segment, area, long = _pairs(segments.start, segments.end, areas, size, rows, entries)
    found = [(segment, area)]
    if len(long) or vast.any():
        boxes = np.hstack(
            (np.minimum(segments.start, segments.end), np.maximum(segments.start, segments.end))
        )
        for one in np.flatnonzero(vast):
            near = np.setdiff1d(np.flatnonzero(_meet(boxes, areas[one])), long)
            found.append((near, np.full(len(near), one)))
        for one in long:
            near = np.flatnonzero(_meet(areas, boxes[one]))
            found.append((np.full(len(near), one), near))
    return np.concatenate([pair[0] for pair in found]), np.concatenate([pair[1] for pair in found])


def _size_of_cells(segments: Segments, areas: F64) -> tuple[int, float]:
    """How many cells there are to the full turn, and the height of one in degrees.

    As large as the middle one of the areas, so that an area lies in a few of them; and as the mean
    segment, so that segments do as well.
    """
    area = np.median(areas[:, 2:] - areas[:, :2], axis=0)
    segment = _mean_size(segments.start, segments.end)
    width, height = np.maximum(np.maximum(area, segment), _NARROWEST)
    return max(1, int(FULL_TURN / width)), float(height)


@compiled
def _mean_size(start: F64, end: F64) -> tuple[float, float]:
    """The mean width and height of segments; in one loop, which arrays would need four for."""
    wide = high = 0.0
    for segment in range(len(start)):
        wide += abs(end[segment, 0] - start[segment, 0])
        high += abs(end[segment, 1] - start[segment, 1])
    return wide / len(start), high / len(start)


def _cells(boxes: F64, columns: int, height: float) -> I64:
    """The first and last column and row of boxes, in their order; columns may go on around."""
    around = np.array([-_ROUNDING, -_ROUNDING, _ROUNDING, _ROUNDING])
    origin = np.array([-DATE_LINE, -POLE, -DATE_LINE, -POLE])
    size = np.array([columns / FULL_TURN, 1 / height, columns / FULL_TURN, 1 / height])
    cells: I64 = np.floor((boxes + around - origin) * size).astype(np.int64)
    return cells


def _count(cells: I64) -> I64:
    """How many cells each of these boxes lies in."""
    counted: I64 = (cells[:, 2] - cells[:, 0] + 1) * (cells[:, 3] - cells[:, 1] + 1)
    return counted


def _meet(boxes: F64, box: F64) -> Flags:
    """Which boxes have a point in common with one, on a globe where longitudes may go on."""
    turns = np.ceil((box[0] - boxes[:, 2]) / FULL_TURN) * FULL_TURN
    level = (boxes[:, 1] <= box[3]) & (boxes[:, 3] >= box[1])
    meet: Flags = level & (boxes[:, 0] + turns <= box[2])
    return meet


@compiled
def _grid(cells: I64, vast: Flags, columns: int) -> tuple[I64, I64]:
    """Put every area into its cells, but for the vast ones: where each row starts, and the areas.

    Cells share the rows of a table; that other cells' areas stand there too costs a look at them.
    Neighbours stand side by side, for a way leads from one to the next.
    """
    rows = 16
    while rows < 16 * len(cells):
        rows *= 2
    # First how many stand up to each row; then each is put before those that are there already.
    starts = np.zeros(rows + 1, dtype=np.int64)
    for area in range(len(cells)):
        if not vast[area]:
            _fill(area, cells[area], columns, starts, starts[:0])
    starts = np.cumsum(starts)
    entries = np.empty(starts[-1], dtype=np.int64)
    for area in range(len(cells)):
        if not vast[area]:
            _fill(area, cells[area], columns, starts, entries)
    return starts, entries


@compiled
def _fill(area: int, cells: I64, columns: int, starts: I64, entries: I64) -> None:
    """Count an area in each of its cells; where there are entries, enter it and count down."""
    for row in range(cells[1], cells[3] + 1):
        for column in range(cells[0], cells[2] + 1):
            place = _place(column % columns, row, len(starts) - 1)
            if len(entries):
                starts[place] -= 1
                entries[starts[place]] = area
            else:
                starts[place] += 1


@compiled
def _pairs(
    start: F64,
    end: F64,
    areas: F64,
    size: tuple[int, float, float],
    starts: I64,
    entries: I64,
) -> tuple[I64, I64, I64]:
    """Look every segment's cells up: segments and areas, and the long segments left out.

    One loop over bare numbers: passing arrays on to functions would take most of the time.
    """
    columns, by_lon, by_lat = size
    met = np.full(len(areas), -1, dtype=np.int64)
    segment_of = np.empty(len(start) + 16, dtype=np.int64)
    area_of = np.empty(len(segment_of), dtype=np.int64)
    long = np.zeros(len(start), dtype=np.bool_)
    count = 0
    for segment in range(len(start)):
        west, east = _in_order(start[segment, 0], end[segment, 0])
        south, north = _in_order(start[segment, 1], end[segment, 1])
        left, right = _numbers(west + DATE_LINE, east + DATE_LINE, by_lon)
        bottom, top = _numbers(south + POLE, north + POLE, by_lat)
        if right - left >= columns or (right - left + 1) * (top - bottom + 1) > len(areas):
            # It is sooner asked of each area than of each cell.
            long[segment] = True
            continue
        for row in range(bottom, top + 1):
            for column in range(left, right + 1):
                place = _place(column % columns, row, len(starts) - 1)
                for entry in range(starts[place], starts[place + 1]):
                    area = entries[entry]
                    if (
                        met[area] == segment
                        or areas[area, 1] > north
                        or areas[area, 3] < south
                        or not _is_beside(areas[area, 0], areas[area, 2], west, east)
                    ):
                        continue
                    met[area] = segment
                    if count == len(area_of):
                        segment_of = np.concatenate((segment_of, segment_of))
                        area_of = np.concatenate((area_of, area_of))
                    segment_of[count], area_of[count] = segment, area
                    count += 1
    return segment_of[:count], area_of[:count], np.flatnonzero(long)


@compiled
def _in_order(one: float, other: float) -> tuple[float, float]:
    return min(one, other), max(one, other)


@compiled
def _numbers(low: float, high: float, a_degree: float) -> tuple[int, int]:
    """The first and last column or row of a range that is counted from the edge of the world."""
    return floor((low - _ROUNDING) * a_degree), floor((high + _ROUNDING) * a_degree)


@compiled
def _is_beside(first_west: float, first_east: float, west: float, east: float) -> bool:
    """Whether two ranges of longitudes have one in common, on a globe where they may go on."""
    if first_west > east or first_east < west:
        first_west += ceil((west - first_east) / FULL_TURN) * FULL_TURN
    return first_west <= east


@compiled
def _place(column: int, row: int, rows: int) -> int:
    """The row of the table that a cell's areas stand in; `rows` is a power of two."""
    return (column + row * 2_654_435_761) & (rows - 1)
