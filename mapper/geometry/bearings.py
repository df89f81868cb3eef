"""Sums with bearings: degrees clockwise from north."""

from mapper.vocabulary.compass import COMPASS_POINTS, POINT_WIDTH


def normalise(degrees: float) -> float:
    """Bring any finite angle into the range from 0 up to, but not including, 360."""
    turned = degrees % 360.0
    # The remainder of a tiny negative number rounds up to a whole turn.
    return 0.0 if turned == 360.0 else turned  # noqa: PLR2004


def difference(one: float, other: float) -> float:
    """Give the smaller angle between two bearings, from 0 to 180."""
    turned = normalise(one - other)
    return min(turned, 360.0 - turned)


def compass_point(bearing: float) -> str:
    """Name the nearest of the sixteen compass points, as `NNE`; halfway goes clockwise."""
    return COMPASS_POINTS[int(normalise(bearing) / POINT_WIDTH + 0.5) % len(COMPASS_POINTS)]
