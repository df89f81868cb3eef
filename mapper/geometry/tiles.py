"""Map tiles in the XYZ scheme: their boxes, and points in the units of a tile."""

import numpy as np
from numpy.typing import ArrayLike, NDArray

from mapper.geometry.angles import DATE_LINE, wrapped
from mapper.geometry.boxes import Box
from mapper.geometry.mercator import lonlat_of, world_of
from mapper.vocabulary.compass import FULL_TURN

TILE_EXTENT = 4096
"""Units across a vector tile (Mapbox Vector Tile 2.1, the usual value)."""

_FARTHEST = 2.0**30


def tile_box(z: int, x: int, y: int, buffer: float = 0.0) -> Box:
    """Give the box of a tile, widened on each side by `buffer` tile widths.

    Over the date line the box crosses it; where the widened tile goes round the whole world the
    box runs from -180 to 180. Raises `ValueError` for a tile that does not exist.
    """
    across = _tiles_across(z, x, y)
    north_west = ((x - buffer) / across, max(y - buffer, 0) / across)
    south_east = ((x + 1 + buffer) / across, min(y + 1 + buffer, across) / across)
    west, north = (float(degrees) for degrees in lonlat_of(*north_west))
    east, south = (float(degrees) for degrees in lonlat_of(*south_east))
    if east - west >= FULL_TURN:
        return Box(-DATE_LINE, south, DATE_LINE, north)
    return Box(wrapped(west), south, wrapped(east), north)


def lonlat_to_tile_pixels(
    lon: ArrayLike, lat: ArrayLike, z: int, x: int, y: int, extent: int = TILE_EXTENT
) -> tuple[NDArray[np.int32], NDArray[np.int32]]:
    """Turn degrees into whole units of a tile, x eastwards and y southwards from its corner.

    Takes numbers or arrays of one shape and gives arrays of it. Points outside the tile fall
    below 0 or above `extent`, and no further than 2^30 units; over the date line they go to
    the nearer side. Raises `ValueError` for a tile that does not exist.
    """
    across = _tiles_across(z, x, y)
    world_x, world_y = world_of(lon, lat)
    right = world_x * across - x
    right -= across * np.round((right - 0.5) / across)
    down = world_y * across - y
    return _whole_units(right * extent), _whole_units(down * extent)


def _whole_units(units: NDArray[np.float64]) -> NDArray[np.int32]:
    """Round to whole units; far points are held where differences still fit 32 bits."""
    return np.rint(np.clip(units, -_FARTHEST, _FARTHEST)).astype(np.int32)


def _tiles_across(z: int, x: int, y: int) -> int:
    """Count the tiles across the world at a zoom, once the tile is known to exist."""
    if z < 0 or not (0 <= x < 2**z and 0 <= y < 2**z):
        raise ValueError(f"there is no tile {z}/{x}/{y}")
    return int(2**z)
