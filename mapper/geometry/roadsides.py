"""A point beside a street: at a crossing or in its middle, on one side of it, and how sure."""

from dataclasses import dataclass
from math import cos, hypot, radians, sin

import numpy as np
import shapely
from numpy.typing import NDArray
from shapely.geometry import LineString
from shapely.geometry.base import BaseGeometry

from mapper.geometry.distances import EARTH_RADIUS_M


@dataclass(frozen=True, slots=True)
class Roadside:
    """A point in degrees, and the metres within which what was meant lies."""

    lon: float
    lat: float
    accuracy_m: float


def beside(
    street: BaseGeometry, side: float | None, aside_m: float, crossing: BaseGeometry | None = None
) -> Roadside:
    """The point so many metres aside of a street's lines (degrees), on the side of a bearing.

    Where a street is given that crosses it, the point is at the corner, else in the middle. The
    accuracy takes in all of the street that may be meant, and both sides where none is said.
    """
    plane = _Plane(*shapely.get_coordinates(street.centroid)[0])
    flat = plane.flatten(street)
    meant = flat if crossing is None else _corner(flat, plane.flatten(crossing))
    middle = shapely.centroid(meant)
    line = _nearest_line(flat, middle)
    along = float(shapely.line_locate_point(line, middle))
    spread = float(shapely.hausdorff_distance(shapely.line_interpolate_point(line, along), meant))
    lon, lat = plane.degrees(*_aside(line, along, side, aside_m))
    return Roadside(lon, lat, spread + (aside_m if side is None else aside_m / 2))


class _Plane:
    """The plane around a point, in metres east and north: right to a thousandth within 10 km."""

    def __init__(self, lon: float, lat: float) -> None:
        self.origin = np.array((lon, lat))
        north = radians(EARTH_RADIUS_M)
        self.scale = np.array((north * cos(radians(lat)), north))

    def flatten(self, lines: BaseGeometry) -> BaseGeometry:
        def metres(degrees: NDArray[np.float64]) -> NDArray[np.float64]:
            return np.asarray((degrees - self.origin) * self.scale)

        return shapely.transform(lines, metres)

    def degrees(self, x: float, y: float) -> tuple[float, float]:
        lon, lat = np.array((x, y)) / self.scale + self.origin
        return float(lon), float(lat)


def _corner(street: BaseGeometry, other: BaseGeometry) -> BaseGeometry:
    """What two streets share; where they only come near, the nearest point of the first."""
    shared = shapely.intersection(street, other)
    return shapely.get_point(shapely.shortest_line(street, other), 0) if shared.is_empty else shared


def _nearest_line(lines: BaseGeometry, point: BaseGeometry) -> LineString:
    """The line of a street, its pieces put together, that is nearest to a point."""
    whole = shapely.line_merge(shapely.union_all(shapely.get_parts(lines)))
    # Lines of no length are lost in the merging.
    parts = [LineString(part) for part in shapely.get_parts(lines if whole.is_empty else whole)]
    return min(parts, key=lambda part: float(shapely.distance(part, point)))


def _aside(
    line: LineString, along: float, side: float | None, aside_m: float
) -> tuple[float, float]:
    """The point at a length along a line, stepped across towards a bearing."""
    reach = min(1.0, line.length / 2)
    start = max(0.0, min(along - reach, line.length - 2 * reach))
    ends = shapely.line_interpolate_point(line, [start, start + 2 * reach])
    (x0, y0), (x1, y1) = shapely.get_coordinates(ends)
    x, y = shapely.get_coordinates(shapely.line_interpolate_point(line, along))[0]
    length = hypot(x1 - x0, y1 - y0)
    if side is None or length == 0:
        return float(x), float(y)
    across = np.array((y0 - y1, x1 - x0)) / length
    wanted = np.array((sin(radians(side)), cos(radians(side))))
    step = across * aside_m * (1 if across @ wanted >= 0 else -1)
    return float(x + step[0]), float(y + step[1])
