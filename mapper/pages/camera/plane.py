"""The ground around one camera as a plane of metres, and shapes on it as SVG paths."""

from collections.abc import Iterable
from dataclasses import dataclass
from math import cos, radians

import numpy as np
import shapely
from django.contrib.gis.geos import GEOSGeometry
from numpy.typing import NDArray
from shapely.geometry import LineString, Polygon
from shapely.geometry.base import BaseGeometry

from mapper.geometry.angles import DATE_LINE
from mapper.geometry.distances import EARTH_RADIUS_M
from mapper.vocabulary.compass import FULL_TURN

# Half the width and half the height of the drawing, in metres; its units are metres too.
HALF_WIDTH_M, HALF_HEIGHT_M = 80.0, 60.0
# Ground beyond the edge that is kept, so that no line seems to end there.
MARGIN_M = 10.0

_SHORTEST_LINE = 2


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

    def draw(self, geometry: GEOSGeometry) -> BaseGeometry:
        """A geometry of the database in metres, cut to what the drawing shows."""
        flat = shapely.transform(shapely.from_wkb(bytes(geometry.wkb)), self.flatten)
        right, bottom = HALF_WIDTH_M + MARGIN_M, HALF_HEIGHT_M + MARGIN_M
        return shapely.clip_by_rect(flat, -right, -bottom, right, bottom)


def path_of(shape: BaseGeometry) -> str:
    """The path of lines and polygons, to a decimetre; points draw nothing."""
    return "".join(
        _path_of_line(line) for part in shapely.get_parts(shape) for line in _lines_of(part)
    )


def _lines_of(part: BaseGeometry) -> Iterable[LineString]:
    if isinstance(part, Polygon):
        return [part.exterior, *part.interiors]
    return [part] if isinstance(part, LineString) else []


def _path_of_line(line: LineString) -> str:
    # Not `.coords`: what comes from clipping may claim a measure as a third number.
    points = [f"{x:.1f} {y:.1f}" for x, y in shapely.get_coordinates(line)]
    if len(points) < _SHORTEST_LINE:
        return ""
    return f"M{'L'.join(points)}{'Z' if line.is_ring else ''}"
