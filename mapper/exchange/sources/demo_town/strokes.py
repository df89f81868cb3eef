"""Joining pieces of street into whole streets, and giving each a name."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import combinations
from math import atan2, degrees

import shapely
from shapely import LineString

from mapper.exchange.sources.demo_town.network import Edge
from mapper.exchange.sources.demo_town.plan import Spot
from mapper.vocabulary import StreetClass

_MOST_TURN_DEG = 38.0
_End = tuple[int, int]
"""An edge by its number, and 0 for its beginning or -1 for its end."""


@dataclass(frozen=True, slots=True)
class Stroke:
    """A street as somebody walks it: pieces that go on into each other."""

    line: LineString
    street_class: StreetClass
    name: str


def strokes_of(edges: list[Edge]) -> list[Stroke]:
    """Join edges at every junction where two of one class and name go straight on."""
    joined = _joined_ends(edges)
    strokes = []
    for chain in _chains(len(edges), joined):
        merged = shapely.line_merge(shapely.union_all([edges[number].line for number in chain]))
        first = edges[chain[0]]
        for line in shapely.get_parts(merged):
            strokes.append(Stroke(line, first.street_class, first.name))
    return strokes


def _joined_ends(edges: list[Edge]) -> list[tuple[int, int]]:
    """Pairs of edges that go on into each other, straightest pairs first at each junction."""
    meeting: dict[Spot, list[_End]] = defaultdict(list)
    for number, edge in enumerate(edges):
        for side in (0, -1):
            meeting[_spot(edge.line.coords[side])].append((number, side))
    joined = []
    for ends in meeting.values():
        taken: set[_End] = set()
        for turn, one, other in sorted(_pairs(edges, ends)):
            if turn < _MOST_TURN_DEG and one not in taken and other not in taken:
                taken |= {one, other}
                joined.append((one[0], other[0]))
    return joined


def _pairs(edges: list[Edge], ends: Iterable[_End]) -> Iterable[tuple[float, _End, _End]]:
    for one, other in combinations(ends, 2):
        first, second = edges[one[0]], edges[other[0]]
        if (first.name, first.street_class) == (second.name, second.street_class):
            between = abs(_bearing(first.line, one[1]) - _bearing(second.line, other[1])) % 360
            yield abs(180 - between), one, other


def _spot(coordinate: Spot) -> Spot:
    return round(coordinate[0], 3), round(coordinate[1], 3)


def _bearing(line: LineString, side: int) -> float:
    """The direction in which a line leaves one of its ends, in degrees."""
    near, far = line.coords[side], line.coords[1 if side == 0 else -2]
    return degrees(atan2(far[1] - near[1], far[0] - near[0]))


def _chains(count: int, joined: list[tuple[int, int]]) -> list[list[int]]:
    """Numbers from 0 up to `count`, gathered by which are joined."""
    chain_of = {number: [number] for number in range(count)}
    for one, other in joined:
        first, second = chain_of[one], chain_of[other]
        if first is not second:
            first += second
            chain_of.update(dict.fromkeys(second, first))
    chains = {id(chain): chain for chain in chain_of.values()}
    return list(chains.values())
