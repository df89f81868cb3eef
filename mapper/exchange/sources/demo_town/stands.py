"""Where a camera can hang in the town: walls, corners, lamps, gantries, squares."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import atan2, cos, degrees, radians, sin
from random import Random

import shapely
import shapely.ops
from shapely import LineString, Point, Polygon, STRtree

from mapper.exchange.sources.demo_town.curves import Bend
from mapper.exchange.sources.demo_town.lots import HALF_WIDTH_M
from mapper.exchange.sources.demo_town.parts import House, Stretch
from mapper.exchange.sources.demo_town.plan.words import Spot, Use
from mapper.exchange.sources.demo_town.strokes import end_of
from mapper.exchange.sources.demo_town.town import Town
from mapper.vocabulary import StreetClass

_WALL_M = 4.0
_KERB_M = 1.5
_APART_M = 18.0
_LONG_STREET_M = 120.0
_CROSSING = 3
"""Streets that leave a junction, at least."""


@dataclass(frozen=True, slots=True)
class Stand:
    """A spot in metres, and the bearing along the street or away from the wall, in degrees."""

    spot: Point
    bearing: float


class Stands:
    """Finds spots of each sort in one town, and gives no corner or front out twice."""

    def __init__(self, town: Town, bend: Bend, dice: Random) -> None:
        """Keep the town at hand, and remember what was given out."""
        self._town, self._bend, self._dice = town, bend, dice
        no_wheels = {StreetClass.RAIL, StreetClass.PATH}
        self._streets = [one for one in town.streets if one.street_class not in no_wheels]
        self._tree = STRtree([street.line for street in self._streets])
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
            for stand in walls_of(house.outline)
        ]
        self._dice.shuffle(walls)
        return walls[:count]

    def along(self, name: str, count: int, *, aside: bool = True) -> list[Stand]:
        """Spots spread along a street, at its kerb or over its middle."""
        street = max(
            (street for street in self._streets if street.name == name),
            key=lambda street: street.line.length,
        )
        return [_beside(street, (number + 0.5) / count, aside=aside) for number in range(count)]

    def junctions(self, street_class: StreetClass, near: Spot, count: int) -> list[Stand]:
        """Street corners where a street of this class meets others, nearest to a spot first."""
        leaving: dict[Spot, list[tuple[float, StreetClass]]] = defaultdict(list)
        for stretch in self._town.network.stretches:
            for line in (stretch.line, stretch.line.reverse()):
                bearing = bearing_of(line.coords[0], line.coords[1])
                leaving[end_of(line, 0)].append((bearing, stretch.street_class))
        middle = self._bend.of(Point(near))
        corners = [
            _corner(node, sorted(streets))
            for node, streets in sorted(leaving.items())
            if len(streets) >= _CROSSING and street_class in dict(streets).values()
        ]
        corners.sort(key=lambda stand: middle.distance(stand.spot))
        return self._apart(corners, count)

    def in_square(self, name: str, count: int) -> list[Stand]:
        """Spots at the corners of a square or car park, looking in."""
        ground = self._town.sites.surface(name).buffer(-2)
        corners = shapely.get_coordinates(shapely.oriented_envelope(ground))[:count]
        middle = ground.centroid
        return [
            Stand(
                shapely.ops.nearest_points(ground, Point(corner))[0],
                bearing_of(corner, middle.coords[0]),
            )
            for corner in corners.tolist()
        ]

    def at(self, *spots: Spot) -> list[Stand]:
        """Spots of the plan itself, with bearings of their own."""
        return [Stand(self._bend.of(Point(spot)), self._dice.uniform(0, 360)) for spot in spots]

    def anywhere(self, count: int) -> list[Stand]:
        """Kerbs of streets all over the town."""
        streets = [street for street in self._streets if street.line.length > _LONG_STREET_M]
        chosen = self._dice.sample(streets, count * 2)
        found = [_beside(one, self._dice.uniform(0.2, 0.8), aside=True) for one in chosen]
        return self._apart(found, count)

    def _front(self, house: House) -> Stand:
        """The wall of a house that looks on its street."""
        nearest = self._streets[int(self._tree.nearest(house.outline.centroid))].line
        return min(walls_of(house.outline), key=lambda stand: stand.spot.distance(nearest))

    def _apart(self, found: list[Stand], count: int) -> list[Stand]:
        """The first so many that are not beside one already given out."""
        chosen: list[Stand] = []
        for stand in found:
            free = all(stand.spot.distance(other) > _APART_M for other in self._given)
            if free and len(chosen) < count:
                chosen.append(stand)
                self._given.append(stand.spot)
        return chosen


def walls_of(outline: Polygon) -> list[Stand]:
    """The middle of every outer wall that is long enough, and which way it looks."""
    ring = shapely.geometry.polygon.orient(outline).exterior.coords
    walls = []
    for start, end in pairwise(ring):
        wall = LineString([start, end])
        if wall.length > min(_WALL_M, outline.length / 40):
            middle = wall.interpolate(0.5, normalized=True)
            walls.append(Stand(middle, (bearing_of(start, end) + 90) % 360))
    return walls


def bearing_of(start: Sequence[float], end: Sequence[float]) -> float:
    """The direction from one spot to another, in degrees clockwise from north."""
    return degrees(atan2(end[0] - start[0], end[1] - start[1])) % 360


def _beside(street: Stretch, share: float, *, aside: bool) -> Stand:
    """A spot on a street, at its kerb or over its middle, looking along it."""
    line = street.line
    at, ahead = line.length * share, min(line.length, line.length * share + 6)
    spot, next_spot = line.interpolate(at), line.interpolate(ahead)
    bearing = bearing_of(spot.coords[0], next_spot.coords[0])
    if not aside:
        return Stand(spot, bearing)
    return Stand(_moved(spot, bearing + 90, HALF_WIDTH_M[street.street_class] - _KERB_M), bearing)


def _corner(node: Spot, streets: list[tuple[float, StreetClass]]) -> Stand:
    """The pavement in the widest gap between the streets that meet, given clockwise."""
    bearings = [bearing for bearing, _ in streets]
    gaps = [
        ((after - before) % 360, before)
        for before, after in zip(bearings, [*bearings[1:], bearings[0]], strict=True)
    ]
    gap, before = max(gaps)
    middle = (before + gap / 2) % 360
    reach = min(HALF_WIDTH_M[street_class] for _, street_class in streets) - _KERB_M
    return Stand(_moved(Point(node), middle, reach), (middle + 180) % 360)


def _moved(spot: Point, bearing: float, metres: float) -> Point:
    turn = radians(bearing)
    return Point(spot.x + sin(turn) * metres, spot.y + cos(turn) * metres)
