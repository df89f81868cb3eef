"""Which boxes may touch any of others: told by a raster, as soon for many as for few."""

from math import floor

import numpy as np

from mapper.geometry.arrays import F64, I64, Flags, floats
from mapper.geometry.compiled import compiled

_ACROSS = 512
"""Cells of the raster in each direction."""
_SMALLEST = 1e-12


def may_touch(boxes: F64, others: F64) -> Flags:
    """Give for each of some boxes whether it may touch one of the others.

    Those that do touch are all given; beside them some that miss by less than two cells of a
    raster of 512 by 512 over the others. Boxes are west, south, east and north in one unit.
    """
    if not len(others):
        return np.zeros(len(boxes), dtype=np.bool_)
    return _touching(floats(boxes), floats(others))


@compiled
def _touching(boxes: F64, others: F64) -> Flags:
    west, south = others[:, 0].min(), others[:, 1].min()
    wide = max((others[:, 2].max() - west) / _ACROSS, _SMALLEST)
    high = max((others[:, 3].max() - south) / _ACROSS, _SMALLEST)
    # Each corner of a box counts one more or one less: summed up, how many lie over a cell.
    table = np.zeros((_ACROSS + 5, _ACROSS + 5), dtype=np.int64)
    for box in range(len(others)):
        left, right = _numbers(others[box, 0] - west, others[box, 2] - west, wide)
        bottom, top = _numbers(others[box, 1] - south, others[box, 3] - south, high)
        table[bottom, left] += 1
        table[bottom, right + 1] -= 1
        table[top + 1, left] -= 1
        table[top + 1, right + 1] += 1
    _sum_up(table)
    # Summed up once more: how many cells under a box there are up to a cell.
    for row in range(len(table)):
        for column in range(len(table)):
            table[row, column] = min(table[row, column], 1)
    _sum_up(table)
    touching = np.zeros(len(boxes), dtype=np.bool_)
    for box in range(len(boxes)):
        left, right = _numbers(boxes[box, 0] - west, boxes[box, 2] - west, wide)
        bottom, top = _numbers(boxes[box, 1] - south, boxes[box, 3] - south, high)
        above = table[top, right] - table[top, left - 1]
        below = table[bottom - 1, right] - table[bottom - 1, left - 1]
        touching[box] = above > below
    return touching


@compiled
def _numbers(low: float, high: float, size: float) -> tuple[int, int]:
    """The first and last row or column of a range, from 2 on.

    What lies before the raster is in row 1, what lies behind it in the last but one: sums need
    another before and behind.
    """
    return (
        floor(min(max(low / size, -1.0), _ACROSS + 1.0)) + 2,
        floor(min(max(high / size, -1.0), _ACROSS + 1.0)) + 2,
    )


@compiled
def _sum_up(table: I64) -> None:
    """Let each cell hold the sum of all up to it, in both directions."""
    for row in range(len(table)):
        for column in range(1, len(table)):
            table[row, column] += table[row, column - 1]
    for row in range(1, len(table)):
        for column in range(len(table)):
            table[row, column] += table[row - 1, column]
