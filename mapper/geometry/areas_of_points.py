"""Which of many areas each of very many points lies in: a grid answers for most points at once.

A cell of the grid that no border touches lies in an area or beside it as a whole. Only points in
the other cells are held against borders, and only against edges at their own height.
"""

from collections.abc import Iterator
from typing import NamedTuple

import numpy as np

from mapper.geometry.arrays import F64, I64, floats, integers
from mapper.geometry.compiled import compiled
from mapper.geometry.stretches.areas import Areas
from mapper.geometry.stretches.ways import checked_starts

_CORNERS = 3
"""Corners without which a ring encloses nothing."""
_MOST_ACROSS = 1024
"""Columns and rows of the grid at most: its numbers stay small enough to be near at hand."""
_NARROWEST = 1e-6
"""Degrees that a cell measures at least, about 0.1 m: far more than what sums are rounded by."""
_ASIDE = 1e-3
"""The share of a cell by which an edge is taken to be wider, so that rounding loses no cell."""
_ROUNDED_BY = 3.3306690738754716e-16
"""How far the rounded area of a triangle may be off, as a share of the terms it is made of."""
_SPLITTER = 134217729.0
"""Splits a number into two halves of 26 bits, whose products are exact (T. J. Dekker, 1971)."""
_BESIDE, _TOUCHED, _INSIDE = 0, 1, 2
"""How a cell lies to a strip."""
_ROOM = 1 << 17
"""Pairs that there is room for in one run: few enough that the same memory serves every run."""


class Inside(NamedTuple):
    """Pairs of a point, as its position, and the number of an area it lies in: by point, area."""

    point: I64
    area: I64


class _Grid(NamedTuple):
    """Cells from the south-west on, row by row, and what is known of each.

    `box` is west, south, east and north, `size` columns and rows, `per_degree` how many of either
    a degree has. A strip is what of an area lies in one row: strip s is of the area areas[s], and
    its edges (two corners each) stand in `edges` from strips[s]. A cell that lies in area a as a
    whole, and touches no other, has a in `cells`; any other has ~l for its list l, which is empty
    where l is 0. What list l names stands in `entries` from lists[l]: strips that the cell touches,
    and ~a for an area a that it lies in as a whole; no list names more than `longest`, at least 1.
    """

    box: tuple[float, float, float, float]
    size: tuple[int, int]
    per_degree: tuple[float, float]
    cells: I64
    lists: I64
    entries: I64
    longest: int
    strips: I64
    areas: I64
    edges: F64


def areas_of_points(lonlat: F64, areas: Areas) -> Inside:
    """Give every pair of a point and an area it lies in, a point on the border included.

    Points and corners are degrees, shape (n, 2), taken as a plane; a point without a position
    (NaN) is in no area. Areas may overlap, and those that share a border share its points. Whether
    a point lies on a border is decided without rounding. The nearer points stand to each other in
    `lonlat`, the faster this is. Raises `ValueError` where areas do not hold together.
    """
    point, area = zip(*_runs(lonlat, areas), strict=True)
    return Inside(np.concatenate(point), np.concatenate(area))


def numbers_in_areas(lonlat: F64, areas: Areas, number: int) -> I64:
    """Count the points in each area from 0 to below `number`; otherwise as `areas_of_points`."""
    counts = np.zeros(number, dtype=np.int64)
    for run in _runs(lonlat, areas):
        counts += np.bincount(run.area, minlength=number)[:number]
    return counts


