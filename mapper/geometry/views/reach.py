"""How far away a camera still gives so many pixels on a metre of its target."""

from math import radians, tan


def reach_m(pixels_across: float, opening: float, pixels_a_metre: float) -> float:
    """Give the distance in metres at which a picture of `pixels_across` has that density.

    `opening` is the lens's angle across in degrees, below 180. The picture is `2 d tan(opening/2)`
    metres wide at the distance d (EN 62676-4, annex on pixel density).
    """
    return pixels_across / (2 * pixels_a_metre * tan(radians(opening) / 2))
