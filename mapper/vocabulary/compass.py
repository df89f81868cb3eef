"""The sixteen points of the compass, clockwise from north."""

COMPASS_POINTS = (
    "N", "NNE", "NE", "ENE", "E", "ESE", "SE", "SSE",
    "S", "SSW", "SW", "WSW", "W", "WNW", "NW", "NNW",
)  # fmt: skip

POINT_WIDTH = 360 / len(COMPASS_POINTS)
"""Degrees from one point to the next."""
