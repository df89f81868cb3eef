"""Where on earth the town lies: metres of the plan turned into degrees."""

from math import cos, radians
from typing import TypeVar

import numpy as np
import shapely
from numpy.typing import NDArray
from shapely.geometry.base import BaseGeometry

from mapper.geometry.distances import EARTH_RADIUS_M

MIDDLE_LON, MIDDLE_LAT = -28.0, 47.0
"""Open North Atlantic, 900 km north of the Azores: no land, so nothing real is covered."""

_DECIMALS = 7
G = TypeVar("G", bound=BaseGeometry)


def on_earth(shape: G) -> G:
    """A shape in metres east and north of the town's middle, in degrees to about 1 cm."""
    placed: G = shapely.transform(shape, _degrees)
    return placed


def _degrees(points: NDArray[np.float64]) -> NDArray[np.float64]:
    turns = np.degrees(points / EARTH_RADIUS_M)
    turns[:, 0] /= cos(radians(MIDDLE_LAT))
    placed: NDArray[np.float64] = np.round(turns + np.array([MIDDLE_LON, MIDDLE_LAT]), _DECIMALS)
    return placed
