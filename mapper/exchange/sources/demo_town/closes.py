"""Dead ends that open up the middle of large blocks."""

from math import cos, radians, sin

import shapely
from shapely import LineString, Point, Polygon

from mapper.exchange.sources.demo_town.parts import Block, Stretch
from mapper.exchange.sources.demo_town.rectangles import long_axis
from mapper.vocabulary import StreetClass

_LARGE_M2 = {"villas": 15_500.0, "terraces": 16_500.0}
_DEPTH = 0.62
"""How far into the block a dead end goes, of the way across."""

_FROM_CORNER_M = 30.0


def close_into(block: Block) -> Stretch | None:
    """A dead end from one end of a large block towards the other; None for small blocks."""
    if block.shape.area < _LARGE_M2.get(block.style, block.shape.area + 1):
        return None
    axis = long_axis(block.shape)
    east, north = cos(radians(axis.turned)), sin(radians(axis.turned))
    middle = block.shape.centroid
    across = LineString(
        [
            (middle.x - east * axis.length, middle.y - north * axis.length),
            (middle.x + east * axis.length, middle.y + north * axis.length),
        ]
    ).intersection(block.shape)
    if not isinstance(across, LineString) or _meets_a_corner(across, block.shape):
        return None
    end = across.interpolate(_DEPTH, normalized=True)
    return Stretch(LineString([Point(across.coords[0]), end]), StreetClass.RESIDENTIAL, "")


def _meets_a_corner(across: LineString, shape: Polygon) -> bool:
    """Whether a dead end would begin where two streets meet already."""
    start = Point(across.coords[0])
    corners = shapely.MultiPoint(shapely.get_coordinates(shape.simplify(6)))
    return start.distance(corners) < _FROM_CORNER_M
