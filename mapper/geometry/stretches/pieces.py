"""Which pieces of ways lie inside which areas, in metres along the way."""

from dataclasses import dataclass
from math import ceil, cos, radians
from typing import NamedTuple

import numpy as np

from mapper.geometry.arrays import F64, I64, Flags, floats
from mapper.geometry.compiled import compiled
from mapper.geometry.stretches.areas import Areas, Chains, chains_of
from mapper.geometry.stretches.nearby import pairs_near
from mapper.geometry.stretches.ordering import ordered
from mapper.geometry.stretches.ways import Segments, Ways, segments_of
from mapper.vocabulary.compass import FULL_TURN

_FEW = 16
"""So many crossings are in order soonest when each is moved to its place past those before it."""


@dataclass(frozen=True, slots=True)
class Pieces:
    """Parts of ways, in metres from the start of each, and the number of the area they lie in.

    In the order of way, area, metres; pieces of one area on one way have no metre in common.
    """

    way: I64
    from_m: F64
    to_m: F64
    area: I64

    def __len__(self) -> int:
        return len(self.way)


def pieces_inside(ways: Ways, areas: Areas) -> Pieces:
    """Cut ways at the edges of areas, and give what lies inside.

    Of areas that share out the ground, each metre lies in exactly one: a way that runs along their
    common edge is in the area north of it, or west of it where it runs due north.
    """
    segments, chains = segments_of(ways), chains_of(areas)
    segment, area = pairs_near(segments, chains)
    pair, start, end = _inside(segments, chains, floats(areas.lonlat), area, segment)
    return _joined(segments, segment[pair], chains.number[area[pair]], start, end, len(ways))


def _joined(segments: Segments, segment: I64, area: I64, start: F64, end: F64, ways: int) -> Pieces:
    """Pieces of segments as pieces of ways: in order, and whole over the corners of a way."""
    way, first, last = segments.way[segment], segments.from_m[segment], segments.to_m[segment]
    # At the end of a segment stands the very number at which the next one begins.
    from_m = first + start * (last - first)
    to_m = np.where(end == 1, last, first + end * (last - first))
    order, _ = ordered(way, area.astype(np.float64), ways)
    fresh = np.diff(way[order], prepend=-1).astype(bool) | np.diff(area[order], prepend=-1).astype(
        bool
    )
    group = np.cumsum(fresh) - 1
    within, _ = ordered(group, from_m[order], int(group[-1]) + 1 if len(group) else 0)
    order = order[within]
    from_m, to_m = from_m[order], to_m[order]
    kept = _merge(group, from_m, to_m)
    return Pieces(way[order][kept], from_m[kept], to_m[kept], area[order][kept])


@compiled
def _merge(group: I64, from_m: F64, to_m: F64) -> Flags:
    """Lengthen each piece by those of its group that go on where it ends; gives those to keep."""
    kept = np.ones(len(group), dtype=np.bool_)
    last = 0
    for piece in range(1, len(group)):
        if group[piece] == group[last] and from_m[piece] <= to_m[last]:
            to_m[last] = max(to_m[last], to_m[piece])
            kept[piece] = False
        else:
            last = piece
    return kept


class _Line(NamedTuple):
    """A segment without its ends: a point in degrees, and the way to its other end.

    The way from that point to any other, times `by_lon` and `by_lat`, sums up to the share of the
    segment beside which the other lies: 0 at its start, 1 at its end.
    """

    lon: float
    lat: float
    east: float
    north: float
    by_lon: float
    by_lat: float


@compiled
def _inside(
    segments: Segments, chains: Chains, lonlat: F64, areas: I64, near: I64
) -> tuple[I64, F64, F64]:
    """The shares of segments that lie inside an area: of which pair, from where, to where."""
    starts, ends, (_, chain, spans, boxes, area_boxes) = segments.start, segments.end, chains
    pair_of = np.empty(2 * len(near) + 16, dtype=np.int64)
    first = np.empty(len(pair_of))
    last = np.empty(len(pair_of))
    cuts = np.empty(_most_edges(chains))
    count = 0
    for pair in range(len(near)):
        area, segment = areas[pair], near[pair]
        lon, lat = starts[segment, 0], starts[segment, 1]
        east, north = ends[segment, 0], ends[segment, 1]
        # Always eastward, or due north: both directions of a way are cut alike.
        backwards = east < lon or (east == lon and north < lat)
        if backwards:
            lon, lat, east, north = east, north, lon, lat
        turns = ceil((area_boxes[area, 0] - east) / FULL_TURN) * FULL_TURN
        while lon + turns <= area_boxes[area, 2]:
            line = _line(lon + turns, lat, east - lon, north - lat)
            inside, crossed = _cut(line, chain[area], chain[area + 1], spans, boxes, lonlat, cuts)
            while count + crossed // 2 + 1 > len(pair_of):
                pair_of = np.concatenate((pair_of, pair_of))
                first = np.concatenate((first, first))
                last = np.concatenate((last, last))
            for piece in range(0 if inside else 1, crossed + 1, 2):
                enters = cuts[piece - 1] if piece > 0 else 0.0
                leaves = cuts[piece] if piece < crossed else 1.0
                pair_of[count] = pair
                first[count] = 1 - leaves if backwards else enters
                last[count] = 1 - enters if backwards else leaves
                count += 1
            turns += FULL_TURN
    return pair_of[:count], first[:count], last[:count]


