"""What stands around a point: the nearest wall in every direction, as pieces of the horizon."""

from typing import NamedTuple

import numpy as np

from mapper.geometry.angles import DATE_LINE, POLE
from mapper.geometry.arrays import F64, I64
from mapper.geometry.compiled import compiled
from mapper.geometry.distances import EARTH_RADIUS_M
from mapper.geometry.views.standpoints import LEFT_OUT, NOWHERE, Standpoints
from mapper.geometry.views.wall_index import CELL, WallIndex
from mapper.vocabulary.compass import FULL_TURN

DIRECTIONS = 1_440
"""Looked into; what is narrower than a quarter of a degree and between two of them is not seen."""

_METRES = EARTH_RADIUS_M * np.pi / 180.0
_TURN = 2.0 * np.pi
_STEP = _TURN / DIRECTIONS

_SAME_ANGLE = 1e-9
"""Radians; walls that end and begin nearer than that meet in a corner."""


BEGIN, WIDTH, A, B = 0, 1, 2, 3
"""Columns of the walls around a point that show it their face, one a row.

A wall covers the bearings (radians) from `BEGIN` on over `WIDTH`, and in the direction t it is
`1 / (A sin t + B cos t)` metres away.
"""


class Horizons(NamedTuple):
    """The horizons of standpoints: pieces in the order of their bearings, a whole turn each.

    A row of `pieces` is the bearings in radians between which a wall is seen, its two numbers
    (both 0 where there is none), and its two ends there in metres east and north. Those of one
    standpoint begin at `starts`.
    """

    pieces: F64
    starts: I64


class _Sight(NamedTuple):
    """The nearest wall in each direction: one over its distance, and its row (-1: none)."""

    inverse: F64
    wall: I64
    sine: F64
    cosine: F64


@compiled
def _room_for(rows: F64, count: int) -> F64:
    """The same rows with room for at least so many."""
    if count <= len(rows):
        return rows
    return np.concatenate((rows, np.empty((2 * count, rows.shape[1]))))


@compiled
def _side_of(points: Standpoints, stand: int, building: int) -> int:
    """1 where a building's outside is seen, -1 where its inside is, 0 where it is left out."""
    for k in range(points.own_starts[stand], points.own_starts[stand + 1]):
        if points.own[k] == building:
            return 0 if points.mode[stand] == LEFT_OUT else -1
    return 1


class _Place(NamedTuple):
    """A standpoint in degrees, its reach in metres, and how many metres a degree has there."""

    lon: float
    lat: float
    reach: float
    across: float
    along: float


@compiled
def _place_of(points: Standpoints, stand: int) -> _Place:
    """Where a standpoint is."""
    lon, lat = points.lonlat[stand]
    return _Place(lon, lat, points.reach[stand], _METRES * np.cos(np.radians(lat)), _METRES)


@compiled
def _aside(lon: float, other: float) -> float:
    """Degrees east from one longitude to another, the shorter way round."""
    east = other - lon
    if abs(east) <= DATE_LINE:
        return east
    return (east + DATE_LINE) % FULL_TURN - DATE_LINE


@compiled
def _is_within(boxes: F64, ring: int, place: _Place) -> bool:
    """Whether a ring's box comes within reach of a point."""
    aside = abs(_aside(place.lon, boxes[ring, 0]))
    east = max((aside - boxes[ring, 2]) * place.across, 0.0)
    upright = abs(boxes[ring, 1] - place.lat)
    north = max((upright - boxes[ring, 3]) * place.along, 0.0)
    return bool(east * east + north * north < place.reach * place.reach)


@compiled
def _rings_near(index: WallIndex, place: _Place, stand: int, seen: I64, rings: I64) -> int:
    """Put the rings within reach first in `rings`; `seen` keeps each from being looked at twice."""
    n = 0
    tall, wide = place.reach / place.along, place.reach / place.across
    scale = index.columns / FULL_TURN
    west = int(np.floor((place.lon - wide + DATE_LINE) * scale))
    east = int(np.floor((place.lon + wide + DATE_LINE) * scale))
    east = min(east, west + index.columns - 1)
    south = int(np.floor((place.lat - tall + POLE) / CELL))
    for row in range(south, int(np.floor((place.lat + tall + POLE) / CELL)) + 1):
        column = west
        while column <= east:
            # As far as the columns follow each other: at the date line they begin anew.
            begin = column % index.columns
            last = min(begin + east - column, index.columns - 1)
            at = np.searchsorted(index.cells, row * index.columns + begin)
            while at < len(index.cells) and index.cells[at] <= row * index.columns + last:
                for entry in range(index.entries[at], index.entries[at + 1]):
                    ring = index.rings[entry]
                    if seen[ring] != stand:
                        seen[ring] = stand
                        if _is_within(index.boxes, ring, place):
                            rings[n] = ring
                            n += 1
                at += 1
            column += last - begin + 1
    for ring in index.wide:
        rings[n] = ring
        n += 1
    return n


