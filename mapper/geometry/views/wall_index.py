"""Finds the walls around a point: rings by the cells of a fixed grid that their boxes touch."""

from typing import NamedTuple

import numpy as np

from mapper.geometry.angles import DATE_LINE, POLE
from mapper.geometry.arrays import F64, I64, floats, integers
from mapper.geometry.views.walls import Walls
from mapper.vocabulary.compass import FULL_TURN

CELL = 0.0005
"""Degrees of latitude, some 56 m: about as far as most cameras see."""

MARGIN = 0.6 / 111_000
"""Degrees of latitude around a ring's box, so that who is within half a metre of it finds it."""

_MOST_CELLS = 4_096
"""A ring that covers more (3.5 km across) is looked at from everywhere."""


class WallIndex(NamedTuple):
    """Walls, and where they are.

    A row of `boxes` is a ring's middle (longitude, latitude) and its half width and height.
    `rings` holds, cell by cell, the rings that touch it; those of `cells[i]` begin at
    `entries[i]`. `wide` are the rings that belong to no cell.
    """

    lonlat: F64
    starts: I64
    building: I64
    boxes: F64
    cells: I64
    entries: I64
    rings: I64
    wide: I64
    columns: int


def index_of(walls: Walls) -> WallIndex:
    """Sort the rings of walls into the cells of the grid, which are square where most rings are."""
    boxes = _boxes(walls)
    middle = float(np.median(boxes[:, 1])) if len(boxes) else 0.0
    columns = max(1, int(FULL_TURN / CELL * np.cos(np.radians(middle))))
    first, last = _spans(boxes, columns)
    wide = (last - first + 1).prod(axis=1) > _MOST_CELLS
    ring, cell = _cells_of(np.flatnonzero(~wide), first, last, columns)
    order = np.argsort(cell, kind="stable")
    cells, entries = np.unique(cell[order], return_index=True)
    return WallIndex(
        floats(walls.lonlat),
        integers(walls.starts),
        integers(walls.building),
        boxes,
        integers(cells),
        integers(np.append(entries, len(order))),
        integers(ring[order]),
        integers(np.flatnonzero(wide)),
        columns,
    )


def _boxes(walls: Walls) -> F64:
    """The boxes of rings; over the date line longitudes go on beyond 180."""
    if not len(walls.building):
        return np.zeros((0, 4))
    heads = walls.starts[:-1]
    first = walls.lonlat[heads]
    aside = walls.lonlat - np.repeat(first, np.diff(walls.starts), axis=0)
    aside[:, 0] = (aside[:, 0] + DATE_LINE) % FULL_TURN - DATE_LINE
    low, high = np.minimum.reduceat(aside, heads), np.maximum.reduceat(aside, heads)
    return floats(np.column_stack((first + (low + high) / 2, (high - low) / 2)))


def _spans(boxes: F64, columns: int) -> tuple[I64, I64]:
    """The first and the last column and row that each box touches, with the margin around it."""
    narrow = MARGIN / np.maximum(np.cos(np.radians(boxes[:, 1])), 1e-3)
    reach = boxes[:, 2:] + np.column_stack((narrow, np.full(len(boxes), MARGIN)))
    scale = np.array([columns / FULL_TURN, 1 / CELL])
    corner = boxes[:, :2] + [DATE_LINE, POLE]
    first = np.floor((corner - reach) * scale).astype(np.int64)
    last = np.floor((corner + reach) * scale).astype(np.int64)
    return first, last


def _cells_of(chosen: I64, first: I64, last: I64, columns: int) -> tuple[I64, I64]:
    """Each chosen ring once for each cell it touches, and those cells."""
    across, along = (last - first + 1)[chosen].T
    counts = across * along
    ring = np.repeat(chosen, counts)
    step = np.arange(len(ring)) - np.repeat(np.cumsum(counts) - counts, counts)
    width = np.repeat(across, counts)
    column = (first[ring, 0] + step % width) % columns
    return ring, (first[ring, 1] + step // width) * columns + column
