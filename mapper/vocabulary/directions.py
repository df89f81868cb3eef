"""Reading and writing the directions of OSM: degrees, compass points, clockwise ranges, lists.

The notation is the one of the OSM keys `direction` and `camera:direction`: a bearing is degrees
clockwise from north or a compass point, `A-B` runs clockwise from A to B, `;` parts a list.
"""

import re
from collections import Counter
from collections.abc import Iterable
from decimal import Decimal

from mapper.vocabulary.compass import COMPASS_POINTS, FULL_TURN, POINT_WIDTH
from mapper.vocabulary.facing import Directions, Facing
from mapper.vocabulary.plain_numbers import plain_number

_POINTS = {point: number * POINT_WIDTH for number, point in enumerate(COMPASS_POINTS)}
_ALL_ROUND = Facing(FULL_TURN / 2, FULL_TURN)
_BEARING = r"([0-9]+(?:\.[0-9]+)?|[NESW]{1,3})\s*°?"
_ONE = re.compile(_BEARING)
_RANGE = re.compile(rf"{_BEARING}\s*[-–]\s*{_BEARING}")
_NEGATIVE = re.compile(r"[-−]\s*[0-9.]+\s*°?")

_DECIMALS = 3
"""Facings are kept to a thousandth of a degree: nobody measures finer, and sums stay exact."""


def parse_directions(text: str) -> Directions:
    """Read a direction text; what cannot be read is told in words, part by part.

    A range gives one facing with its middle as bearing and its span as opening; `0-360` is all
    round. A part that repeats an earlier one gives no second facing.
    """
    facings: list[Facing] = []
    problems: list[str] = []
    for part, times in Counter(part.strip() for part in text.split(";")).items():
        try:
            facing = _facing(part.upper())
        except ValueError as error:
            problems.append(f"“{part}” {error}")
            continue
        if times > 1 or facing in facings:
            problems.append(f"“{part}” stands there more than once")
        if facing not in facings:
            facings.append(facing)
    return Directions(tuple(facings), tuple(problems))


def format_directions(facings: Iterable[Facing]) -> str:
    """Write facings so that they are read back the same, to a thousandth of a degree.

    All round is written `0-360`, whatever its bearing.
    """
    return ";".join(_text(facing) for facing in facings)


def _facing(part: str) -> Facing:
    """Read one part in capitals; raises `ValueError` with the rest of a sentence about it."""
    if not part:
        raise ValueError("is an empty part of the list")
    if single := _ONE.fullmatch(part):
        return Facing(round(_degrees(single[1]) % FULL_TURN, _DECIMALS) % FULL_TURN)
    if both := _RANGE.fullmatch(part):
        return _range(_degrees(both[1]), _degrees(both[2]))
    if _NEGATIVE.fullmatch(part):
        raise ValueError("is below zero; bearings run clockwise from 0 to 360")
    raise ValueError("is neither degrees, nor a compass point, nor a range of them")


def _range(start: float, end: float) -> Facing:
    """Turn the two ends of a clockwise range into its middle and span."""
    if end - start == FULL_TURN:
        return _ALL_ROUND
    span = (end - start) % FULL_TURN
    opening = round(span, _DECIMALS)
    if not 0 < opening < FULL_TURN:
        raise ValueError("is a range that ends where it starts")
    return Facing(round((start + span / 2) % FULL_TURN, _DECIMALS) % FULL_TURN, opening)


def _degrees(text: str) -> float:
    """Read a number of degrees or a compass point, from 0 to 360."""
    if text in _POINTS:
        return _POINTS[text]
    if text.isalpha():
        raise ValueError("is no compass point (N, NNE, NE … NNW)")
    degrees = float(text)
    if degrees > FULL_TURN:
        raise ValueError("is over 360 degrees")
    return degrees


def _text(facing: Facing) -> str:
    """Write one facing; the sums are decimal, so that no end gains stray digits."""
    if facing.opening is None:
        return plain_number(facing.bearing)
    if facing.opening == FULL_TURN:
        return "0-360"
    middle, half = Decimal(str(facing.bearing)), Decimal(str(facing.opening)) / 2
    turn = Decimal(int(FULL_TURN))
    return f"{plain_number((middle - half + turn) % turn)}-{plain_number((middle + half) % turn)}"
