"""The ends of pieces along each way, in order: what a walk along the way meets."""

from typing import NamedTuple

import numpy as np

from mapper.geometry.arrays import F64, I64, Flags
from mapper.geometry.stretches.ordering import ordered


class Marks(NamedTuple):
    """Ends of pieces: those on way w are from starts[w] to starts[w + 1], by metres along it."""

    starts: I64
    at_m: F64
    piece: I64
    begins: Flags


def marks_of(way: I64, from_m: F64, to_m: F64, ways: int) -> Marks:
    """Give the ends of pieces, which have a length; raises `ValueError` where a way is unknown."""
    if len(way) and not 0 <= way.min() <= way.max() < ways:
        raise ValueError("a piece lies on a way there is not")
    at_m = np.concatenate((from_m, to_m))
    order, starts = ordered(np.concatenate((way, way)), at_m, ways)
    return Marks(starts, at_m[order], order % max(1, len(way)), order < len(way))
