"""Joining stretches of street into whole streets."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import replace
from itertools import combinations
from math import atan2, degrees

import shapely
from shapely import LineString

from mapper.exchange.sources.demo_town.parts import Stretch
from mapper.exchange.sources.demo_town.plan.words import Spot

_MOST_TURN_DEG = 38.0
_End = tuple[int, int]
"""An edge by its number, and 0 for its beginning or -1 for its end."""


def strokes_of(edges: list[Stretch]) -> list[Stretch]:
    """Join edges at every junction where two of one class and name go straight on."""
    joined = _joined_ends(edges)
    strokes = []
    for chain in _chains(len(edges), joined):
        merged = shapely.line_merge(shapely.union_all([edges[number].line for number in chain]))
        strokes += [replace(edges[chain[0]], line=line) for line in shapely.get_parts(merged)]
    return strokes


def _joined_ends(edges: list[Stretch]) -> list[tuple[int, int]]:
    """Pairs of edges that go on into each other, straightest pairs first at each junction."""
    meeting: dict[Spot, list[_End]] = defaultdict(list)
    for number, edge in enumerate(edges):
        for side in (0, -1):
            meeting[end_of(edge.line, side)].append((number, side))
    joined = []
    for ends in meeting.values():
        taken: set[_End] = set()
        for turn, one, other in sorted(_pairs(edges, ends)):
            if turn < _MOST_TURN_DEG and one not in taken and other not in taken:
                taken |= {one, other}
                joined.append((one[0], other[0]))
    return joined


def _pairs(edges: list[Stretch], ends: Iterable[_End]) -> Iterable[tuple[float, _End, _End]]:
    for one, other in combinations(ends, 2):
        first, second = edges[one[0]], edges[other[0]]
        if (first.name, first.street_class) == (second.name, second.street_class):
            between = abs(_bearing(first.line, one[1]) - _bearing(second.line, other[1])) % 360
            yield abs(180 - between), one, other


def end_of(line: LineString, side: int) -> Spot:
    """Where a line begins (0) or ends (-1), to the millimetre, so that ends can be compared."""
    east, north, *_ = line.coords[side]
    return round(east, 3), round(north, 3)


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
