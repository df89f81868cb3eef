"""What holds for the area of a survey: which positions count as inside it, and how it is drawn."""

from dataclasses import dataclass
from math import hypot

import numpy as np
import shapely
from django.contrib.gis.geos import GEOSGeometry, LineString, MultiLineString, Polygon
from numpy.typing import NDArray
from shapely.geometry.base import BaseGeometry

from mapper.geometry import Box, box_around, sector
from mapper.geometry.planes import Plane
from mapper.settings import limits
from mapper.vocabulary import Facing
from mapper.vocabulary.compass import FULL_TURN


@dataclass(frozen=True, slots=True)
class Reach:
    """The ground a survey speaks of, in metres on a plane: a circle, or a street with its sides."""

    plane: Plane
    shape: BaseGeometry

    @property
    def box(self) -> Box:
        """A box in degrees that holds all of it."""
        west, north, east, south = self.shape.bounds
        farthest = hypot(max(-west, east), max(-north, south))
        return box_around(self.plane.lon, self.plane.lat, farthest)

    def inside(self, lonlat: NDArray[np.float64]) -> NDArray[np.bool_]:
        """Which of some positions lie inside; rows of longitude and latitude in degrees."""
        places = shapely.points(self.plane.flatten(lonlat))
        return np.asarray(shapely.covers(self.shape, places))


def reach_of(area: GEOSGeometry) -> Reach:
    """The ground that counts as looked at: a circle itself, and so far beside a street's lines."""
    shape = shapely.from_wkb(bytes(area.wkb))
    plane = Plane(*shape.centroid.coords[0])
    flat = plane.flat(shape)
    beside = 0.0 if area.geom_type == "Polygon" else limits.ON_STREET_M
    return Reach(plane, flat.buffer(beside))


def circle_around(lon: float, lat: float) -> GEOSGeometry | None:
    """The ground within `limits.SURVEY_CIRCLE_M` of a position, as a polygon; None at a pole."""
    all_round = Facing(0, FULL_TURN)
    ring = sector(lon, lat, all_round, limits.SURVEY_CIRCLE_M, unknown_opening=FULL_TURN)
    return Polygon(ring, srid=4326) if ring else None


def stored_lines(degrees: BaseGeometry) -> GEOSGeometry:
    """Lines, as a survey stores them: to a decimetre, and nothing but lines."""
    rounded = shapely.transform(degrees, _to_a_decimetre)
    lines = [part for part in shapely.get_parts(rounded) if part.geom_type == "LineString"]
    return MultiLineString([LineString(shapely.get_coordinates(line)) for line in lines], srid=4326)


def _to_a_decimetre(lonlat: NDArray[np.float64]) -> NDArray[np.float64]:
    return np.round(lonlat, 6)
