"""Finding points among very many that are sorted by their Z-order: in a box, and near a place."""

import numpy as np

from mapper.geometry.angles import DATE_LINE
from mapper.geometry.arrays import F64, I64
from mapper.geometry.boxes import Box
from mapper.geometry.compiled import compiled
from mapper.geometry.distances import EARTH_RADIUS_M, box_around
from mapper.geometry.mercator import MAX_LATITUDE
from mapper.geometry.morton import ACROSS, BITS

_FEW = 24
"""Points of a part that are looked at one by one, rather than the part being cut in four."""
_ROOM = 16
"""Points that are made room for at first; twice as many whenever it is full."""


def ranges_in_box(codes: I64, box: Box) -> I64:
    """Give where in sorted `codes` the points of a box in degrees stand, edges included.

    Ranges from a first position to below a last, shape (n, 2), not overlapping: together they
    are all points of the box, and no others. A box across the date line is two.
    """
    parts = [
        ranges_between(
            codes,
            _column(part.west),
            _row(part.north),
            _column(part.east) + 1,
            _row(part.south) + 1,
        )
        for part in box.split()
    ]
    return parts[0] if len(parts) == 1 else np.concatenate(parts)


def near(codes: I64, lon: float, lat: float, metres: float) -> tuple[I64, F64]:
    """Give the positions of all points within so many metres of one, nearest first, and how far.

    Distances are metres on the ground (haversine). Where points are equally far, the one that
    stands first in `codes` is first.
    """
    box = box_around(lon, lat, metres)
    return _near(codes, lon, lat, metres, box.west, box.south, box.east, box.north)


def positions_of(ranges: I64) -> I64:
    """Give every position of some ranges, shape (m,)."""
    sizes = ranges[:, 1] - ranges[:, 0]
    starts = np.cumsum(sizes) - sizes
    positions: I64 = np.arange(sizes.sum()) + np.repeat(ranges[:, 0] - starts, sizes)
    return positions


@compiled
def _near(
    codes: I64,
    lon: float,
    lat: float,
    metres: float,
    west: float,
    south: float,
    east: float,
    north: float,
) -> tuple[I64, F64]:
    """As `near`, with the degrees of a box that holds all that is asked for."""
    parts = [(west, east)] if west <= east else [(west, DATE_LINE), (-DATE_LINE, east)]
    positions = np.empty(_ROOM, dtype=np.int64)
    distances = np.empty(_ROOM, dtype=np.float64)
    count = 0
    for left, right in parts:
        ranges = ranges_between(
            codes, _column(left), _row(north), _column(right) + 1, _row(south) + 1
        )
        for part in range(len(ranges)):
            for position in range(ranges[part, 0], ranges[part, 1]):
                distance = _distance(codes[position], lon, lat)
                if distance > metres:
                    continue
                if count == len(positions):
                    positions = np.concatenate((positions, positions))
                    distances = np.concatenate((distances, distances))
                positions[count] = position
                distances[count] = distance
                count += 1
    order = np.argsort(distances[:count], kind="mergesort")
    return positions[order], distances[order]


@compiled
def _distance(code: int, lon: float, lat: float) -> float:
    """Metres on the ground (haversine) from a place in degrees to the middle of a point's unit."""
    other_lon = ((_every_second_bit(code) + 0.5) / ACROSS - 0.5) * 2.0 * np.pi
    other_lat = np.arctan(
        np.sinh(np.pi * (1.0 - 2.0 * (_every_second_bit(code >> 1) + 0.5) / ACROSS))
    )
    here_lon, here_lat = np.radians(lon), np.radians(lat)
    chord = np.sin((other_lat - here_lat) / 2.0) ** 2
    chord += np.cos(here_lat) * np.cos(other_lat) * np.sin((other_lon - here_lon) / 2.0) ** 2
    return float(2.0 * EARTH_RADIUS_M * np.arcsin(min(1.0, np.sqrt(chord))))


