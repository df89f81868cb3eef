"""The ends of the two scales on which positions are given, in degrees."""

from mapper.vocabulary.compass import FULL_TURN

DATE_LINE = 180.0
"""Longitudes run from minus this to this."""
POLE = 90.0
"""Latitudes run from minus this to this."""


def wrapped(lon: float) -> float:
    """Bring a longitude that went over the date line, once, back into range."""
    if lon > DATE_LINE:
        return lon - FULL_TURN
    return lon + FULL_TURN if lon < -DATE_LINE else lon