@compiled
def _add_ring(ring: F64, place: _Place, side: int, near: F64, n: int) -> int:
    """Add the walls of a ring that show their face and come within reach; gives their number."""
    farthest = place.reach * place.reach
    x1 = _aside(place.lon, ring[-1, 0]) * place.across
    y1 = (ring[-1, 1] - place.lat) * place.along
    bearing = np.nan
    for corner in range(len(ring)):
        x2 = _aside(place.lon, ring[corner, 0]) * place.across
        y2 = (ring[corner, 1] - place.lat) * place.along
        # Twice the area of the triangle with the point: below 0 where it sees the outside.
        twice = x1 * y2 - x2 * y1
        along, up = x2 - x1, y2 - y1
        if side * twice < 0.0 and twice * twice < farthest * (along * along + up * up):
            from_1 = np.arctan2(x1, y1) if np.isnan(bearing) else bearing
            bearing = np.arctan2(x2, y2)
            width = side * (bearing - from_1)
            near[n, BEGIN] = from_1 if side > 0 else bearing
            near[n, WIDTH] = width if width >= 0.0 else width + _TURN
            inverse = 1.0 / twice
            near[n, A] = up * inverse
            near[n, B] = -along * inverse
            n += 1
        else:
            bearing = np.nan
        x1, y1 = x2, y2
    return n


@compiled
def _walls_near(
    index: WallIndex, points: Standpoints, stand: int, seen: I64, rings: I64, near: F64
) -> tuple[F64, int]:
    """The walls around a standpoint."""
    place = _place_of(points, stand)
    count, corners, n = _rings_near(index, place, stand, seen, rings), 0, 0
    for k in range(count):
        corners += index.starts[rings[k] + 1] - index.starts[rings[k]]
    near = _room_for(near, corners)
    for k in range(count):
        side = _side_of(points, stand, index.building[rings[k]])
        if side != 0:
            begin, end = index.starts[rings[k]], index.starts[rings[k] + 1]
            n = _add_ring(index.lonlat[begin:end], place, side, near, n)
    return near, n


@compiled
def _look_around(near: F64, n: int, sight: _Sight) -> None:
    """Keep the nearest of the walls in each direction."""
    sight.inverse[:] = 0.0
    sight.wall[:] = -1
    for wall in range(n):
        a, b = near[wall, A], near[wall, B]
        first = int(np.ceil(near[wall, BEGIN] / _STEP))
        last = int(np.floor((near[wall, BEGIN] + near[wall, WIDTH]) / _STEP))
        shift = DIRECTIONS if first < 0 else 0
        first, last = first + shift, last + shift
        for low, high in ((first, min(last, DIRECTIONS - 1)), (0, last - DIRECTIONS)):
            for i in range(low, high + 1):
                inverse = a * sight.sine[i] + b * sight.cosine[i]
                if inverse > sight.inverse[i]:
                    sight.inverse[i] = inverse
                    sight.wall[i] = wall


@compiled
def _after(bearing: float, start: float) -> float:
    """How far a bearing lies beyond another, from half a turn before to half a turn after."""
    beyond = bearing - start
    return float(beyond - _TURN * np.floor(beyond / _TURN + 0.5))


@compiled
def _turns_at(near: F64, before: int, behind: int, start: float) -> tuple[float, float]:
    """Where, within one step from `start`, the wall before ends and the one behind it begins.

    Both are the same but where a gap too narrow for any direction lies between them.
    """
    ends, begins = np.inf, np.inf
    if before >= 0:
        ends = _after(near[before, BEGIN] + near[before, WIDTH], start)
    if behind >= 0:
        begins = _after(near[behind, BEGIN], start)
    has_end = -_SAME_ANGLE < ends < _STEP + _SAME_ANGLE
    has_begin = -_SAME_ANGLE < begins < _STEP + _SAME_ANGLE
    if has_end and has_begin:
        if begins > ends - _SAME_ANGLE:
            return start + ends, start + max(begins, ends)
        # Both are there for a while, and the nearer hides the other.
        t = start + begins
        hides = _inverse(near, behind, t) > _inverse(near, before, t)
        return (t, t) if hides else (start + ends, start + ends)
    if has_end or has_begin or before < 0 or behind < 0:
        t = start + (ends if has_end else begins if has_begin else _STEP / 2.0)
        return t, t
    return _crossing(near, before, behind, start)


@compiled
def _inverse(near: F64, wall: int, bearing: float) -> float:
    """One over the distance of a wall in a direction."""
    return float(near[wall, A] * np.sin(bearing) + near[wall, B] * np.cos(bearing))


