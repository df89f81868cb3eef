"""Metres on the ground between points given in degrees, and boxes of so many metres."""

from math import asin, cos, degrees, radians, sin, sqrt

from mapper.geometry.angles import DATE_LINE, POLE, wrapped
from mapper.geometry.boxes import Box

EARTH_RADIUS_M = 6_371_008.8
"""Mean radius of the earth (IUGG)."""


def metres_between(lon: float, lat: float, other_lon: float, other_lat: float) -> float:
    """Give the great-circle distance between two points (haversine formula; within 0.6 %)."""
    half_north = radians(other_lat - lat) / 2
    half_east = radians(other_lon - lon) / 2
    chord = sin(half_north) ** 2 + cos(radians(lat)) * cos(radians(other_lat)) * sin(half_east) ** 2
    return 2 * EARTH_RADIUS_M * asin(min(1.0, sqrt(chord)))


def box_around(lon: float, lat: float, metres: float) -> Box:
    """Give the smallest box that holds everything within so many metres of a point.

    It crosses the date line where it must; around a pole it takes in every longitude.
    """
    reach = degrees(metres / EARTH_RADIUS_M)
    south, north = max(lat - reach, -POLE), min(lat + reach, POLE)
    widest = sin(radians(reach)) / max(cos(radians(lat)), 1e-12)
    if abs(lat) + reach >= POLE or widest >= 1:
        return Box(-DATE_LINE, south, DATE_LINE, north)
    # Meridians draw together polewards, so the box is widest a little beyond the point itself.
    aside = degrees(asin(widest))
    return Box(wrapped(lon - aside), south, wrapped(lon + aside), north)


def box_beyond(box: Box, metres: float) -> Box:
    """Give a box that holds everything within so many metres of another, and little more."""
    reach = degrees(metres / EARTH_RADIUS_M)
    south, north = max(box.south - reach, -POLE), min(box.north + reach, POLE)
    # Where the box comes nearest to a pole a metre is most degrees wide.
    narrowest = max(cos(radians(max(-south, north))), 1e-12)
    aside = reach / narrowest
    wide = (box.east - box.west) % (2 * DATE_LINE) if box.crosses_date_line else box.east - box.west
    if wide + 2 * aside >= 2 * DATE_LINE:
        return Box(-DATE_LINE, south, DATE_LINE, north)
    return Box(wrapped(box.west - aside), south, wrapped(box.east + aside), north)
