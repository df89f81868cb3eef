"""The sixteen points of the compass, clockwise from north."""

COMPASS_POINTS = (
    "N", "NNE", "NE", "ENE", "E", "ESE", "SE", "SSE",
    "S", "SSW", "SW", "WSW", "W", "WNW", "NW", "NNW",
)  # fmt: skip

FULL_TURN = 360.0

POINT_WIDTH = FULL_TURN / len(COMPASS_POINTS)
"""Degrees from one point to the next."""
