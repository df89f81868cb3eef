"""Lines on the ground, how long they are, and the straight segments they are made of."""

from dataclasses import dataclass
from math import cos, hypot, radians
from typing import NamedTuple

import numpy as np

from mapper.geometry.angles import DATE_LINE
from mapper.geometry.compiled import F64, I64, compiled, floats, integers
from mapper.geometry.distances import EARTH_RADIUS_M
from mapper.vocabulary.compass import FULL_TURN

_SHORTEST_M = 1e-9
"""A segment that is no longer, less than an atom is wide, has no direction to compute with."""


@dataclass(frozen=True, slots=True)
class Ways:
    """Lines in degrees, one after the other: way n is the corners from starts[n] to starts[n + 1].

    A way may run over the date line, with or without longitudes that go on beyond 180. Between two
    corners it takes the shorter way round and is straight on the map of degrees.
    """

    lonlat: F64
    starts: I64

    def __len__(self) -> int:
        return len(self.starts) - 1


class Segments(NamedTuple):
    """The segments of ways that have a length, in their order: a tuple, for compiled loops take it.

    Each goes from a corner to the next, over the date line with longitudes beyond 180, and lies
    between so many metres along its way. The metres are those of the plane of its own middle,
    whatever else is computed with it.
    """

    way: I64
    start: F64
    end: F64
    from_m: F64
    to_m: F64


def lengths_of(ways: Ways) -> F64:
    """The length of each way in metres; one of a single corner, or of none, has none."""
    lengths, _ = _measured(floats(ways.lonlat), checked_starts(ways.starts, ways.lonlat))
    return lengths


def segments_of(ways: Ways) -> Segments:
    """Take ways apart into their segments."""
    lonlat, starts = floats(ways.lonlat), checked_starts(ways.starts, ways.lonlat)
    _, along = _measured(lonlat, starts)
    last = np.zeros(len(lonlat), dtype=bool)
    last[starts[1:][np.diff(starts) > 0] - 1] = True
    first = np.flatnonzero(~last[:-1] & (np.diff(along) > _SHORTEST_M))
    way = np.repeat(np.arange(len(ways)), np.diff(starts))
    start, end = lonlat[first], lonlat[first + 1]
    aside = end[:, 0] - start[:, 0]
    end[:, 0] -= FULL_TURN * ((aside > DATE_LINE) - 1.0 * (aside < -DATE_LINE))
    return Segments(way[first], start, end, along[first], along[first + 1])


def checked_starts(starts: I64, corners: F64) -> I64:
    """Give where lines or rings start; raises `ValueError` where they do not share out the corners.

    Compiled loops read where they are told to: what does not hold together must not reach them.
    """
    starts = integers(starts)
    if (
        not len(starts)
        or starts[0] != 0
        or starts[-1] != len(corners)
        or np.any(np.diff(starts) < 0)
    ):
        raise ValueError("the starts do not share out the corners")
    return starts


@compiled
def _measured(lonlat: F64, starts: I64) -> tuple[F64, F64]:
    """The length of each way, and how many metres along its way each corner lies."""
    lengths = np.zeros(len(starts) - 1)
    along = np.zeros(len(lonlat))
    for way in range(len(lengths)):
        metres = 0.0
        for corner in range(starts[way] + 1, starts[way + 1]):
            east = lonlat[corner, 0] - lonlat[corner - 1, 0]
            if east > DATE_LINE:
                east -= FULL_TURN
            elif east < -DATE_LINE:
                east += FULL_TURN
            north = lonlat[corner, 1] - lonlat[corner - 1, 1]
            middle = radians((lonlat[corner, 1] + lonlat[corner - 1, 1]) / 2)
            metres += hypot(radians(east) * cos(middle), radians(north)) * EARTH_RADIUS_M
            along[corner] = metres
        lengths[way] = metres
    return lengths, along