@compiled
def _column(lon: float) -> int:
    """As `morton.units_of`."""
    return min(int((lon / 360.0 + 0.5) * ACROSS), ACROSS - 1)


@compiled
def _row(lat: float) -> int:
    """As `morton.units_of`."""
    sine = np.sin(np.radians(min(max(lat, -MAX_LATITUDE), MAX_LATITUDE)))
    y = 0.5 - np.log((1.0 + sine) / (1.0 - sine)) / (4.0 * np.pi)
    return min(int(min(max(y, 0.0), 1.0) * ACROSS), ACROSS - 1)


@compiled
def ranges_between(  # noqa: C901  (one loop; what it calls would be called a million times)
    codes: I64, west: int, north: int, east: int, south: int
) -> I64:
    """As `ranges_in_box`, for columns from `west` to below `east` and rows likewise southwards."""
    found = np.empty((16, 2), dtype=np.int64)
    count = 0
    # Parts still to be looked at: zoom, first number, and the positions from and to it spans.
    parts = np.empty((4 * BITS, 4), dtype=np.int64)
    parts[0] = _smallest_tile(codes, west, north, east, south)
    waiting = 1
    while waiting:
        waiting -= 1
        zoom, first, low, high = parts[waiting]
        across = 1 << (BITS - zoom)
        left, top = _every_second_bit(first), _every_second_bit(first >> 1)
        if low == high or left >= east or top >= south:
            continue
        if left + across <= west or top + across <= north:
            continue
        if left >= west and top >= north and left + across <= east and top + across <= south:
            found, count = _with_range(found, count, low, high)
        elif high - low <= _FEW or zoom == BITS:
            for position in range(low, high):
                x = _every_second_bit(codes[position])
                y = _every_second_bit(codes[position] >> 1)
                if west <= x < east and north <= y < south:
                    found, count = _with_range(found, count, position, position + 1)
        else:
            # The last quarter first, so that the first is on top and the ranges stay in order.
            for quarter in range(3, -1, -1):
                begin = first + (quarter << 2 * (BITS - zoom - 1))
                middle = low + np.searchsorted(codes[low:high], begin) if quarter else low
                parts[waiting] = zoom + 1, begin, middle, high
                waiting += 1
                high = middle
    return found[:count]


@compiled
def _smallest_tile(
    codes: I64, west: int, north: int, east: int, south: int
) -> tuple[int, int, int, int]:
    """The smallest tile that holds a box: its zoom and first number, and the positions it spans."""
    zoom, different = BITS, (west ^ (east - 1)) | (north ^ (south - 1))
    while different > 0:
        zoom -= 1
        different >>= 1
    shift = BITS - zoom
    first = 0
    for bit in range(zoom):
        first |= ((west >> shift + bit) & 1) << 2 * bit | (
            (north >> shift + bit) & 1
        ) << 2 * bit + 1
    first <<= 2 * shift
    low = int(np.searchsorted(codes, first))
    return zoom, first, low, int(np.searchsorted(codes, first + (1 << 2 * shift)))


@compiled
def _with_range(found: I64, count: int, low: int, high: int) -> tuple[I64, int]:
    """Add a range, to the last one where it goes on from there."""
    if count and found[count - 1, 1] == low:
        found[count - 1, 1] = high
        return found, count
    if count == len(found):
        longer = np.empty((2 * count, 2), dtype=np.int64)
        longer[:count] = found
        found = longer
    found[count] = low, high
    return found, count + 1


@compiled
def _every_second_bit(code: int) -> int:
    """The column in a Z-order number; of the number halved, the row."""
    code &= 0x5555555555555555
    code = (code | code >> 1) & 0x3333333333333333
    code = (code | code >> 2) & 0x0F0F0F0F0F0F0F0F
    code = (code | code >> 4) & 0x00FF00FF00FF00FF
    code = (code | code >> 8) & 0x0000FFFF0000FFFF
    return (code | code >> 16) & 0x7FFFFFFF
