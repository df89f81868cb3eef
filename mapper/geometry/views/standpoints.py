"""Where an eye really stands: on the outside of the building it hangs on, or inside its own."""

from typing import NamedTuple

import numpy as np

from mapper.geometry.angles import DATE_LINE, POLE
from mapper.geometry.arrays import F64, I64, Flags, floats, integers
from mapper.geometry.compiled import compiled
from mapper.geometry.distances import EARTH_RADIUS_M
from mapper.geometry.views.eyes import Eyes
from mapper.geometry.views.wall_index import CELL, WallIndex
from mapper.vocabulary.compass import FULL_TURN

OUTSIDE, LEFT_OUT, INSIDE, NOWHERE = 0, 1, 2, 3
"""How a standpoint's own buildings count: as walls, not at all, from inside; or no view at all."""

HANGS_WITHIN_M = 0.5
"""An eye so near to a wall hangs on it: outlines and positions are seldom better than that."""

OFF_THE_WALL_M = 0.1
"""So far before its wall an eye is put, about the length of a camera's arm."""

LOOKS_INTO = -0.5
"""Cosine of 120 degrees: a sector's middle so far from a wall's outward side looks into it."""

LAST_LATITUDE = 89.9
"""Nearer to a pole bearings turn within the length of a street, and nothing is drawn."""

_MOST_TRIES = 64
"""Walls tried, from the nearest on, before a building counts as having no free side."""

_NO_SIDE = 1e-9
"""Where two walls of one corner face so exactly against each other, their middle has no side."""

_METRES = EARTH_RADIUS_M * np.pi / 180.0


class Rows(NamedTuple):
    """The rows of eyes, as compiled loops take them."""

    camera: I64
    lonlat: F64
    bearing: F64
    opening: F64
    near_m: F64
    far_m: F64
    indoors: Flags


class Standpoints(NamedTuple):
    """Where views are cut from: often one for all rows of a camera.

    `own[own_starts[i]:own_starts[i + 1]]` are the buildings that `mode[i]` speaks of; `of_row`
    gives the standpoint of each row, `reach` the farthest that any of its rows sees.
    """

    lonlat: F64
    mode: I64
    reach: F64
    own: I64
    own_starts: I64
    of_row: I64


class _Room(NamedTuple):
    """Room to count in: by building whether a point is inside, and which were touched."""

    parity: I64
    touched: I64


@compiled
def _rings_at(index: WallIndex, lon: float, lat: float) -> tuple[int, int]:
    """From where to where `index.rings` holds the rings of the cell that a point lies in."""
    column = int(np.floor((lon + DATE_LINE) * index.columns / FULL_TURN)) % index.columns
    cell = int(np.floor((lat + POLE) / CELL)) * index.columns + column
    at = np.searchsorted(index.cells, cell)
    if at < len(index.cells) and index.cells[at] == cell:
        return index.entries[at], index.entries[at + 1]
    return 0, 0


@compiled
def _aside(lonlat: F64, corner: int, lon: float, lat: float) -> tuple[float, float]:
    """Metres east and north from a point to a corner."""
    east = (lonlat[corner, 0] - lon + DATE_LINE) % FULL_TURN - DATE_LINE
    return east * _METRES * np.cos(np.radians(lat)), (lonlat[corner, 1] - lat) * _METRES


@compiled
def _nearest_on(x1: float, y1: float, x2: float, y2: float) -> tuple[float, float]:
    """Where on a wall its nearest point to the origin lies (0 to 1), and how far squared."""
    along, up = x2 - x1, y2 - y1
    length = along * along + up * up
    at = 0.0
    if length > 0.0:
        at = min(1.0, max(0.0, -(x1 * along + y1 * up) / length))
    x, y = x1 + at * along, y1 + at * up
    return at, x * x + y * y


