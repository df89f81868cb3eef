"""Reading positions as people write them: decimal degrees, or degrees, minutes and seconds."""

import re

_NUMBER = r"[0-9]{1,3}(?:[.,][0-9]{1,20})?"


def _coordinate(which: int) -> str:
    """The pattern of one coordinate; its groups bear the number `which`."""
    minutes = rf"\s*(?P<minutes{which}>{_NUMBER})\s*['′’]"
    seconds = rf"\s*(?P<seconds{which}>{_NUMBER})\s*(?:[\"″”]|'')"
    return (
        rf"(?P<before{which}>[NSEW]?)\s*(?P<sign{which}>[-−+]?)\s*"
        rf"(?P<degrees{which}>{_NUMBER})\s*(?:°(?:{minutes}(?:{seconds})?)?)?"
        rf"\s*(?P<after{which}>[NSEW]?)"
    )


_ONE = re.compile(_coordinate(1))
_TWO = re.compile(rf"{_coordinate(1)}(?:\s*[,;/]\s*|\s+){_coordinate(2)}")

_SIXTIETH = 60.0
_NORTH_SOUTH, _EAST_WEST = "NS", "EW"


def parse_latitude(text: str) -> float:
    """Read `47.01`, `47,01` or `47°00′36″N`; raises `ValueError` with what is wrong, in words."""
    return _parse_one(text, _NORTH_SOUTH)


def parse_longitude(text: str) -> float:
    """Read `-28.02`, `-28,02` or `28°01′12″W`; raises `ValueError` in words."""
    return _parse_one(text, _EAST_WEST)


def parse_position(text: str) -> tuple[float, float]:
    """Read latitude and longitude out of one text, such as `47.01, -28.02`.

    The order is latitude first, unless letters (N, S, E, W) say otherwise. Whether the numbers
    lie on the earth is not asked here. Raises `ValueError`, in words, for anything else.
    """
    found = _TWO.fullmatch(text.strip().upper().removeprefix("GEO:"))
    if found is None:
        raise ValueError("write two numbers, latitude first, such as 47.0123, -28.0456")
    (first, first_axis), (second, second_axis) = _value(found, 1), _value(found, 2)
    if first_axis == _EAST_WEST and second_axis != _EAST_WEST:
        return second, first
    if second_axis == _NORTH_SOUTH or (first_axis and first_axis == second_axis):
        raise ValueError("one of the two needs N or S, the other E or W")
    return first, second


def _parse_one(text: str, axis: str) -> float:
    found = _ONE.fullmatch(text.strip().upper())
    if found is None:
        raise ValueError("write a number of degrees, such as 47.0123")
    value, said = _value(found, 1)
    if said and said != axis:
        raise ValueError(f"this takes {axis[0]} or {axis[1]}, not {said[0]} or {said[1]}")
    return value


def _value(found: re.Match[str], which: int) -> tuple[float, str]:
    """Degrees, and the axis its letter names (empty where there is no letter)."""
    letters = found[f"before{which}"] + found[f"after{which}"]
    if len(letters) > 1 or (letters and found[f"sign{which}"]):
        raise ValueError("give one letter (N, S, E, W) or a sign, not both")
    size = _number(found[f"degrees{which}"])
    size += _number(found[f"minutes{which}"]) / _SIXTIETH
    size += _number(found[f"seconds{which}"]) / _SIXTIETH**2
    negative = letters in {"S", "W"} or found[f"sign{which}"] in {"-", "−"}
    axis = next((axis for axis in (_NORTH_SOUTH, _EAST_WEST) if letters and letters in axis), "")
    return (-size if negative else size), axis


def _number(text: str | None) -> float:
    return float(text.replace(",", ".")) if text else 0.0
