"""Places as one number each, so that near ones mostly stand near each other when sorted.

The number interleaves the bits of a column and a row of Web Mercator (Z-order, after G. M. Morton,
1966). All points of one tile of the map have numbers in one unbroken range.
"""

import numpy as np
from numpy.typing import ArrayLike, NDArray

from mapper.geometry.arrays import I64
from mapper.geometry.mercator import world_of

BITS = 31
"""Bits of a column and of a row: 2 cm at the equator, and a whole number of 62 bits with a sign."""
ACROSS = 1 << BITS

_SPREAD = (
    (16, 0x0000FFFF0000FFFF),
    (8, 0x00FF00FF00FF00FF),
    (4, 0x0F0F0F0F0F0F0F0F),
    (2, 0x3333333333333333),
    (1, 0x5555555555555555),
)


def units_of(lon: ArrayLike, lat: ArrayLike) -> tuple[I64, I64]:
    """Turn degrees into columns and rows, whole numbers from 0 to below `ACROSS`."""
    return tuple(
        np.minimum((fraction * ACROSS).astype(np.int64), ACROSS - 1)
        for fraction in world_of(lon, lat)
    )  # type: ignore[return-value]


def codes_of(columns: ArrayLike, rows: ArrayLike) -> I64:
    """Give the one number of each column and row."""
    return _spread(columns) | _spread(rows) << 1


def columns_and_rows(codes: I64) -> tuple[I64, I64]:
    """Take numbers apart again."""
    return _gathered(codes), _gathered(codes >> 1)


def codes_in_tile(z: int, x: int, y: int) -> tuple[int, int]:
    """The first number of a tile, and the first behind it."""
    first = int(codes_of(x, y)) << 2 * (BITS - z)
    return first, first + (1 << 2 * (BITS - z))


def _spread(values: ArrayLike) -> I64:
    """Put a zero before each bit."""
    bits: NDArray[np.int64] = np.asarray(values, dtype=np.int64)
    for shift, mask in _SPREAD:
        bits = (bits | bits << shift) & mask
    return bits


def _gathered(codes: I64) -> I64:
    """Take every second bit."""
    bits = codes & _SPREAD[-1][1]
    for (shift, _), (_, mask) in zip(
        _SPREAD[::-1], [*_SPREAD[-2::-1], (0, 0xFFFFFFFF)], strict=True
    ):
        bits = (bits | bits >> shift) & mask
    return bits