@compiled
def _against_ring(index: WallIndex, ring: int, lon: float, lat: float) -> tuple[bool, float]:
    """Whether a point is inside a ring, and its distance from it squared."""
    inside, least = False, np.inf
    begin, end = index.starts[ring], index.starts[ring + 1]
    x1, y1 = _aside(index.lonlat, end - 1, lon, lat)
    for corner in range(begin, end):
        x2, y2 = _aside(index.lonlat, corner, lon, lat)
        if (y1 > 0.0) != (y2 > 0.0) and (x1 * (y2 - y1) < (x2 - x1) * y1) == (y2 > y1):
            inside = not inside
        least = min(least, _nearest_on(x1, y1, x2, y2)[1])
        x1, y1 = x2, y2
    return inside, least


@compiled
def _count_ring(
    index: WallIndex, ring: int, lon: float, lat: float, within: float, room: _Room, n: int
) -> int:
    """Count a ring for the building it belongs to; gives how many buildings were touched."""
    inside, squared = _against_ring(index, ring, lon, lat)
    building = index.building[ring]
    if inside or squared <= within * within:
        if room.parity[building] == 0:
            room.touched[n] = building
            n += 1
        # Bit 1: touched; bit 2: inside; bit 4: near.
        room.parity[building] |= 1
        if inside:
            room.parity[building] ^= 2
        if squared <= within * within:
            room.parity[building] |= 4
    return n


@compiled
def _buildings_at(
    index: WallIndex, lon: float, lat: float, within: float, room: _Room
) -> tuple[int, bool]:
    """Put the buildings that a point is in or near to first in `touched`; and is it inside one."""
    begin, end = _rings_at(index, lon, lat)
    n = 0
    for entry in range(begin, end):
        n = _count_ring(index, index.rings[entry], lon, lat, within, room, n)
    for ring in index.wide:
        n = _count_ring(index, ring, lon, lat, within, room, n)
    kept, inside = 0, False
    for k in range(n):
        building = room.touched[k]
        inside = inside or (room.parity[building] & 2) != 0
        if room.parity[building] & 6:
            room.touched[kept] = building
            kept += 1
        room.parity[building] = 0
    return kept, inside


@compiled
def _outward(
    index: WallIndex, ring: int, corner: int, lon: float, lat: float
) -> tuple[float, float]:
    """The outward side of the wall that begins at a corner: one metre east and north, or 0, 0."""
    begin, end = index.starts[ring], index.starts[ring + 1]
    after = begin + (corner - begin + 1) % (end - begin)
    x1, y1 = _aside(index.lonlat, corner, lon, lat)
    x2, y2 = _aside(index.lonlat, after, lon, lat)
    length = np.hypot(x2 - x1, y2 - y1)
    if length == 0.0:
        return 0.0, 0.0
    return (y2 - y1) / length, (x1 - x2) / length


@compiled
def _outward_at(
    index: WallIndex, ring: int, corner: int, at: float, lon: float, lat: float
) -> tuple[float, float]:
    """The outward side of a point on a wall; at its ends the middle of the two walls' sides."""
    east, north = _outward(index, ring, corner, lon, lat)
    begin, end = index.starts[ring], index.starts[ring + 1]
    step = 1 if at == 1.0 else -1 if at == 0.0 else 0
    if step == 0:
        return east, north
    beside = begin + (corner - begin + step) % (end - begin)
    other_east, other_north = _outward(index, ring, beside, lon, lat)
    east, north = east + other_east, north + other_north
    length = np.hypot(east, north)
    if length < _NO_SIDE:
        return -other_east, -other_north
    return east / length, north / length


class _Wall(NamedTuple):
    """One wall as seen from a point: where it is nearest, and how far squared."""

    ring: int
    corner: int
    at: float
    squared: float


