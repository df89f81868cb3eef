"""Answers about a camera turned into claims in OSM's words, and claims read as answers again."""

from collections.abc import Mapping
from dataclasses import fields
from typing import Any

from mapper.vocabulary import Basis, CameraReading, read_tags, write_tags

Claims = dict[str, tuple[str, Basis]]
"""OSM key to value and basis."""

Answers = dict[str, tuple[Any, Basis]]
"""Name of an aspect of `CameraReading` to what is said of it, and on what basis."""

_ANY_CAMERA = {"man_made": "surveillance"}
_NOT_ASPECTS = frozenset({"is_camera", "not_a_camera", "problems", "fixme", "seen_on"})
_ASPECTS = tuple(field.name for field in fields(CameraReading) if field.name not in _NOT_ASPECTS)
_NOTHING_SAID = write_tags(CameraReading(), {})
_NOTHING_READ = read_tags(_ANY_CAMERA)


def claims_of(answers: Mapping[str, tuple[Any, Basis]]) -> Claims:
    """Claims for all answers but "unknown", which claims nothing."""
    claims: Claims = {}
    for aspect, (answer, basis) in answers.items():
        tags = write_tags(CameraReading(**{aspect: answer}), {})
        for key, value in tags.items():
            if _NOTHING_SAID.get(key) != value and value != "unknown":
                claims[key] = (value, basis)
    return claims


def answers_in(claims: Mapping[str, tuple[str, Basis]]) -> Answers:
    """What claims say, aspect by aspect, each with the basis of the claim that says it."""
    return {
        aspect: (answer, basis)
        for key, (value, basis) in claims.items()
        for aspect, answer in told_by({key: value}).items()
    }


def told_by(tags: Mapping[str, str]) -> dict[str, Any]:
    """The aspects that a camera's tags say something of, and what."""
    reading = read_tags({**_ANY_CAMERA, **tags})
    return {
        aspect: getattr(reading, aspect)
        for aspect in _ASPECTS
        if getattr(reading, aspect) != getattr(_NOTHING_READ, aspect)
    }
