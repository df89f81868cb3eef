"""Which segments lie near enough to an area to be worth a closer look: a grid over the ground."""

from math import ceil
from typing import NamedTuple

import numpy as np

from mapper.geometry.angles import DATE_LINE, POLE
from mapper.geometry.compiled import F64, I64, Flags, compiled
from mapper.geometry.stretches.areas import Chains
from mapper.geometry.stretches.ways import Segments
from mapper.vocabulary.compass import FULL_TURN

_MANY = 64
"""Cells that a segment may lie in; one that lies in more is looked at for every area."""

_NARROWEST = 1e-6
"""Degrees that a cell measures at least, about 0.1 m: the numbers of cells stay whole numbers."""

_ROUNDING = 1e-9
"""Degrees that are added around every box, so that a rounded sum loses no segment."""


class _Grid(NamedTuple):
    """The segments by cell: those of row r of the table are entries[starts[r]:starts[r + 1]].

    Many cells share a row; that other cells' segments stand there too costs a look at them.
    `columns` of cells go around the globe.
    """

    columns: int
    starts: I64
    entries: I64
    everywhere: I64


def pairs_near(segments: Segments, chains: Chains) -> tuple[I64, I64]:
    """Give the area and the segment of every pair whose boxes overlap, by area.

    Areas are meant by their place in `chains.number`, segments by theirs in `segments`.
    """
    if not len(segments.way) or not len(chains.number):
        return np.empty(0, dtype=np.int64), np.empty(0, dtype=np.int64)
    low, high = np.minimum(segments.start, segments.end), np.maximum(segments.start, segments.end)
    boxes, areas = np.hstack((low, high)), chains.area_boxes
    columns, height = _size_of_cells(boxes, areas)
    cells = _cells(boxes, columns, height)
    long = _count(cells) > _MANY
    grid = _grid(cells, long, columns, np.flatnonzero(long))
    area_cells = _cells(areas, columns, height)
    vast = (_count(area_cells) > len(boxes)) | (area_cells[:, 2] - area_cells[:, 0] >= columns)
    return _pairs(boxes, areas, area_cells, vast, grid)


def _size_of_cells(segments: F64, areas: F64) -> tuple[int, float]:
    """How many cells there are to the full turn, and the height of one in degrees.

    As large as the middle one of the areas, so that an area lies in a few of them; and as the mean
    segment, so that segments do as well.
    """
    area = np.median(areas[:, 2:] - areas[:, :2], axis=0)
    segment = np.mean(segments[:, 2:] - segments[:, :2], axis=0)
    width, height = np.maximum(np.maximum(area, segment), _NARROWEST)
    return max(1, int(FULL_TURN / width)), float(height)


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


@compiled
def _grid(cells: I64, long: Flags, columns: int, everywhere: I64) -> _Grid:
    """Put every segment into the cells it lies in, but for the long ones."""
    rows = 16
    while rows < len(cells):
        rows *= 2
    # First how many stand in each row; then, from the last to the first, where.
    starts = np.zeros(rows + 1, dtype=np.int64)
    for segment in range(len(cells)):
        if not long[segment]:
            _fill(segment, cells[segment], columns, starts, starts[:0])
    starts = np.cumsum(starts)
    entries = np.empty(starts[-1], dtype=np.int64)
    for segment in range(len(cells)):
        if not long[segment]:
            _fill(segment, cells[segment], columns, starts, entries)
    return _Grid(columns, starts, entries, everywhere)


@compiled
def _fill(segment: int, cells: I64, columns: int, starts: I64, entries: I64) -> None:
    """Count a segment in each of its cells; where there are entries, enter it and count down."""
    for row in range(cells[1], cells[3] + 1):
        for column in range(cells[0], cells[2] + 1):
            place = _place(column % columns, row, len(starts) - 1)
            if len(entries):
                starts[place] -= 1
                entries[starts[place]] = segment
            else:
                starts[place] += 1


@compiled
def _pairs(boxes: F64, areas: F64, cells: I64, vast: Flags, grid: _Grid) -> tuple[I64, I64]:
    met = np.full(len(boxes), -1, dtype=np.int64)
    near = np.empty(len(boxes), dtype=np.int64)
    area_of = np.empty(4 * len(areas) + 16, dtype=np.int64)
    segment_of = np.empty(len(area_of), dtype=np.int64)
    count = 0
    for area in range(len(areas)):
        if vast[area]:
            found = _kept(np.arange(len(boxes)), boxes, areas[area], near, 0)
        else:
            found = _near(area, areas[area], boxes, cells[area], grid, met, near)
        while count + found > len(area_of):
            area_of = np.concatenate((area_of, area_of))
            segment_of = np.concatenate((segment_of, segment_of))
        area_of[count : count + found] = area
        segment_of[count : count + found] = near[:found]
        count += found
    return area_of[:count], segment_of[:count]


@compiled
def _near(area: int, box: F64, boxes: F64, cells: I64, grid: _Grid, met: I64, near: I64) -> int:
    """Write the segments near one area into `near`, each once; gives how many they are."""
    count = _kept(grid.everywhere, boxes, box, near, 0)
    for row in range(cells[1], cells[3] + 1):
        for column in range(cells[0], cells[2] + 1):
            place = _place(column % grid.columns, row, len(grid.starts) - 1)
            for entry in range(grid.starts[place], grid.starts[place + 1]):
                segment = grid.entries[entry]
                if met[segment] != area:
                    met[segment] = area
                    count = _kept(grid.entries[entry : entry + 1], boxes, box, near, count)
    return count


@compiled
def _kept(segments: I64, boxes: F64, area: F64, near: I64, count: int) -> int:
    """Keep those segments whose boxes have a point in common with an area's; gives the count.

    On a globe: longitudes may go on beyond 180.
    """
    for segment in segments:
        west, south, east, north = boxes[segment]
        if south <= area[3] and north >= area[1]:
            turns = ceil((area[0] - east) / FULL_TURN) * FULL_TURN
            if west + turns <= area[2]:
                near[count] = segment
                count += 1
    return count


@compiled
def _place(column: int, row: int, rows: int) -> int:
    """The row of the table that a cell's segments stand in; `rows` is a power of two."""
    return ((column * 73_856_093) ^ (row * 19_349_663)) & (rows - 1)
