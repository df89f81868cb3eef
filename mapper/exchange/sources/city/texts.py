"""The cameras of the city in words: what an invented list would say of each, in OSM's tags."""

import json
from collections.abc import Callable, Sequence
from datetime import date, timedelta
from functools import cache
from typing import Any, cast

import numpy as np
from numpy.typing import NDArray

from mapper.exchange.sources.city.cameras import (
    ANSWERS,
    KINDS,
    LIFECYCLES,
    MAKERS,
    MOUNTS,
    SCOPES,
    ZONES,
    CityCameras,
)
from mapper.exchange.sources.city.looks import FACINGS_MOST, NOBODY_SAID, Facings
from mapper.exchange.sources.city.operators import NOBODY, operators
from mapper.exchange.sources.city.posts import POSTS
from mapper.geometry.arrays import I64, U8
from mapper.vocabulary import CameraReading, Facing, write_tags

Texts = NDArray[np.object_]
_PLAIN = write_tags(CameraReading(), {})
"""The tags of a camera of which nothing is known."""

_SHIFT = 10
"""Bits that hold any bearing or opening."""


def facings_in_json(facings: Facings) -> Texts:
    """What the field of a camera holds of its facings, for one camera in each row."""
    return _by_value(_codes(facings), lambda code: _json_of(_facings(code)))


def tags_in_json(cameras: CityCameras, today: date) -> Texts:
    """The tags of one camera in each row; `write_tags` says of each word how it is written."""
    history = cameras.history
    parts = [
        _by_value(cameras.lifecycle * len(ANSWERS) + cameras.plate, _beginning),
        _by_value(_whose(cameras), _whose_in_tags),
        _words(cameras.zone, "zone", ZONES),
        _words(cameras.mount, "mount", MOUNTS),
        _by_value(_codes(cameras.facings), lambda code: _part(facings=_facings(code))),
        _by_value(cameras.tilt_deg, lambda known: _part(tilt_deg=_number(known))),
        _by_value(cameras.height_m, lambda known: _part(height_m=_number(known))),
        _words(cameras.scope, "scope", SCOPES),
        _words(cameras.face, "face_recognition", ANSWERS),
        _words(cameras.sign, "signage", ANSWERS),
        _words(cameras.maker, "manufacturer", MAKERS),
        _numbers(cameras),
        _by_value(built_in(cameras, today), lambda year: _part(start_date=_year(year))),
        _by_value(history.last_seen_ago, lambda ago: _part(seen_on=today - timedelta(days=ago))),
    ]
    return np.array(["".join(row) + "}" for row in zip(*parts, strict=True)], object)


def refs(cameras: CityCameras) -> Texts:
    """The number that a camera in each row bears; empty where it bears none."""
    numbers = cameras.number.tolist()
    born = cameras.numbered.tolist()
    return np.array(
        [f"LH-{number + 1:07d}" if one else "" for number, one in zip(numbers, born, strict=True)],
        object,
    )


def built_in(cameras: CityCameras, today: date) -> I64:
    """The year in which a camera in each row was put up; 0 where nobody knows."""
    first_year = np.datetime64(today) - cameras.history.first_seen_ago
    years = first_year.astype("datetime64[Y]").astype(np.int64) + 1970
    return np.where(cameras.built_before >= 0, years - cameras.built_before, 0)


def named(years: I64) -> Texts:
    """Years as texts; empty where nobody knows."""
    return _by_value(years, _year)


def _by_value(values: NDArray[Any], text: Callable[[Any], str]) -> Texts:
    """The text of every value; each is worked out once."""
    distinct, rows = np.unique(values, return_inverse=True)
    return np.array([text(value) for value in distinct.tolist()], object)[rows]


def _words(codes: U8, aspect: str, words: Sequence[str]) -> Texts:
    return np.array([_part(**{aspect: word}) for word in words], object)[codes]


def _numbers(cameras: CityCameras) -> Texts:
    pattern = _part(ref="?")
    return np.array([pattern.replace("?", ref) if ref else "" for ref in refs(cameras)], object)


@cache
def _part(**aspects: object) -> str:
    """The tags that tell these aspects, as they follow upon others in a JSON object."""
    told = write_tags(CameraReading(**cast("dict[str, Any]", aspects)), {})
    fresh = {key: value for key, value in told.items() if key not in _PLAIN}
    return ", " + json.dumps(fresh)[1:-1] if fresh else ""


def _whose(cameras: CityCameras) -> I64:
    """Operator, sort of operator and kind of each row in one number."""
    named = cameras.operator - NOBODY
    return (named * len(POSTS) + cameras.post) * len(KINDS) + cameras.kind


def _whose_in_tags(code: int) -> str:
    """What a number of `_whose` says; together, for a name or a kind may tell whose a camera is."""
    rest, kind = divmod(code, len(KINDS))
    named, post = divmod(rest, len(POSTS))
    name = operators()[named + NOBODY][0] if named else ""
    return _part(operator=name, operator_type=POSTS[post].operator_type, kind=KINDS[kind])


def _beginning(code: int) -> str:
    """The tags with which a JSON object begins: a plate reader is a device of another type."""
    lifecycle, plate = divmod(code, len(ANSWERS))
    reading = CameraReading(lifecycle=LIFECYCLES[lifecycle], plate_reading=ANSWERS[plate])
    return json.dumps(write_tags(reading, {}))[:-1]


def _number(known: float) -> float | None:
    return None if np.isnan(known) else known


def _year(year: int) -> str:
    return str(year) if year else ""


def _codes(facings: Facings) -> I64:
    """The facings of each row in one number."""
    code = np.zeros(len(facings.bearings), np.int64)
    for column in range(FACINGS_MOST):
        for part in (facings.bearings, facings.openings):
            code = code << _SHIFT | part[:, column] - NOBODY_SAID
    return code


@cache
def _facings(code: int) -> tuple[Facing, ...]:
    """The facings that a number of `_codes` stands for."""
    parts = []
    while code:
        opening, bearing = (code >> step & (1 << _SHIFT) - 1 for step in (0, _SHIFT))
        code >>= 2 * _SHIFT
        if bearing:
            known = opening + NOBODY_SAID
            parts.append(Facing(float(bearing + NOBODY_SAID), float(known) if known > 0 else None))
    return tuple(reversed(parts))


def _json_of(facings: Sequence[Facing]) -> str:
    return json.dumps([{"bearing": one.bearing, "opening": one.opening} for one in facings])
