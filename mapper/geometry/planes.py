"""The ground around one point as a plane whose units are metres."""

from dataclasses import dataclass
from math import cos, radians

import numpy as np
import shapely
from numpy.typing import NDArray
from shapely.geometry.base import BaseGeometry

from mapper.geometry.angles import DATE_LINE
from mapper.geometry.distances import EARTH_RADIUS_M
from mapper.vocabulary.compass import FULL_TURN


@dataclass(frozen=True, slots=True)
class Plane:
    """The plane whose origin is a point in degrees: right to a thousandth within 1 km."""

    lon: float
    lat: float

    def flatten(self, lonlat: NDArray[np.float64]) -> NDArray[np.float64]:
        """Degrees, in rows of longitude and latitude, as metres east and south of the origin."""
        aside = (lonlat[:, 0] - self.lon + DATE_LINE) % FULL_TURN - DATE_LINE
        east = np.radians(aside) * EARTH_RADIUS_M * cos(radians(self.lat))
        south = np.radians(self.lat - lonlat[:, 1]) * EARTH_RADIUS_M
        return np.column_stack((east, south))

    def unfold(self, metres: NDArray[np.float64]) -> NDArray[np.float64]:
        """Metres east and south of the origin as degrees; longitudes may go on beyond 180."""
        east = np.degrees(metres[:, 0] / (EARTH_RADIUS_M * cos(radians(self.lat))))
        north = -np.degrees(metres[:, 1] / EARTH_RADIUS_M)
        return np.column_stack((self.lon + east, self.lat + north))

    def flat(self, shape: BaseGeometry) -> BaseGeometry:
        """A shape in degrees as a shape in metres."""
        return shapely.transform(shape, self.flatten)