@compiled
def _crossing(near: F64, before: int, behind: int, start: float) -> tuple[float, float]:
    """Where within one step two walls cross; straight enough between so near directions."""
    first = _inverse(near, before, start) - _inverse(near, behind, start)
    last = _inverse(near, before, start + _STEP) - _inverse(near, behind, start + _STEP)
    at = start + _STEP * (first / (first - last) if first > 0.0 > last else 0.5)
    return at, at


@compiled
def _add_piece(pieces: F64, m: int, begin: float, end: float, a: float, b: float) -> int:
    """Write one piece; gives how many there are then."""
    piece = pieces[m]
    piece[0], piece[1], piece[2], piece[3] = begin, end, a, b
    if a != 0.0 or b != 0.0:
        sine, cosine = np.sin(begin), np.cos(begin)
        distance = 1.0 / (a * sine + b * cosine)
        piece[4], piece[5] = distance * sine, distance * cosine
        sine, cosine = np.sin(end), np.cos(end)
        distance = 1.0 / (a * sine + b * cosine)
        piece[6], piece[7] = distance * sine, distance * cosine
    return m + 1


@compiled
def _turns_in(sight: _Sight, turns: I64) -> int:
    """Put the directions in which another wall is seen than in the one before first in `turns`."""
    n, before = 0, sight.wall[DIRECTIONS - 1]
    for i in range(DIRECTIONS):
        if sight.wall[i] != before:
            before = sight.wall[i]
            turns[n] = i
            n += 1
    return n


@compiled
def _add_pieces(near: F64, sight: _Sight, turns: I64, pieces: F64, m: int) -> int:
    """Write the runs of directions that show one wall, exact at both ends; gives their number."""
    n = _turns_in(sight, turns)
    if n == 0:
        return _add_piece(pieces, m, 0.0, _TURN, 0.0, 0.0)
    first = turns[0]
    opening = _turns_at(near, sight.wall[first - 1], sight.wall[first], (first - 1) * _STEP)
    begin = opening[1]
    for k in range(n):
        wall = sight.wall[turns[k]]
        after = sight.wall[turns[k + 1 if k + 1 < n else 0]]
        end, following = opening[0] + _TURN, opening[1] + _TURN
        if k + 1 < n:
            end, following = _turns_at(near, wall, after, (turns[k + 1] - 1) * _STEP)
        a, b = (near[wall, A], near[wall, B]) if wall >= 0 else (0.0, 0.0)
        m = _add_piece(pieces, m, begin, end, a, b)
        if following - end > _SAME_ANGLE:
            m = _add_gap(near, wall, after, end, following, pieces, m)
        begin = following
    return m


@compiled
def _add_gap(
    near: F64, before: int, behind: int, begin: float, end: float, pieces: F64, m: int
) -> int:
    """Close a gap between two walls, too narrow to be looked into, by a straight wall."""
    inverse_1, inverse_2 = _inverse(near, before, begin), _inverse(near, behind, end)
    # a sin t + b cos t takes these two values at the two ends.
    turn = np.sin(end - begin)
    a = (inverse_2 * np.cos(begin) - inverse_1 * np.cos(end)) / turn
    b = (inverse_1 * np.sin(end) - inverse_2 * np.sin(begin)) / turn
    return _add_piece(pieces, m, begin, end, a, b)


@compiled
def _all_horizons(index: WallIndex, points: Standpoints, sine: F64, cosine: F64) -> Horizons:
    """Look around from every standpoint."""
    count = len(points.mode)
    sight = _Sight(np.zeros(DIRECTIONS), np.zeros(DIRECTIONS, np.int64), sine, cosine)
    seen, rings = np.full(len(index.building), -1), np.empty(len(index.building), np.int64)
    near = np.empty((256, 4))
    pieces, starts = np.empty((64 * count, 8)), np.zeros(count + 1, np.int64)
    turns, m = np.empty(DIRECTIONS, np.int64), 0
    for stand in range(count):
        if points.mode[stand] != NOWHERE:
            near, n = _walls_near(index, points, stand, seen, rings, near)
            _look_around(near, n, sight)
            pieces = _room_for(pieces, m + 2 * DIRECTIONS)
            m = _add_pieces(near, sight, turns, pieces, m)
        starts[stand + 1] = m
    return Horizons(pieces, starts)


def horizons_of(index: WallIndex, points: Standpoints) -> Horizons:
    """Look around from every standpoint in `DIRECTIONS` directions."""
    t = np.arange(DIRECTIONS) * _STEP
    return _all_horizons(index, points, np.sin(t), np.cos(t))


@compiled
def _walls_of_one(index: WallIndex, points: Standpoints) -> F64:
    """The walls around the only standpoint."""
    seen, rings = np.full(len(index.building), -1), np.empty(len(index.building), np.int64)
    near = np.empty((256, 4))
    near, n = _walls_near(index, points, 0, seen, rings, near)
    return near[:n].copy()


def walls_around(index: WallIndex, points: Standpoints) -> F64:
    """Give the walls within reach of the only standpoint that show it their face."""
    return _walls_of_one(index, points)
