"""Where a camera can hang in the town: walls, corners, lamps, gantries, doors."""

from collections import defaultdict
from dataclasses import dataclass
from math import atan2, cos, degrees, pi, radians, sin
from random import Random

import shapely
from shapely import LineString, Point, Polygon, STRtree

from mapper.exchange.sources.demo_town import plan
from mapper.exchange.sources.demo_town.buildings import House, placed_box
from mapper.exchange.sources.demo_town.curves import Bend
from mapper.exchange.sources.demo_town.lots import HALF_WIDTH_M
from mapper.exchange.sources.demo_town.plan import Spot, Use
from mapper.exchange.sources.demo_town.strokes import Stroke
from mapper.exchange.sources.demo_town.town import Town
from mapper.vocabulary import StreetClass

_WALL_M = 4.0
_KERB_M = 1.5


@dataclass(frozen=True, slots=True)
class Stand:
    """A spot in metres, and the bearing along the street or away from the wall, in degrees."""

    spot: Point
    bearing: float


class Stands:
    """All spots of a town by what sort they are, shuffled, each given out once."""

    def __init__(self, town: Town, bend: Bend, dice: Random) -> None:
        """Keep the town at hand."""
        self._town, self._bend, self._dice = town, bend, dice
        self._streets = [stroke for stroke in town.streets if stroke.street_class != "rail"]
        self._tree = STRtree([stroke.line for stroke in self._streets])
        self._given: list[Point] = []

    def on_houses(self, use: Use, near: Spot, within_m: float, count: int) -> list[Stand]:
        """Walls facing the street, of houses of one use around a spot of the plan."""
        middle = self._bend.of(Point(near))
        houses = [
            house
            for house in self._town.houses
            if house.use == use and house.outline.distance(middle) < within_m
        ]
        self._dice.shuffle(houses)
        return self._apart([self._front(house) for house in houses], count)

    def round_house(self, use: Use, count: int) -> list[Stand]:
        """Walls on all sides of the landmarks of one use."""
        walls = [
            stand
            for house in self._town.houses
            if house.use == use
            for stand in _walls(house.outline)
        ]
        self._dice.shuffle(walls)
        return walls[:count]

    def along(self, name: str, count: int, *, aside: bool = True) -> list[Stand]:
        """Spots spread along a street, at its kerb or over its middle."""
        strokes = [stroke for stroke in self._streets if stroke.name == name]
        stroke = max(strokes, key=lambda stroke: stroke.line.length)
        shares = [(number + 0.5) / count for number in range(count)]
        return [_beside(stroke, share, aside=aside) for share in shares]

    def junctions(self, street_class: StreetClass, near: Spot, count: int) -> list[Stand]:
        """Street corners where a street of this class meets others, nearest to a spot first."""
        meeting: dict[Spot, list[float]] = defaultdict(list)
        wanted: set[Spot] = set()
        for edge in self._town.network.edges:
            for line in (edge.line, edge.line.reverse()):
                node = (round(line.coords[0][0], 2), round(line.coords[0][1], 2))
                meeting[node].append(_bearing(line.coords[0], line.coords[1]))
                if edge.street_class == street_class:
                    wanted.add(node)
        middle = self._bend.of(Point(near))
        nodes = [node for node in wanted if len(meeting[node]) > 2]
        nodes.sort(key=lambda node: middle.distance(Point(node)))
        return self._apart([_corner(node, sorted(meeting[node])) for node in nodes], count)

    def in_box(
        self, spot: Spot, size: tuple[float, float], turned: float, count: int
    ) -> list[Stand]:
        """Spots at the corners of a square or car park, looking in."""
        box = placed_box(self._bend, spot, size, turned)
        corners = [Point(corner) for corner in box.buffer(-2).exterior.coords[:4]]
        middle = box.centroid
        return [Stand(corner, _bearing(corner.coords[0], middle.coords[0])) for corner in corners][
            :count
        ]

    def at(self, *spots: Spot) -> list[Stand]:
        """Spots of the plan itself, with bearings of their own."""
        return [Stand(self._bend.of(Point(spot)), self._dice.uniform(0, 360)) for spot in spots]

    def anywhere(self, count: int) -> list[Stand]:
        """Kerbs of streets all over the town."""
        strokes = [stroke for stroke in self._streets if stroke.line.length > 120]
        chosen = self._dice.sample(strokes, count * 2)
        found = [_beside(one, self._dice.uniform(0.2, 0.8), aside=True) for one in chosen]
        return self._apart(found, count)

    def _front(self, house: House) -> Stand:
        """The wall of a house that looks on its street."""
        nearest = self._streets[int(self._tree.nearest(house.outline.centroid))].line
        return min(_walls(house.outline), key=lambda stand: stand.spot.distance(nearest))

    def _apart(self, found: list[Stand], count: int) -> list[Stand]:
        """The first so many that are not beside one already given out."""
        chosen: list[Stand] = []
        for stand in found:
            if len(chosen) < count and all(stand.spot.distance(p) > 18 for p in self._given):
                chosen.append(stand)
                self._given.append(stand.spot)
        return chosen


def _walls(outline: Polygon) -> list[Stand]:
    """The middle of every outer wall that is long enough, and which way it looks."""
    ring = shapely.geometry.polygon.orient(outline).exterior.coords
    walls = []
    for start, end in zip(ring, ring[1:], strict=False):
        wall = LineString([start, end])
        if wall.length > _WALL_M:
            walls.append(
                Stand(wall.interpolate(0.5, normalized=True), (_bearing(start, end) + 90) % 360)
            )
    return walls


def _beside(stroke: Stroke, share: float, *, aside: bool) -> Stand:
    """A spot on a street, at its kerb or over its middle, looking along it."""
    line = stroke.line
    at, ahead = line.length * share, min(line.length, line.length * share + 6)
    spot, next_spot = line.interpolate(at), line.interpolate(ahead)
    bearing = _bearing(spot.coords[0], next_spot.coords[0])
    if not aside:
        return Stand(spot, bearing)
    return Stand(_moved(spot, bearing + 90, HALF_WIDTH_M[stroke.street_class] - _KERB_M), bearing)


def _corner(node: Spot, bearings: list[float]) -> Stand:
    """The pavement corner in the widest gap between the streets that meet."""
    gaps = [
        ((after - before) % 360, before)
        for before, after in zip(bearings, [*bearings[1:], bearings[0]], strict=True)
    ]
    gap, before = max(gaps)
    middle = (before + gap / 2) % 360
    reach = 7.0 / max(0.5, sin(radians(min(gap, 180) / 2)))
    return Stand(_moved(Point(node), middle, reach), (middle + 180) % 360)


def _bearing(start: Spot, end: Spot) -> float:
    """Degrees clockwise from north."""
    return degrees(atan2(end[0] - start[0], end[1] - start[1])) % 360


def _moved(spot: Point, bearing: float, metres: float) -> Point:
    turn = radians(bearing)
    return Point(spot.x + sin(turn) * metres, spot.y + cos(turn) * metres)
