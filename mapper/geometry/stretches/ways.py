"""Lines on the ground, how long they are, and the straight segments they are made of."""

from dataclasses import dataclass
from math import cos, radians, sqrt
from typing import NamedTuple

import numpy as np

from mapper.geometry.angles import DATE_LINE
from mapper.geometry.arrays import F64, I64, floats, integers
from mapper.geometry.compiled import compiled
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
    return _lengths(floats(ways.lonlat), checked_starts(ways.starts, ways.lonlat))


def segments_of(ways: Ways) -> Segments:
    """Take ways apart into their segments."""
    return _segments(floats(ways.lonlat), checked_starts(ways.starts, ways.lonlat))


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
def _lengths(lonlat: F64, starts: I64) -> F64:
    lengths = np.zeros(len(starts) - 1)
    for way in range(len(lengths)):
        for corner in range(starts[way], starts[way + 1] - 1):
            lengths[way] += _step(lonlat, corner)[1]
    return lengths


@compiled
def _segments(lonlat: F64, starts: I64) -> Segments:
    way_of = np.empty(len(lonlat), dtype=np.int64)
    start = np.empty((len(lonlat), 2))
    end = np.empty((len(lonlat), 2))
    from_m = np.empty(len(lonlat))
    to_m = np.empty(len(lonlat))
    count = 0
    for way in range(len(starts) - 1):
        along = 0.0
        for corner in range(starts[way], starts[way + 1] - 1):
            lon, length = _step(lonlat, corner)
            if length > _SHORTEST_M:
                way_of[count] = way
                start[count] = lonlat[corner]
                end[count, 0], end[count, 1] = lon, lonlat[corner + 1, 1]
                from_m[count], to_m[count] = along, along + length
                count += 1
            along += length
    return Segments(way_of[:count], start[:count], end[:count], from_m[:count], to_m[:count])


@compiled
def _step(lonlat: F64, corner: int) -> tuple[float, float]:
    """The longitude of the next corner, beyond 180 over the date line; and the metres to it."""
    lon, lat = lonlat[corner, 0], lonlat[corner, 1]
    next_lon, next_lat = lonlat[corner + 1, 0], lonlat[corner + 1, 1]
    if next_lon - lon > DATE_LINE:
        next_lon -= FULL_TURN
    elif next_lon - lon < -DATE_LINE:
        next_lon += FULL_TURN
    east = radians(next_lon - lon) * cos(radians((lat + next_lat) / 2))
    north = radians(next_lat - lat)
    return next_lon, sqrt(east * east + north * north) * EARTH_RADIUS_M
