"""How far away a camera still gives so many pixels on a metre of its target, and how near."""

from math import atan, inf, radians, sqrt, tan

_WIDEST_LENS = 120.0
"""Degrees; wider than that no picture is flat, and pixels spread evenly over the degrees."""

_HEIGHT_TO_WIDTH = 9 / 16
"""Of a picture, where nobody knows better."""


def reach_m(pixels_across: float, opening: float, pixels_a_metre: float) -> float:
    """Give the distance in metres at which a picture of `pixels_across` has that density.

    `opening` is the lens's angle across in degrees. A flat picture is `2 d tan(opening/2)` metres
    wide at the distance d (EN 62676-4, annex on pixel density). Above 120 degrees the reach falls
    as the opening grows, so that it never jumps and is never 0.
    """
    flat = min(opening, _WIDEST_LENS)
    reach = pixels_across / (2 * pixels_a_metre * tan(radians(flat) / 2))
    return reach * flat / opening


def ground_limits(
    height_m: float | None, tilt_deg: float | None, opening: float, reach: float
) -> tuple[float, float]:
    """Give the nearest and the farthest ground in metres that a camera so high still sees.

    `reach` is along the line of sight, so on the ground it is `sqrt(reach² - height²)`, and 0
    where the camera hangs higher than it reaches. With a tilt (degrees above the horizon, so
    downward is negative) the picture's lower edge meets the ground at
    `height / tan(-tilt + half)` and its upper edge at `height / tan(-tilt - half)`, where `half`
    is half the picture's angle upright: `tan(half) = 9/16 tan(opening/2)`. An edge at or above
    the horizon never meets the ground; one straight down or beyond does so at the foot.
    """
    if height_m is None or height_m <= 0:
        return 0.0, reach
    slant = sqrt(max(0.0, reach**2 - height_m**2))
    if tilt_deg is None:
        return 0.0, slant
    half = atan(_HEIGHT_TO_WIDTH * tan(radians(min(opening, _WIDEST_LENS)) / 2))
    near = _meets_ground(height_m, radians(-tilt_deg) + half)
    far = _meets_ground(height_m, radians(-tilt_deg) - half)
    return (near, min(far, slant)) if near < slant else (0.0, 0.0)


def _meets_ground(height_m: float, downward: float) -> float:
    """Where a line of sight that many radians below the horizon meets the ground."""
    if downward <= 0:
        return inf
    return height_m / tan(downward) if downward < radians(90) else 0.0
