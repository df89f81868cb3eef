"""Reading and writing the numbers and days that OSM tags carry."""

import re
from datetime import date

from mapper.vocabulary.directions import parse_directions
from mapper.vocabulary.facing import Facing
from mapper.vocabulary.osm.sources import Found

MAX_HEIGHT_M = 500.0
"""Cameras hang between the ground and the highest masts; more is a slip of the unit."""

_STRAIGHT = 90.0
_FOOT_M = 0.3048
_INCHES_IN_FOOT = 12
_METRES = re.compile(r"([0-9]+(?:\.[0-9]+)?)\s*(?:m|metres?|meters?)?", re.IGNORECASE)
_FEET = re.compile(
    r"([0-9]+(?:\.[0-9]+)?)\s*(?:ft|feet|'|’|\u2032)\s*(?:([0-9]+(?:\.[0-9]+)?)\s*(?:in|\"|”|\u2033))?",
    re.IGNORECASE,
)
_DEGREES = re.compile(r"([-+−]?[0-9]+(?:\.[0-9]+)?)\s*°?")
_DAY = re.compile(r"([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2}))?)?")


def read_height(text: str) -> Found[float]:
    """Read metres, or feet with `ft` or `'`, above the ground."""
    if metric := _METRES.fullmatch(text.strip()):
        metres = float(metric[1])
    elif imperial := _FEET.fullmatch(text.strip()):
        feet = float(imperial[1]) + float(imperial[2] or 0) / _INCHES_IN_FOOT
        metres = round(feet * _FOOT_M, 4)
    else:
        return Found(None, (f"“{text}” is no height in metres or feet",))
    if metres > MAX_HEIGHT_M:
        return Found(None, (f"“{text}” is over {MAX_HEIGHT_M:g} m, too high for a camera",))
    return Found(metres)


def read_tilt(text: str) -> Found[float]:
    """Read degrees above the horizon, from -90 (straight down) to 90 (straight up)."""
    degrees = _signed(text)
    if degrees is None or abs(degrees) > _STRAIGHT:
        return Found(None, (f"“{text}” is no tilt from -90 to 90 degrees",))
    return Found(degrees)


def read_angle(text: str) -> Found[float]:
    """Read `camera:angle` as degrees below the horizon; beyond 0 to 90 it means something else."""
    degrees = _signed(text)
    if degrees is None or not 0 <= degrees <= _STRAIGHT:
        return Found(None, (f"“{text}” is no downward tilt from 0 to 90 degrees",))
    return Found(0.0 - degrees)


def read_facings(text: str) -> Found[tuple[Facing, ...]]:
    """Read a direction text."""
    directions = parse_directions(text)
    return Found(directions.facings or None, directions.problems)


def read_day(text: str) -> Found[date]:
    """Read a day; a month or a year stands for its first day, so that nothing looks fresher."""
    if match := _DAY.fullmatch(text.strip()):
        try:
            return Found(date(int(match[1]), int(match[2] or 1), int(match[3] or 1)))
        except ValueError:
            pass
    return Found(None, (f"“{text}” is no day such as 2026-01-31",))


def _signed(text: str) -> float | None:
    """Read a number of degrees with its sign; `None` where it is none."""
    match = _DEGREES.fullmatch(text.strip())
    return float(match[1].replace("−", "-")) + 0.0 if match else None
