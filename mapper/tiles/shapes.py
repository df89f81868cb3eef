"""Lines and areas brought into a tile: projected, cut at its rim, simplified, and drawn."""

from typing import NamedTuple

import numpy as np
import shapely
from numpy.typing import NDArray

from mapper.geometry import TILE_EXTENT
from mapper.settings import limits
from mapper.tiles.encoding import Drawing, Shape
from mapper.tiles.packing import draw
from mapper.tiles.tile import Tile

Shapes = NDArray[np.object_]
"""An array of shapely geometries, one a feature."""


class Drawn(NamedTuple):
    """The drawings of those shapes that leave something to see, and their places among all."""

    drawings: list[Drawing]
    places: NDArray[np.intp]


_RIM = (
    -TILE_EXTENT * limits.TILE_BUFFER,
    -TILE_EXTENT * limits.TILE_BUFFER,
    TILE_EXTENT * (1 + limits.TILE_BUFFER),
    TILE_EXTENT * (1 + limits.TILE_BUFFER),
)
_TOLERANCE = 4.0
"""Units a simplified line may lie aside: half a pixel where a tile is drawn at 512 pixels."""
_SMALLEST_AREA = 64.0
"""Square units below which an area is no more than a pixel."""
_LINE_TYPE, _POLYGON_TYPE = 1, 3
"""Shapely's numbers for line strings and polygons."""


def into_tile(shapes: Shapes, tile: Tile) -> Shapes:
    """Bring shapes in degrees into units of a tile, cut at its rim; some may come out empty."""
    projected = _mended(shapely.transform(shapes, tile.project))
    return np.asarray(shapely.clip_by_rect(projected, *_RIM))


def merged(lines: Shapes, keys: NDArray[np.intp]) -> Shapes:
    """Join lines that share a key end to end, what runs twice once; one shape a key, in order.

    Keys count from 0 without gaps.
    """
    groups = [lines[keys == key] for key in range(keys.max(initial=-1) + 1)]
    return np.array([shapely.line_merge(shapely.union_all(group)) for group in groups], object)


def draw_points(units: NDArray[np.float64] | NDArray[np.int32]) -> list[Drawing]:
    """Draw one point a feature; units of a tile, shape (n, 2)."""
    if not len(units):
        return []
    ones = np.ones(len(units), dtype=np.intp)
    commands = draw(np.rint(units).astype(np.int32), ones, ones, closed=False)
    return [Drawing(Shape.POINT, command) for command in commands]


def draw_lines(shapes: Shapes) -> Drawn:
    """Draw the lines among shapes in units of a tile, where they leave something to see."""
    parts, owner = shapely.get_parts(shapes, return_index=True)
    are_lines = shapely.get_type_id(parts) == _LINE_TYPE
    rounded = shapely.transform(shapely.simplify(parts[are_lines], _TOLERANCE), np.rint)
    lines = shapely.remove_repeated_points(rounded)
    seen = shapely.length(lines) > 0
    return _drawn(lines[seen], owner[are_lines][seen], Shape.LINE)


# GEOS divides by nothing where an edge is upright, and knows what to do then.
@np.errstate(divide="ignore", invalid="ignore")
def draw_areas(shapes: Shapes) -> Drawn:
    """Draw the areas among shapes in units of a tile, where they leave something to see.

    Outlines turn clockwise on the map and holes against the clock.
    """
    # Not the way that keeps topology: with some areas, also valid ones, GEOS never comes to an end.
    simple = shapely.simplify(_mended(shapes.copy()), _TOLERANCE, preserve_topology=False)
    whole = _whole(_mended(simple))
    parts, owner = shapely.get_parts(whole, return_index=True)
    seen = (shapely.get_type_id(parts) == _POLYGON_TYPE) & (shapely.area(parts) >= _SMALLEST_AREA)
    # Units grow southwards, so what is against the clock on paper is clockwise on the map.
    turned = shapely.orient_polygons(parts[seen], exterior_cw=False)
    rings, polygon = shapely.get_rings(turned, return_index=True)
    return _drawn(rings, owner[seen][polygon], Shape.POLYGON)


def _whole(shapes: Shapes) -> Shapes:
    """Move corners to whole units; what that breaks is put right, which takes ten times as long."""
    rounded = np.asarray(shapely.transform(shapes, np.rint))
    broken = ~shapely.is_valid(rounded)
    rounded[broken] = shapely.set_precision(shapes[broken], 1.0)
    return np.asarray(shapely.remove_repeated_points(rounded))


def _mended(shapes: Shapes) -> Shapes:
    """Make areas valid that are not; most are, and asking is cheap."""
    broken = ~shapely.is_valid(shapes)
    shapes[broken] = shapely.make_valid(shapes[broken], method="structure", keep_collapsed=False)
    return shapes


def _drawn(paths: Shapes, owner: NDArray[np.intp], shape: Shape) -> Drawn:
    """Draw lines or closed rings; `owner` numbers the feature of each, in rising order."""
    if not len(paths):
        return Drawn([], owner)
    units, path = shapely.get_coordinates(paths, return_index=True)
    corners = np.bincount(path)
    closed = shape is Shape.POLYGON
    if closed:
        units = np.delete(units, np.cumsum(corners) - 1, axis=0)
        corners -= 1
    features, paths_each = np.unique(owner, return_counts=True)
    commands = draw(units.astype(np.int32), corners, paths_each, closed=closed)
    return Drawn([Drawing(shape, command) for command in commands], features)
