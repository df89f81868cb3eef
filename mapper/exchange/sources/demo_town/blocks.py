"""Cutting the faces between main roads into blocks, as each quarter does it."""

from dataclasses import dataclass
from math import cos, hypot, pi, radians, sin
from random import Random

import shapely
from shapely import LineString, Point, Polygon
from shapely.affinity import rotate
from shapely.geometry.base import BaseGeometry
from shapely.ops import split

from mapper.exchange.sources.demo_town.plan.quarters import QUARTERS
from mapper.exchange.sources.demo_town.plan.words import Quarter, Style
from mapper.exchange.sources.demo_town.rectangles import long_axis

BLOCK_AREA_M2: dict[Style, float] = {
    "old": 5600,
    "terraces": 14000,
    "villas": 24000,
    "works": 32000,
}
"""Roughly how large a block is left, where blocks are cut one by one."""

_TURN: dict[Style, float] = {"old": 0.28, "terraces": 0.08, "villas": 0.2, "works": 0.04}
_SHARES = (0.36, 0.43, 0.5, 0.57, 0.64)
_GRID_M = (78.0, 132.0)
_JOIN_M = 26.0
_SHORTEST_M = 30.0
_OVERSHOOT_M = 0.5
_APART_M = 34.0


@dataclass(frozen=True, slots=True)
class _Cut:
    """One way to cut a block, and how ugly it would be."""

    ends: tuple[Point, Point]
    ugliness: float


def quarter_at(east: float, north: float) -> Quarter:
    """The quarter whose spot is nearest."""
    return min(
        QUARTERS,
        key=lambda quarter: hypot(quarter.spot[0] - east, quarter.spot[1] - north),
    )


def streets_within(face: Polygon, junctions: list[Point], dice: Random) -> list[LineString]:
    """The streets that cut one face into blocks; new junctions are added to the list."""
    middle = face.representative_point()
    quarter = quarter_at(middle.x, middle.y)
    if quarter.style == "grid":
        return _grid(face, quarter.turned)
    if quarter.style not in BLOCK_AREA_M2:
        return []
    return _halved(face, quarter.style, junctions, dice)


def _grid(face: Polygon, turned: float) -> list[LineString]:
    """Parallel streets both ways, right through the face."""
    centre = face.centroid
    reach = hypot(face.bounds[2] - face.bounds[0], face.bounds[3] - face.bounds[1]) / 2
    lines = []
    for angle, spacing in zip((turned + 90, turned), _GRID_M, strict=True):
        count = int(reach // spacing) + 1
        for step in range(-count, count):
            x = centre.x + (step + 0.5) * spacing
            line = LineString([(x, centre.y - reach), (x, centre.y + reach)])
            lines += _inside(rotate(line, angle, origin=centre), face)
    return lines


def _inside(line: LineString, face: Polygon) -> list[LineString]:
    """The parts of a line inside a face, but for those that run close beside its edge."""
    parts = shapely.get_parts(line.intersection(face))
    heart = face.buffer(-_APART_M)
    return [
        _overshot(Point(part.coords[0]), Point(part.coords[-1]))
        for part in parts
        if part.length > _SHORTEST_M and part.intersection(heart).length > part.length / 3
    ]


def _overshot(start: Point, end: Point) -> LineString:
    """A line a little longer than from point to point, so that it surely meets what lies there."""
    share = _OVERSHOOT_M / start.distance(end)
    east, north = (end.x - start.x) * share, (end.y - start.y) * share
    return LineString(
        [(start.x - east, start.y - north), (end.x + east, end.y + north)],
    )


def _halved(block: Polygon, style: Style, junctions: list[Point], dice: Random) -> list[LineString]:
    """Cut a block across its longer side, and both halves again, until they are small enough."""
    if block.area < BLOCK_AREA_M2[style] * dice.uniform(0.75, 1.3):
        return []
    found = _cuts_across(block, style, junctions, dice)
    if not found:
        return []
    start, end = min(found, key=lambda cut: cut.ugliness).ends
    line = _overshot(start, end)
    junctions += [start, end]
    halves = [part for part in split(block, line).geoms if isinstance(part, Polygon)]
    return [line, *(cut for half in halves for cut in _halved(half, style, junctions, dice))]


def _cuts_across(block: Polygon, style: Style, junctions: list[Point], dice: Random) -> list[_Cut]:
    """Several ways to cut a block across its longer side."""
    axis = long_axis(block)
    length, angle = axis.length, radians(axis.turned)
    near = [junction for junction in junctions if block.distance(junction) < 1]
    cuts = []
    for share in _SHARES:
        along = (share - 0.5) * length
        x, y = axis.middle.x + cos(angle) * along, axis.middle.y + sin(angle) * along
        across = angle + pi / 2 + dice.gauss(0, _TURN[style])
        east, north = cos(across) * length, sin(across) * length
        line = LineString([(x - east, y - north), (x + east, y + north)])
        cut = _joined(line, block, near)
        if cut:
            cuts.append(cut)
    return cuts


def _joined(line: LineString, block: Polygon, near: list[Point]) -> _Cut | None:
    """The longest part of a line inside a block, led into junctions that are close to its ends."""
    inside = max(shapely.get_parts(line.intersection(block)), key=lambda part: part.length)
    if inside.length < _SHORTEST_M:
        return None
    ends = [_joint(Point(end), near) for end in (inside.coords[0], inside.coords[-1])]
    led = LineString(ends)
    if led.length < _SHORTEST_M or led.intersection(block.buffer(-2)).length < 0.8 * led.length:
        return None
    halves = split(block, _overshot(ends[0], ends[1])).geoms
    fairness = min(_roundness(half) * half.area**0.5 for half in halves)
    return _Cut((ends[0], ends[1]), -fairness)


def _joint(end: Point, near: list[Point]) -> Point:
    """A junction close to where a street would end: one that goes on beats one that starts anew."""
    joint = min(near, key=end.distance, default=end)
    return joint if end.distance(joint) < _JOIN_M else end


def _roundness(shape: BaseGeometry) -> float:
    """1 for a circle, less the longer the edge is for the area (Polsby and Popper's measure)."""
    return float(4 * pi * shape.area / shape.length**2)