@compiled
def _most_edges(chains: Chains) -> int:
    """The edges of the area that has the most."""
    most = 0
    for area in range(len(chains.number)):
        most = max(most, chains.spans[chains.starts[area] : chains.starts[area + 1], 1].sum())
    return most


@compiled
def _line(lon: float, lat: float, east: float, north: float) -> _Line:
    squeezed = cos(radians(lat)) ** 2
    whole = east * east * squeezed + north * north
    return _Line(lon, lat, east, north, east * squeezed / whole, north / whole)


@compiled
def _cut(
    line: _Line, start: int, end: int, spans: I64, boxes: F64, lonlat: F64, cuts: F64
) -> tuple[bool, int]:
    """Whether a segment begins inside; and how often it goes in or out, at the shares in `cuts`.

    Each corner of the area is left of the line or it is not, which is decided once, and an edge
    whose ends differ crosses it. So the line goes in as often as it goes out, whatever is rounded,
    and nothing turns inside out.
    """
    inside = False
    count = 0
    for chain in range(start, end):
        west, south = boxes[chain, 0], boxes[chain, 1]
        east, north = boxes[chain, 2], boxes[chain, 3]
        if not _crosses(line, west, south, east, north):
            continue
        corner, closing = spans[chain, 0], spans[chain, 2]
        stop = corner + spans[chain, 1]
        left, share = _beside(line, lonlat[corner, 0], lonlat[corner, 1])
        if _is_behind(line, south, east, north):
            # Only whether it crosses counts, which its two ends tell.
            corner = stop - 1
        while corner < stop:
            corner += 1
            at = closing if corner == stop and closing >= 0 else corner
            next_left, next_share = _beside(line, lonlat[at, 0], lonlat[at, 1])
            if (left > 0) != (next_left > 0):
                cut = _between(left, share, next_left, next_share)
                if cut <= 0:
                    inside = not inside
                elif cut < 1:
                    cuts[count] = cut
                    count += 1
            left, share = next_left, next_share
    _put_in_order(cuts, count)
    return inside, count


@compiled
def _put_in_order(cuts: F64, count: int) -> None:
    """Sort the first so many: calling a sort takes longer than to move two or three."""
    if count > _FEW:
        cuts[:count].sort()
        return
    for place in range(1, count):
        cut, gap = cuts[place], place
        while gap > 0 and cuts[gap - 1] > cut:
            cuts[gap] = cuts[gap - 1]
            gap -= 1
        cuts[gap] = cut


@compiled
def _beside(line: _Line, lon: float, lat: float) -> tuple[float, float]:
    """How far left of the line a point lies (by sign), and beside which share of the segment."""
    east, north = lon - line.lon, lat - line.lat
    return line.east * north - line.north * east, east * line.by_lon + north * line.by_lat


@compiled
def _between(left: float, share: float, right: float, other: float) -> float:
    """Where an edge crosses; the same number for both areas whose common edge it is."""
    if left <= 0:
        left, share, right, other = right, other, left, share
    return share + (other - share) * (left / (left - right))


@compiled
def _crosses(line: _Line, west: float, south: float, east: float, north: float) -> bool:
    """Whether an edge inside a box may cross the line before the end of the segment.

    Rounding keeps order: no corner in the box is farther left or right than this says.
    """
    leftmost, _ = _beside(line, west if line.north > 0 else east, north)
    rightmost, _ = _beside(line, east if line.north > 0 else west, south)
    _, nearest = _beside(line, west, south if line.by_lat > 0 else north)
    return leftmost > 0 and rightmost <= 0 and nearest < 1


@compiled
def _is_behind(line: _Line, south: float, east: float, north: float) -> bool:
    """Whether everything in a box lies behind the start of the segment."""
    _, farthest = _beside(line, east, north if line.by_lat > 0 else south)
    return farthest <= 0