@compiled
def _next_wall(index: WallIndex, lon: float, lat: float, room: _Room, n: int, last: _Wall) -> _Wall:
    """The nearest wall of the first `n` buildings touched that comes after the last one tried."""
    best = _Wall(-1, -1, 0.0, np.inf)
    for k in range(n):
        first = np.searchsorted(index.building, room.touched[k])
        ring = first
        while ring < len(index.building) and index.building[ring] == room.touched[k]:
            begin, end = index.starts[ring], index.starts[ring + 1]
            x1, y1 = _aside(index.lonlat, begin, lon, lat)
            for corner in range(begin, end):
                after = corner + 1 if corner + 1 < end else begin
                x2, y2 = _aside(index.lonlat, after, lon, lat)
                at, squared = _nearest_on(x1, y1, x2, y2)
                later = squared > last.squared or (squared == last.squared and corner > last.corner)
                if later and squared < best.squared:
                    best = _Wall(ring, corner, at, squared)
                x1, y1 = x2, y2
            ring += 1
    return best


@compiled
def _foot(index: WallIndex, wall: _Wall, lon: float, lat: float) -> tuple[float, float]:
    """Metres east and north from a point to where a wall is nearest to it."""
    begin, end = index.starts[wall.ring], index.starts[wall.ring + 1]
    after = wall.corner + 1 if wall.corner + 1 < end else begin
    x1, y1 = _aside(index.lonlat, wall.corner, lon, lat)
    x2, y2 = _aside(index.lonlat, after, lon, lat)
    return x1 + wall.at * (x2 - x1), y1 + wall.at * (y2 - y1)


class _Place(NamedTuple):
    """A place before a wall: whether there is one, degrees, and the wall's outward side."""

    found: int
    lon: float
    lat: float
    east: float
    north: float


@compiled
def _place(index: WallIndex, lon: float, lat: float, room: _Room, n: int, side: int) -> _Place:
    """The place before the nearest wall of the first `n` buildings touched that has one free."""
    other = _Room(room.parity, room.touched[n:])
    last = _Wall(-1, -1, 0.0, -1.0)
    across = _METRES * np.cos(np.radians(lat))
    for _ in range(_MOST_TRIES):
        last = _next_wall(index, lon, lat, room, n, last)
        if last.ring < 0:
            break
        east, north = _outward_at(index, last.ring, last.corner, last.at, lon, lat)
        x, y = _foot(index, last, lon, lat)
        put_lon = lon + (x + side * OFF_THE_WALL_M * east) / across
        put_lat = lat + (y + side * OFF_THE_WALL_M * north) / _METRES
        if _buildings_at(index, put_lon, put_lat, 0.0, other)[1] == (side < 0):
            return _Place(1, put_lon, put_lat, east, north)
    return _Place(0, lon, lat, 0.0, 0.0)


@compiled
def _stand(index: WallIndex, lon: float, lat: float, side: int, room: _Room) -> tuple[int, _Place]:
    """How many buildings an eye hangs on (or is in), and where it is put; `side` 1 is outside."""
    n, inside = _buildings_at(index, lon, lat, HANGS_WITHIN_M, room)
    if n == 0:
        return 0, _Place(1, lon, lat, 0.0, 0.0)
    wall = _next_wall(index, lon, lat, room, n, _Wall(-1, -1, 0.0, -1.0))
    if inside == (side < 0) and wall.squared >= OFF_THE_WALL_M * OFF_THE_WALL_M:
        x, y = _foot(index, wall, lon, lat)
        distance = side * np.sqrt(wall.squared)
        place = _Place(1, lon, lat, -x / distance, -y / distance)
    else:
        place = _place(index, lon, lat, room, n, side)
    if side < 0 and place.found == 1:
        n = _buildings_at(index, place.lon, place.lat, 0.0, room)[0]
    return n, place


@compiled
def _is_somewhere(lon: float, lat: float) -> bool:
    """Whether bearings mean anything at a point."""
    return abs(lat) <= LAST_LATITUDE and abs(lon) < np.inf


@compiled
def _is_doubtful(place: _Place, bearing: float, opening: float) -> bool:
    """Whether an eye that hangs on a wall has no place there, or looks straight into it."""
    if place.found == 0 or opening >= FULL_TURN:
        return place.found == 0
    turned = np.radians(bearing)
    return bool(np.sin(turned) * place.east + np.cos(turned) * place.north < LOOKS_INTO)


