"""Cuts a sector out of what stands around: the ring of the ground seen, and its area."""

from typing import NamedTuple

import numpy as np

from mapper.geometry.arrays import F64, I64
from mapper.geometry.compiled import compiled
from mapper.geometry.distances import EARTH_RADIUS_M
from mapper.geometry.views.eyes import Views
from mapper.geometry.views.horizons import Horizons
from mapper.geometry.views.standpoints import Rows, Standpoints
from mapper.vocabulary.compass import FULL_TURN

CHORD = 10.0
"""Degrees of an arc between two corners; they stand a little outside, so that areas stay true."""

_INNER_CHORD = 5.0
"""Degrees between the corners of the near limit, which stand on it."""

HAIR_M = 0.001
"""So wide a ring stays where nothing beyond the near limit is seen, not to touch itself."""

_CLOSE_M = HAIR_M / 2
"""Corners nearer to each other, east and north together, are one."""

_LEAST_M2 = 1e-4
"""A view of less than a hand's size is none."""

_SAME_ANGLE = 1e-9
"""Radians; an arc that lacks no more than that is a circle."""

_METRES = EARTH_RADIUS_M * np.pi / 180.0
_TURN = 2.0 * np.pi


class _Sector(NamedTuple):
    """One row: bearings from `begin` on over `width` in radians, metres, an arc's widest chord."""

    begin: float
    width: float
    near: float
    far: float
    chord: float


COUNT, OPEN, ARC_BEGIN, ARC_END = 0, 1, 2, 3
"""What a pen remembers: corners written, whether an arc may still grow, and its bearings."""


class _Pen(NamedTuple):
    """Corners written so far, in metres east and north, and what the pen remembers."""

    corners: F64
    memory: F64


@compiled
def _corner(pen: _Pen, east: float, north: float) -> None:
    """Write a corner, unless it is the last one again."""
    n = int(pen.memory[COUNT])
    if n > 0 and abs(pen.corners[n - 1, 0] - east) + abs(pen.corners[n - 1, 1] - north) < _CLOSE_M:
        return
    pen.corners[n, 0], pen.corners[n, 1] = east, north
    pen.memory[COUNT] = n + 1


@compiled
def _corner_at(pen: _Pen, bearing: float, distance: float) -> None:
    """Write a corner so far away in a direction."""
    _corner(pen, distance * np.sin(bearing), distance * np.cos(bearing))


@compiled
def _close_arc(pen: _Pen, sector: _Sector) -> None:
    """Write the open arc, if there is one: corners so far out that its area is the circle's."""
    if pen.memory[OPEN] == 0.0:
        return
    pen.memory[OPEN] = 0.0
    begin, end = pen.memory[ARC_BEGIN], pen.memory[ARC_END]
    steps = max(1, int(np.ceil((end - begin) / sector.chord - 1e-9)))
    step = (end - begin) / steps
    radius = sector.far * np.sqrt(step / np.sin(step)) if step > 0.0 else sector.far
    whole = end - begin >= _TURN - _SAME_ANGLE
    for i in range(steps + (0 if whole else 1)):
        _corner_at(pen, begin + i * step, radius)


@compiled
def _add_arc(pen: _Pen, sector: _Sector, begin: float, end: float) -> float:
    """Let the open arc grow (whatever else is written closes it), or open one; gives the area."""
    if end <= begin:
        return 0.0
    if pen.memory[OPEN] == 0.0:
        pen.memory[ARC_BEGIN] = begin
        pen.memory[OPEN] = 1.0
    pen.memory[ARC_END] = end
    return (sector.far * sector.far - sector.near * sector.near) * (end - begin) / 2.0


@compiled
def _add_wall(pen: _Pen, sector: _Sector, a: float, b: float, begin: float, end: float) -> float:
    """Write where a wall is seen; gives the area before it."""
    if end <= begin:
        return 0.0
    _close_arc(pen, sector)
    east_1, north_1, east_2, north_2 = np.sin(begin), np.cos(begin), np.sin(end), np.cos(end)
    first, last = 1.0 / (a * east_1 + b * north_1), 1.0 / (a * east_2 + b * north_2)
    _corner(pen, first * east_1, first * north_1)
    _corner(pen, last * east_2, last * north_2)
    turn = east_2 * north_1 - north_2 * east_1
    return float(first * last * turn - sector.near * sector.near * (end - begin)) / 2.0


