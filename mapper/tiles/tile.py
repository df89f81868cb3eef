"""One tile of the map: its place in the grid, its box, and positions in its own units."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike, NDArray

from mapper.geometry import TILE_EXTENT, Box, tile_box
from mapper.geometry.mercator import world_of
from mapper.settings import limits

_LAST_FRACTION = np.nextafter(1.0, 0.0)


@dataclass(frozen=True, slots=True)
class Tile:
    """A tile in the XYZ scheme; raises `ValueError` where there is no such tile."""

    z: int
    x: int
    y: int

    def __post_init__(self) -> None:
        """Refuse what lies outside the grid, before anything is asked of a database."""
        if self.z > limits.TILE_MAX_ZOOM or not (
            0 <= self.x < 2**self.z and 0 <= self.y < 2**self.z
        ):
            raise ValueError(f"there is no tile {self.z}/{self.x}/{self.y}")

    @property
    def box(self) -> Box:
        """The tile's own box in degrees."""
        return tile_box(self.z, self.x, self.y)

    @property
    def wide_box(self) -> Box:
        """The box with the rim around it in which symbols and lines reach into the tile."""
        return tile_box(self.z, self.x, self.y, limits.TILE_BUFFER)

    def fractions(
        self, lon: ArrayLike, lat: ArrayLike
    ) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
        """Turn degrees into tile widths east and south of the tile's north-west corner.

        A point lies in exactly one tile of a zoom: the one where both numbers are from 0 to
        below 1. Takes and gives arrays of one shape. Nothing is wrapped at the date line, so
        that shapes as wide as the world stay whole.
        """
        east, south = world_of(lon, lat)
        across = 2**self.z
        return (
            np.minimum(east, _LAST_FRACTION) * across - self.x,
            np.minimum(south, _LAST_FRACTION) * across - self.y,
        )

    def project(self, lonlat: NDArray[np.float64]) -> NDArray[np.float64]:
        """Turn degrees into units of the tile, not yet rounded; shape (n, 2) both times."""
        return np.column_stack(self.fractions(lonlat[:, 0], lonlat[:, 1])) * TILE_EXTENT