@compiled
def _mode_of(rows: Rows, row: int, hung: int, place: _Place) -> int:
    """How the `hung` buildings that an eye hangs on count for one of its rows."""
    if not _is_somewhere(rows.lonlat[row, 0], rows.lonlat[row, 1]):
        return NOWHERE
    if hung == 0:
        return OUTSIDE
    if rows.indoors[row]:
        return INSIDE if place.found == 1 else LEFT_OUT
    return LEFT_OUT if _is_doubtful(place, rows.bearing[row], rows.opening[row]) else OUTSIDE


@compiled
def _is_other_eye(rows: Rows, row: int) -> bool:
    """Whether a row is of another eye than the one before it."""
    return (
        row == 0
        or rows.camera[row] != rows.camera[row - 1]
        or rows.lonlat[row, 0] != rows.lonlat[row - 1, 0]
        or rows.lonlat[row, 1] != rows.lonlat[row - 1, 1]
        or rows.indoors[row] != rows.indoors[row - 1]
    )


@compiled
def _all_standpoints(rows: Rows, index: WallIndex) -> Standpoints:
    """Go through the rows, and open a standpoint where a row does not share one before it."""
    count = len(rows.camera)
    buildings = index.building[-1] + 1 if len(index.building) else 0
    room = _Room(np.zeros(buildings, np.int64), np.zeros(2 * buildings, np.int64))
    found = Standpoints(
        np.empty((count, 2)),
        np.empty(count, np.int64),
        np.zeros(count),
        np.empty(64, np.int64),
        np.zeros(count + 1, np.int64),
        np.empty(count, np.int64),
    )
    own, stand, first, hung = found.own, -1, 0, 0
    place = _Place(1, 0.0, 0.0, 0.0, 0.0)
    for row in range(count):
        lon, lat = rows.lonlat[row]
        if _is_other_eye(rows, row):
            first = stand + 1
            hung, place = 0, _Place(1, lon, lat, 0.0, 0.0)
            if _is_somewhere(lon, lat):
                hung, place = _stand(index, lon, lat, -1 if rows.indoors[row] else 1, room)
        mode = _mode_of(rows, row, hung, place)
        at = first
        while at <= stand and found.mode[at] != mode:
            at += 1
        if at > stand:
            stand = at
            found.mode[at] = mode
            found.lonlat[at, 0] = lon if mode == LEFT_OUT else place.lon
            found.lonlat[at, 1] = lat if mode == LEFT_OUT else place.lat
            begin = found.own_starts[at]
            listed = hung if mode in (LEFT_OUT, INSIDE) else 0
            if begin + listed > len(own):
                own = np.concatenate((own, np.empty(len(own) + listed, np.int64)))
            own[begin : begin + listed] = room.touched[:listed]
            found.own_starts[at + 1] = begin + listed
        found.of_row[row] = at
        if np.isfinite(rows.far_m[row]):
            found.reach[at] = max(found.reach[at], rows.far_m[row])
    n = stand + 1
    return Standpoints(
        found.lonlat[:n],
        found.mode[:n],
        found.reach[:n],
        own,
        found.own_starts[: n + 1],
        found.of_row,
    )


def rows_of(eyes: Eyes) -> Rows:
    """The rows of eyes in the one layout that is compiled for."""
    return Rows(
        integers(eyes.camera),
        floats(eyes.lonlat),
        floats(eyes.bearing),
        floats(eyes.opening),
        floats(eyes.near_m),
        floats(eyes.far_m),
        np.require(eyes.indoors, np.bool_, ["C", "W"]),
    )


def standpoints_of(rows: Rows, index: WallIndex) -> Standpoints:
    """Say where each row's view is cut from; rows of one camera share what they can."""
    return _all_standpoints(rows, index)