@compiled
def _add_nothing(pen: _Pen, sector: _Sector, begin: float, end: float) -> None:
    """Write a hair's width along the near limit, where a wall stands before it."""
    if end <= begin:
        return
    _close_arc(pen, sector)
    steps = max(1, int(np.ceil((end - begin) / np.radians(_INNER_CHORD))))
    # So far out that no chord comes nearer than the near limit.
    radius = (sector.near + 2.0 * HAIR_M) / np.cos((end - begin) / steps / 2.0)
    for i in range(steps + 1):
        _corner_at(pen, begin + (end - begin) * i / steps, radius)


@compiled
def _between(bearing: float, begin: float, end: float) -> float:
    """The bearing brought into a range."""
    return min(max(bearing, begin), end)


@compiled
def _add_whole(pen: _Pen, sector: _Sector, piece: F64) -> float:
    """Write a piece that no limit cuts; gives the area seen."""
    _close_arc(pen, sector)
    _corner(pen, piece[4], piece[5])
    _corner(pen, piece[6], piece[7])
    lost = sector.near * sector.near * (piece[1] - piece[0])
    return float(piece[6] * piece[5] - piece[4] * piece[7] - lost) / 2.0


@compiled
def _is_whole(sector: _Sector, piece: F64) -> bool:
    """Whether all of a wall's piece lies between the near and the far limit."""
    far, near = sector.far * sector.far, sector.near * sector.near
    return bool(
        piece[4] * piece[4] + piece[5] * piece[5] <= far
        and piece[6] * piece[6] + piece[7] * piece[7] <= far
        and near * (piece[2] * piece[2] + piece[3] * piece[3]) <= 1.0
    )


@compiled
def _add_cut(pen: _Pen, sector: _Sector, a: float, b: float, begin: float, end: float) -> float:
    """Write a piece that one of the limits may cut; gives the area seen."""
    steep, middle = np.hypot(a, b), (begin + end) / 2.0
    if sector.far * steep <= 1.0:
        return _add_arc(pen, sector, begin, end)
    # The wall's foot, where it is nearest, lies `1 / steep` away in this direction.
    foot = middle + (np.arctan2(a, b) - middle + np.pi) % _TURN - np.pi
    reach = np.arccos(1.0 / (sector.far * steep))
    first, last = _between(foot - reach, begin, end), _between(foot + reach, begin, end)
    area = _add_arc(pen, sector, begin, first)
    if sector.near * steep > 1.0:
        reach = np.arccos(1.0 / (sector.near * steep))
        one, other = _between(foot - reach, first, last), _between(foot + reach, first, last)
        area += _add_wall(pen, sector, a, b, first, one)
        _add_nothing(pen, sector, one, other)
        area += _add_wall(pen, sector, a, b, other, last)
    else:
        area += _add_wall(pen, sector, a, b, first, last)
    return area + _add_arc(pen, sector, last, end)


@compiled
def _add_pieces(pen: _Pen, sector: _Sector, pieces: F64) -> float:
    """Write the pieces of one horizon that lie in a sector, in order; gives the area seen."""
    area = 0.0
    # The sector begins in the turn that the pieces cover, and may end in the next one.
    low = pieces[0, 0]
    begin = low + (sector.begin - low) % _TURN
    end = begin + sector.width
    for turn in range(2):
        for i in range(len(pieces)):
            first, last = pieces[i, 0] + turn * _TURN, pieces[i, 1] + turn * _TURN
            here, there = max(first, begin), min(last, end)
            if there > here:
                a, b = pieces[i, 2], pieces[i, 3]
                bare = a == 0.0 and b == 0.0
                if not bare and here == first and there == last and _is_whole(sector, pieces[i]):
                    area += _add_whole(pen, sector, pieces[i])
                else:
                    area += _add_cut(pen, sector, a, b, here, there)
    _close_arc(pen, sector)
    return area


