"""Objects as JSON tells them: checked field by field, since anything may stand in such a file."""

import re
from dataclasses import dataclass
from datetime import date
from math import isfinite

from shapely.geometry.base import BaseGeometry

from mapper.exchange.sources.osm.objects import Header, Tags
from mapper.exchange.sources.osm.osm_files import day_of
from mapper.geometry import Box

_NAME = re.compile(r"(?:node|way|relation)/[1-9]\d{0,18}")
_VERSION_MAX = 2**31 - 1
_BOX_NUMBERS = 4
_DEEP_BOX_NUMBERS = 6


class RowError(ValueError):
    """One object that cannot be used; its text says why."""


@dataclass(frozen=True, slots=True)
class JsonObject:
    """One object with its geometry in degrees."""

    external_id: str
    tags: Tags
    geometry: BaseGeometry
    version: int | None = None
    edited_on: date | None = None


@dataclass(frozen=True, slots=True)
class Document:
    """Everything one JSON file holds."""

    header: Header
    objects: list[JsonObject]


def about(row: object, otherwise: str) -> str:
    """What to call a row when speaking of it: by its OSM id where it has one."""
    if not isinstance(row, dict):
        return otherwise
    try:
        return name_from(row.get("type", "node"), row.get("id"))
    except RowError:
        return otherwise


def name_from(kind: object, number: object) -> str:
    """What an object is called in OSM, as `node/12`; raises `RowError` where it has no id."""
    name = f"{kind}/{number}"
    if isinstance(number, bool) or not _NAME.fullmatch(name):
        raise RowError("has no OSM id such as node/123")
    return name


def position_from(lon: object, lat: object) -> tuple[float, float]:
    """A longitude and latitude on the earth; raises `RowError` for anything else."""
    numbers = [x for x in (lon, lat) if isinstance(x, int | float) and not isinstance(x, bool)]
    if len(numbers) != 2 or not all(isfinite(number) for number in numbers):  # noqa: PLR2004
        raise RowError(f"its position ({lon}, {lat}) is not two numbers")
    if abs(numbers[0]) > 180 or abs(numbers[1]) > 90:  # noqa: PLR2004
        raise RowError(f"its position ({lon}, {lat}) is out of range")
    return float(numbers[0]), float(numbers[1])


def tags_from(raw: object) -> dict[str, str]:
    """Tags as texts; numbers and truth values are written as OSM writes them."""
    if not isinstance(raw, dict):
        raise RowError("has no tags")
    return {key: _text(key, value) for key, value in raw.items() if value is not None}


def _text(key: str, value: object) -> str:
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, str | int | float):
        return str(value)
    raise RowError(f"its tag {key} is no text")


def version_from(raw: object) -> int | None:
    """The version of an object; None where none, or nonsense, is told."""
    told = str(raw)
    return (
        int(told)
        if told.isascii() and told.isdigit() and 0 < int(told[:12]) <= _VERSION_MAX
        else None
    )


def day_from(raw: object) -> date | None:
    """The day of a time as text; None for anything else."""
    return day_of(raw) if isinstance(raw, str) else None


def box_from(raw: object, *, south_first: bool) -> Box | None:
    """A box of four numbers (six, with heights, in GeoJSON); None where it is none."""
    if not isinstance(raw, list):
        return None
    numbers = raw[:2] + raw[3:5] if len(raw) == _DEEP_BOX_NUMBERS else raw
    if len(numbers) != _BOX_NUMBERS:
        return None
    try:
        first = position_from(*numbers[1::-1] if south_first else numbers[:2])
        last = position_from(*numbers[:1:-1] if south_first else numbers[2:])
        return Box(*first, *last)
    except ValueError:
        return None