def _runs(lonlat: F64, areas: Areas) -> Iterator[Inside]:
    """As `areas_of_points`, some points at a time; the first run is empty."""
    points, edges, area = floats(lonlat).reshape(-1, 2), *_edges(areas)
    yield Inside(np.empty(0, np.int64), np.empty(0, np.int64))
    if not len(edges):
        return
    # What np.unique says, which would sort what is in order.
    begins = np.diff(area, prepend=area[0] - 1) > 0
    numbers, grid = area[begins], _grid(edges, integers(np.cumsum(begins) - 1), len(points))
    step = max(1, _ROOM // grid.longest)
    for first in range(0, len(points), step):
        point, found = _found(points[first : first + step], grid)
        yield Inside(point + first, numbers[found])


def _edges(areas: Areas) -> tuple[F64, I64]:
    """The edges of all rings, shape (m, 4), and the number of each one's area."""
    lonlat, starts = floats(areas.lonlat), checked_starts(areas.starts, areas.lonlat)
    ring_area, corners = integers(areas.area), np.diff(starts)
    if len(ring_area) != len(corners) or np.any(np.diff(ring_area) < 0):
        raise ValueError("every ring needs the number of its area, in ascending order")
    if not np.isfinite(lonlat).all():
        raise ValueError("a corner of an area has no position")
    following = np.arange(1, len(lonlat) + 1)
    drawn = corners > 0
    following[starts[1:][drawn] - 1] = starts[:-1][drawn]
    kept = np.repeat(corners >= _CORNERS, corners)
    return np.hstack((lonlat, lonlat[following]))[kept], np.repeat(ring_area, corners)[kept]


def _grid(edges: F64, area: I64, points: int) -> _Grid:
    """The grid over the edges of areas that are numbered from 0; as fine as so many points need."""
    # Rings are closed: every corner is the first of an edge.
    (west, east), (south, north) = ((float(c.min()), float(c.max())) for c in edges.T[:2])
    across = min(_MOST_ACROSS, int(np.sqrt(points)) + 1)
    columns, by_column = _cut(east - west, across)
    rows, by_row = _cut(north - south, across)
    box, size, per_degree = (west, south, east, north), (columns, rows), (by_column, by_row)
    strips, areas, row, ordered = _strips(edges, area, south, rows, by_row)
    cells, list_of, entry = _entries(box, size, per_degree, strips, areas, row, ordered)
    lists, entries = _by_number(list_of, entry, int(list_of.max(initial=0)) + 1)
    longest = int(np.diff(lists).max(initial=1))
    return _Grid(box, size, per_degree, cells, lists, entries, longest, strips, areas, ordered)


def _cut(degrees: float, across: int) -> tuple[int, float]:
    """Into how many cells so many degrees are cut, and how many of them a degree has."""
    cells = max(1, min(across, int(degrees / _NARROWEST)))
    return cells, cells / max(degrees, _NARROWEST)


@compiled
def _cell(value: float, low: float, per_degree: float, cells: int) -> int:
    """The column or row of a value that is not below the lowest; greater values, greater cells."""
    return min(int((value - low) * per_degree), cells - 1)


def _strips(
    edges: F64, area: I64, south: float, rows: int, per_degree: float
) -> tuple[I64, I64, I64, F64]:
    """Where the edges of each strip start, its area and row, and all edges in this order."""
    span = _spans(edges, south, rows, per_degree)
    first_edge = np.searchsorted(area, np.arange(area[-1] + 1))
    lowest = np.minimum.reduceat(span[:, 0], first_edge)
    heights = np.maximum.reduceat(span[:, 1], first_edge) - lowest + 1
    first = np.cumsum(heights) - heights
    strip_area = np.repeat(np.arange(len(heights)), heights)
    row = np.arange(len(strip_area)) + (lowest - first)[strip_area]
    # An edge is in a strip for each row that it goes through.
    times = span[:, 1] - span[:, 0] + 1
    edge = np.repeat(np.arange(len(edges)), times)
    rising = np.arange(len(edge)) - np.repeat(np.cumsum(times) - times, times)
    strip = (first - lowest)[area[edge]] + span[edge, 0] + rising
    starts, ordered = _by_number(strip, edge, len(strip_area))
    return starts, integers(strip_area), integers(row), edges[ordered]


@compiled
def _spans(edges: F64, south: float, rows: int, per_degree: float) -> I64:
    """The first and the last row that each edge goes through."""
    spans = np.empty((len(edges), 2), dtype=np.int64)
    for edge in range(len(edges)):
        low, high = min(edges[edge, 1], edges[edge, 3]), max(edges[edge, 1], edges[edge, 3])
        spans[edge, 0] = _cell(low, south, per_degree, rows)
        spans[edge, 1] = _cell(high, south, per_degree, rows)
    return spans


@compiled
def _entries(
    box: tuple[float, float, float, float],
    size: tuple[int, int],
    per_degree: tuple[float, float],
    strips: I64,
    areas: I64,
    rows: I64,
    edges: F64,
) -> tuple[I64, I64, I64]:
    """What each cell has, and the entries of the lists with the list of each, strip by strip."""
    columns, by_column = size[0], per_degree[0]
    cells = np.full(columns * size[1], -1)
    list_of, entry_of = np.empty(2 * columns, dtype=np.int64), np.empty(2 * columns, dtype=np.int64)
    count, lists = 0, 1
    marks = np.full(columns, _BESIDE)
    for strip in range(len(rows)):
        some = edges[strips[strip] : strips[strip + 1]]
        low = box[1] + (rows[strip] - _ASIDE) / per_degree[1]
        high = box[1] + (rows[strip] + 1 + _ASIDE) / per_degree[1]
        leftmost, rightmost = _touch(marks, some, low, high, box[0], box[2], by_column)
        _fill(
            marks[leftmost : rightmost + 1],
            some,
            (low + high) / 2.0,
            box[0] + (leftmost + 0.5) / by_column,
            by_column,
        )
        # Room for the whole strip: to look for it cell by cell would double the time.
        if count + 2 * columns > len(list_of):
            list_of = np.concatenate((list_of, list_of))
            entry_of = np.concatenate((entry_of, entry_of))
        for column in range(leftmost, rightmost + 1):
            mark, marks[column] = marks[column], _BESIDE
            if mark == _BESIDE:
                continue
            cell = rows[strip] * columns + column
            held = cells[cell]
            if mark == _INSIDE and held == -1:
                cells[cell] = areas[strip]
                continue
            # What a cell has beside a single area, it has on a list.
            if held >= -1:
                cells[cell] = ~lists
                if held >= 0:
                    list_of[count], entry_of[count] = lists, ~held
                    count += 1
                lists += 1
            list_of[count] = ~cells[cell]
            entry_of[count] = ~areas[strip] if mark == _INSIDE else strip
            count += 1
    return cells, list_of[:count], entry_of[:count]


@compiled
def _touch(
    marks: I64, edges: F64, low: float, high: float, west: float, east: float, per_degree: float
) -> tuple[int, int]:
    """Mark the columns that edges touch between two latitudes; gives the first and the last."""
    leftmost, rightmost = len(marks), -1
    for edge in range(len(edges)):
        left, right = _reach(edges[edge], low, high)
        begin = _cell(max(left - _ASIDE / per_degree, west), west, per_degree, len(marks))
        end = _cell(min(right + _ASIDE / per_degree, east), west, per_degree, len(marks))
        leftmost, rightmost = min(leftmost, begin), max(rightmost, end)
        for column in range(begin, end + 1):
            marks[column] = _TOUCHED
    return leftmost, rightmost


@compiled
def _fill(marks: I64, edges: F64, lat: float, lon: float, per_degree: float) -> None:
    """Mark the columns that lie inside as a whole; the first, whose middle is `lon`, is touched."""
    inside = False
    for column in range(1, len(marks)):
        if marks[column] == _TOUCHED:
            continue
        if marks[column - 1] == _TOUCHED:
            inside = _covers(edges, 0, len(edges), lon + column / per_degree, lat)
        if inside:
            marks[column] = _INSIDE


@compiled
def _reach(edge: F64, low: float, high: float) -> tuple[float, float]:
    """The least and the greatest longitude that an edge has between two latitudes."""
    lon, lat, to_lon, to_lat = edge[0], edge[1], edge[2], edge[3]
    if lat > to_lat:
        lon, lat, to_lon, to_lat = to_lon, to_lat, lon, lat
    begin, end = lon, to_lon
    if lat < low:
        begin = lon + (to_lon - lon) * ((low - lat) / (to_lat - lat))
    if to_lat > high:
        end = lon + (to_lon - lon) * ((high - lat) / (to_lat - lat))
    return min(begin, end), max(begin, end)


@compiled
def _by_number(number: I64, entry: I64, numbers: int) -> tuple[I64, I64]:
    """Where the entries of each number start, and all entries in this order."""
    starts = np.zeros(numbers + 1, dtype=np.int64)
    for place in range(len(number)):
        starts[number[place] + 1] += 1
    starts = np.cumsum(starts)
    entries = np.empty(len(entry), dtype=np.int64)
    filled = starts.copy()
    for place in range(len(number)):
        entries[filled[number[place]]] = entry[place]
        filled[number[place]] += 1
    return starts, entries


@compiled
def _found(lonlat: F64, grid: _Grid) -> tuple[I64, I64]:
    """As `areas_of_points`, of areas that are numbered from 0."""
    (west, south, east, north), (columns, rows) = grid.box, grid.size
    by_column, by_row = grid.per_degree
    cells, lists, entries, strips, areas, edges = (
        grid.cells,
        grid.lists,
        grid.entries,
        grid.strips,
        grid.areas,
        grid.edges,
    )
    # Room for all there could be: arrays that may grow in this loop would double its time.
    point_of = np.empty(len(lonlat) * grid.longest, dtype=np.int64)
    area_of = np.empty(len(point_of), dtype=np.int64)
    count = 0
    for point in range(len(lonlat)):
        lon, lat = lonlat[point, 0], lonlat[point, 1]
        if not (west <= lon <= east and south <= lat <= north):
            continue
        cell = _cell(lat, south, by_row, rows) * columns + _cell(lon, west, by_column, columns)
        held = cells[cell]
        if held >= 0:
            point_of[count], area_of[count] = point, held
            count += 1
            continue
        for place in range(lists[~held], lists[~held + 1]):
            entry = entries[place]
            if entry < 0 or _covers(edges, strips[entry], strips[entry + 1], lon, lat):
                point_of[count], area_of[count] = point, ~entry if entry < 0 else areas[entry]
                count += 1
    return point_of[:count], area_of[:count]


@compiled
def _covers(edges: F64, first: int, last: int, lon: float, lat: float) -> bool:
    """Whether a point lies inside some edges or on one: those of an area at the point's height.

    It is inside where a line due east from it goes over an odd number of edges.
    """
    inside = False
    for edge in range(first, last):
        one_lat, other_lat = edges[edge, 1], edges[edge, 3]
        if (one_lat > lat and other_lat > lat) or (one_lat < lat and other_lat < lat):
            continue
        one_lon, other_lon = edges[edge, 0], edges[edge, 2]
        if one_lon < lon and other_lon < lon:
            continue
        if one_lat == other_lat:
            if one_lon <= lon or other_lon <= lon:
                return True
            continue
        side = _side(one_lon, one_lat, other_lon, other_lat, lon, lat)
        if side == 0:
            return True
        # An end at the very height of the point counts as below it.
        if (one_lat > lat) != (other_lat > lat) and (side > 0) == (other_lat > one_lat):
            inside = not inside
    return inside


@compiled
def _side(ax: float, ay: float, bx: float, by: float, x: float, y: float) -> int:
    """On which side of the line from a to b a point lies: 1 left, -1 right, 0 on the line."""
    one, other = (bx - ax) * (y - ay), (by - ay) * (x - ax)
    difference = one - other
    if abs(difference) > _ROUNDED_BY * (abs(one) + abs(other)):
        return 1 if difference > 0 else -1
    return _exact_side(ax, ay, bx, by, x, y)


@compiled
def _exact_side(ax: float, ay: float, bx: float, by: float, x: float, y: float) -> int:
    """As `_side`, without rounding anything (J. R. Shewchuk, 1997).

    Each difference is a number and what rounding took from it; their products are added up as a
    row of numbers, least first, none of which has a bit in common with another.
    """
    total, count = np.zeros(16), 0
    for sign, factor, other in (
        (1.0, _difference(bx, ax), _difference(y, ay)),
        (-1.0, _difference(by, ay), _difference(x, ax)),
    ):
        for left in factor:
            for right in other:
                for part in _product(sign * left, right):
                    carried = part
                    for place in range(count):
                        carried, total[place] = _sum(carried, total[place])
                    total[count] = carried
                    count += 1
    for place in range(count - 1, -1, -1):
        if total[place] != 0.0:
            return 1 if total[place] > 0.0 else -1
    return 0


@compiled
def _sum(one: float, other: float) -> tuple[float, float]:
    """A sum, and what rounding took from it (D. E. Knuth)."""
    rounded = one + other
    share = rounded - one
    return rounded, (one - (rounded - share)) + (other - share)


@compiled
def _difference(one: float, other: float) -> tuple[float, float]:
    """A difference, and what rounding took from it."""
    return _sum(one, -other)


@compiled
def _product(one: float, other: float) -> tuple[float, float]:
    """What rounding took from a product, and the product."""
    rounded = one * other
    one_high, one_low = _halves(one)
    high, low = _halves(other)
    rest = ((one_high * high - rounded) + one_high * low + one_low * high) + one_low * low
    return rest, rounded


@compiled
def _halves(number: float) -> tuple[float, float]:
    """A number as the sum of two of half its bits."""
    wide = _SPLITTER * number
    high = wide - (wide - number)
    return high, number - high