@compiled
def _close_ring(pen: _Pen, sector: _Sector) -> None:
    """Write the way back: over the eye, or along the near limit; an all-round ring needs none."""
    if sector.width >= _TURN:
        n = int(pen.memory[COUNT])
        last, head = pen.corners[n - 1], pen.corners[0]
        if n > 1 and abs(last[0] - head[0]) + abs(last[1] - head[1]) < _CLOSE_M:
            pen.memory[COUNT] = n - 1
        return
    if sector.near <= 0.0:
        _corner(pen, 0.0, 0.0)
        return
    steps = max(1, int(np.ceil(sector.width / np.radians(_INNER_CHORD))))
    for i in range(steps, -1, -1):
        _corner_at(pen, sector.begin + sector.width * i / steps, sector.near)


@compiled
def _sector_of(bearing: float, opening: float, near: float, far: float, chord: float) -> _Sector:
    """A row as a sector; of width 0 where it sees nothing whatever stands around."""
    if not (opening > 0.0 and far < np.inf):
        return _Sector(0.0, 0.0, 0.0, 0.0, chord)
    if opening >= FULL_TURN:
        return _Sector(0.0, _TURN if far > 0.0 else 0.0, 0.0, far, chord)
    near = max(near, 0.0)
    if not (far > near and abs(bearing) < np.inf):
        return _Sector(0.0, 0.0, 0.0, 0.0, chord)
    return _Sector(np.radians(bearing - opening / 2.0), np.radians(opening), near, far, chord)


@compiled
def _draw(
    rows: Rows, points: Standpoints, pieces: Horizons, chord: float
) -> tuple[F64, I64, F64, F64]:
    """Write the rings of all rows: their corners, where each begins, areas, and what walls took."""
    count = len(rows.bearing)
    lonlat = np.empty((64 * count, 2))
    starts = np.zeros(count + 1, np.int64)
    area, cut = np.zeros(count), np.zeros(count)
    pen = _Pen(np.empty((4096, 2)), np.zeros(4))
    for row in range(count):
        stand = points.of_row[row]
        first, last = pieces.starts[stand], pieces.starts[stand + 1]
        sector = _sector_of(
            rows.bearing[row], rows.opening[row], rows.near_m[row], rows.far_m[row], chord
        )
        most = 6 * (last - first) + int(4.0 * _TURN / min(chord, np.radians(_INNER_CHORD))) + 16
        if most > len(pen.corners):
            pen = _Pen(np.empty((2 * most, 2)), pen.memory)
        pen.memory[:] = 0.0
        if sector.width > 0.0 and last > first:
            area[row] = _add_pieces(pen, sector, pieces.pieces[first:last])
            whole = (sector.far * sector.far - sector.near * sector.near) * sector.width / 2.0
            cut[row] = min(max(1.0 - area[row] / whole, 0.0), 1.0)
            if area[row] < _LEAST_M2:
                area[row], pen.memory[COUNT] = 0.0, 0.0
            else:
                _close_ring(pen, sector)
        n, begin = int(pen.memory[COUNT]), starts[row]
        if begin + n > len(lonlat):
            lonlat = np.concatenate((lonlat, np.empty((len(lonlat) + n, 2))))
        lon, lat = points.lonlat[stand]
        across = _METRES * np.cos(np.radians(lat))
        for i in range(n):
            lonlat[begin + i, 0] = lon + pen.corners[i, 0] / across
            lonlat[begin + i, 1] = lat + pen.corners[i, 1] / _METRES
        starts[row + 1] = begin + n
    return lonlat[: starts[count]].copy(), starts, area, cut


def rings_of(rows: Rows, points: Standpoints, pieces: Horizons, chord: float = CHORD) -> Views:
    """Cut each row's sector out of the horizon of its standpoint."""
    return Views(*_draw(rows, points, pieces, np.radians(chord)))
