"""The ground a facing points at, as a ring to draw: a slice of a circle, not yet cut by walls."""

from math import ceil, cos, degrees, radians, sin, sqrt

from mapper.vocabulary.compass import FULL_TURN
from mapper.vocabulary.facing import Facing

_EQUATOR_RADIUS_M = 6_378_137.0
_ECCENTRICITY_SQUARED = 6.694379990141e-3
"""The WGS 84 ellipsoid."""

_LAST_LATITUDE = 89.9
"""Nearer to a pole, about 11 km, bearings turn within the length of a street."""

_STEP = 7.5
"""Degrees between two corners of an arc: the chord stays within 0.3 % of the circle."""

_GAP = 1e-6
"""Degrees: the sides of a narrower gap would cross each other by rounding, so it is none."""

Ring = tuple[tuple[float, float], ...]


def sector(
    lon: float, lat: float, facing: Facing, reach_m: float, *, unknown_opening: float
) -> Ring:
    """Give the closed ring of longitudes and latitudes that bounds what a facing points at.

    Where nobody knows the opening `unknown_opening` stands in. An opening of 360 degrees gives
    the whole circle without the camera as a corner. Over the date line longitudes go on beyond
    180, so that the ring stays whole. Within 0.1 degrees of a pole, where no bearing is to be
    drawn, the ring is empty. Distances are right on the ellipsoid to a millionth at 1 km.
    """
    if abs(lat) > _LAST_LATITUDE:
        return ()
    opening = facing.opening or unknown_opening
    start = facing.bearing - opening / 2
    steps = max(1, ceil(opening / _STEP))
    east_m, north_m = _metres_per_radian(lat)
    arc = tuple(
        (
            lon + degrees(reach_m * sin(radians(start + opening * step / steps)) / east_m),
            lat + degrees(reach_m * cos(radians(start + opening * step / steps)) / north_m),
        )
        for step in range(steps + 1)
    )
    if opening > FULL_TURN - _GAP:
        return (*arc[:-1], arc[0])
    return ((lon, lat), *arc, (lon, lat))


def _metres_per_radian(lat: float) -> tuple[float, float]:
    """Metres per radian of longitude and of latitude: the ellipsoid's radii of curvature."""
    flattened = 1 - _ECCENTRICITY_SQUARED * sin(radians(lat)) ** 2
    across = _EQUATOR_RADIUS_M / sqrt(flattened)
    return across * cos(radians(lat)), across * (1 - _ECCENTRICITY_SQUARED) / flattened
