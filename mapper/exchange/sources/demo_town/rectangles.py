"""Straight-sided shapes: rectangles of the plan, and the box that fits a block best."""

from dataclasses import dataclass
from math import atan2, degrees, hypot

import shapely
from shapely import Point, Polygon
from shapely.affinity import rotate, translate

from mapper.exchange.sources.demo_town.curves import Bend
from mapper.exchange.sources.demo_town.plan.words import Rectangle


@dataclass(frozen=True, slots=True)
class LongAxis:
    """The longer middle line of the tightest box around a shape; degrees anticlockwise of east."""

    middle: Point
    length: float
    turned: float


def long_axis(shape: Polygon) -> LongAxis:
    """How a shape lies."""
    box = shapely.oriented_envelope(shape)
    corners = shapely.get_coordinates(box)[:3].tolist()
    sides = [(corners[i + 1][0] - corners[i][0], corners[i + 1][1] - corners[i][1]) for i in (0, 1)]
    east, north = max(sides, key=lambda side: hypot(*side))
    return LongAxis(box.centroid, hypot(east, north), degrees(atan2(north, east)))


def rectangle_at(middle: Point, size: tuple[float, float], turned: float) -> Polygon:
    """A rectangle around a point."""
    width, depth = size
    box = shapely.box(-width / 2, -depth / 2, width / 2, depth / 2)
    return translate(rotate(box, turned), middle.x, middle.y)


def placed(rectangle: Rectangle, bend: Bend, *, margin: float = 0.0) -> Polygon:
    """A rectangle of the plan, moved with the bend but kept straight, with a margin all round."""
    width, depth = rectangle.size
    size = (width + 2 * margin, depth + 2 * margin)
    return rectangle_at(bend.of(Point(rectangle.spot)), size, rectangle.turned)
