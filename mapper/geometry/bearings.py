"""Sums with bearings: degrees clockwise from north."""

from mapper.vocabulary.compass import COMPASS_POINTS, FULL_TURN, POINT_WIDTH


def normalise(degrees: float) -> float:
    """Bring any finite angle into the range from 0 up to, but not including, 360."""
    turned = degrees % FULL_TURN
    # The remainder of a tiny negative number rounds up to a whole turn.
    return 0.0 if turned == FULL_TURN else turned


def difference(one: float, other: float) -> float:
    """Give the smaller angle between two bearings, from 0 to 180."""
    turned = normalise(one - other)
    return min(turned, FULL_TURN - turned)


def compass_point(bearing: float) -> str:
    """Name the nearest of the sixteen compass points, as `NNE`; halfway goes clockwise."""
    return COMPASS_POINTS[int(normalise(bearing) / POINT_WIDTH + 0.5) % len(COMPASS_POINTS)]
