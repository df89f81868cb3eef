"""Finding points among very many that are sorted by their Z-order: in a box, and near a place."""

import numpy as np

from mapper.geometry.boxes import Box
from mapper.geometry.compiled import F64, I64, compiled
from mapper.geometry.distances import EARTH_RADIUS_M, box_around
from mapper.geometry.mercator import lonlat_of
from mapper.geometry.morton import ACROSS, BITS, columns_and_rows, units_of

_FEW = 24
"""Points of a part that are looked at one by one, rather than the part being cut in four."""
_FIRST_REACH_M = 25.0
"""How far the nearest points are looked for at first: where cameras are many this finds some."""


def ranges_in_box(codes: I64, box: Box) -> I64:
    """Give where in sorted `codes` the points of a box in degrees stand, edges included.

    Ranges from a first position to below a last, shape (n, 2), not overlapping: together they
    are all points of the box, and no others. A box across the date line is two.
    """
    parts = []
    for part in box.split():
        (west, east), (south, north) = units_of([part.west, part.east], [part.south, part.north])
        parts.append(ranges_between(codes, int(west), int(north), int(east) + 1, int(south) + 1))
    return parts[0] if len(parts) == 1 else np.concatenate(parts)


def near(codes: I64, lon: float, lat: float, metres: float) -> tuple[I64, F64]:
    """Give the positions of all points within so many metres of one, nearest first, and how far."""
    positions = positions_of(ranges_in_box(codes, box_around(lon, lat, metres)))
    distances = _distances(codes[positions], lon, lat)
    order = np.argsort(distances, kind="stable")
    order = order[: int(np.searchsorted(distances[order], metres, side="right"))]
    return positions[order], distances[order]


def nearest(codes: I64, lon: float, lat: float, number: int, metres: float) -> tuple[I64, F64]:
    """Give the positions of the nearest points within so many metres, at most so many, and how far.

    Distances are metres on the ground (haversine). Where points are equally far, the one that
    stands first in `codes` is first.
    """
    reach = _FIRST_REACH_M
    while True:
        positions, distances = near(codes, lon, lat, min(reach, metres))
        if len(positions) >= number or reach >= metres:
            return positions[:number], distances[:number]
        reach *= 4


def positions_of(ranges: I64) -> I64:
    """Give every position of some ranges, shape (m,)."""
    sizes = ranges[:, 1] - ranges[:, 0]
    starts = np.cumsum(sizes) - sizes
    positions: I64 = np.arange(sizes.sum()) + np.repeat(ranges[:, 0] - starts, sizes)
    return positions


def _distances(codes: I64, lon: float, lat: float) -> F64:
    """Metres on the ground from one point to many."""
    columns, rows = columns_and_rows(codes)
    lons, lats = lonlat_of((columns + 0.5) / ACROSS, (rows + 0.5) / ACROSS)
    half_north, half_east = np.radians(lats - lat) / 2, np.radians(lons - lon) / 2
    chord = np.sin(half_north) ** 2
    chord += np.cos(np.radians(lat)) * np.cos(np.radians(lats)) * np.sin(half_east) ** 2
    distances: F64 = 2 * EARTH_RADIUS_M * np.arcsin(np.minimum(1.0, np.sqrt(chord)))
    return distances


@compiled
def ranges_between(  # noqa: C901  (one loop; what it calls would be called a million times)
    codes: I64, west: int, north: int, east: int, south: int
) -> I64:
    """As `ranges_in_box`, for columns from `west` to below `east` and rows likewise southwards."""
    found = np.empty((16, 2), dtype=np.int64)
    count = 0
    # Parts still to be looked at: zoom, first number, and the positions from and to it spans.
    parts = np.empty((4 * BITS, 4), dtype=np.int64)
    parts[0] = 0, 0, 0, len(codes)
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
