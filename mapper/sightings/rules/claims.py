"""Answers about a camera turned into claims in OSM's words, and claims read as answers again."""

from collections.abc import Hashable, Mapping
from dataclasses import fields
from functools import lru_cache
from typing import Any

from mapper.settings import limits
from mapper.vocabulary import Basis, CameraReading, read_tags, write_tags
from mapper.vocabulary.osm.aspect_table import KEYS

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
        claims |= {key: (value, basis) for key, value in _tags_of(aspect, answer).items()}
    return claims


@lru_cache(limits.CLAIMS_REMEMBERED)
def _tags_of(aspect: str, answer: Hashable) -> Mapping[str, str]:
    """The tags that one answer claims."""
    told: dict[str, Any] = {aspect: answer}
    tags = write_tags(CameraReading(**told), {})
    return {
        key: value
        for key, value in tags.items()
        if _NOTHING_SAID.get(key) != value and value != "unknown"
    }


def answers_in(claims: Mapping[str, tuple[str, Basis]]) -> Answers:
    """What claims say, aspect by aspect, each with the basis of the claim that says it."""
    return {
        aspect: (answer, basis)
        for key, (value, basis) in claims.items()
        for aspect, answer in told_by({key: value}).items()
    }


def told_by(tags: Mapping[str, str]) -> dict[str, Any]:
    """The aspects that tags claimed of a camera say something of, and what."""
    return dict(_told_by(tuple(tags.items())))


@lru_cache(limits.CLAIMS_REMEMBERED)
def _told_by(tags: tuple[tuple[str, str], ...]) -> Mapping[str, Any]:
    return told_in(read_tags({**_ANY_CAMERA, **dict(tags)}))


def told_in(reading: CameraReading) -> dict[str, Any]:
    """The aspects that a reading says something of, and what."""
    return {
        aspect: getattr(reading, aspect)
        for aspect in _ASPECTS
        if getattr(reading, aspect) != getattr(_NOTHING_READ, aspect)
    }


# What a claim from elsewhere may tell of: closed lists and numbers, never free text.
_SAYABLE = frozenset(
    {
        *("kind", "mount", "facings", "operator_type", "scope", "height_m", "tilt_deg"),
        *("face_recognition", "plate_reading", "signage", "sign_operator", "sign_contact"),
    }
)
_SAYS_NOTHING_MORE = {"man_made": "surveillance", "surveillance:type": "camera"}
_LONGEST_VALUE = 255


@lru_cache(limits.CLAIMS_REMEMBERED)
def claim_problem(key: str, value: str) -> str:
    """What is wrong with one claim in OSM's words, in words; empty where nothing is.

    Tags that every camera has, and "unknown", claim nothing and are no fault.
    """
    if _SAYS_NOTHING_MORE.get(key) == value:
        return ""
    reading = read_tags({**_ANY_CAMERA, key: value})
    told = told_by({key: value})
    if reading.not_a_camera or reading.problems:
        return f"{reading.not_a_camera or '; '.join(reading.problems)}."
    if told.keys() - _SAYABLE:
        return f"“{key}” is free text, and nobody has read it before it would be public."
    if not told and not (key in KEYS and value == "unknown"):
        return f"“{key}={value}” says nothing of a camera that we know of."
    canonical = claims_of({aspect: (answer, Basis.SAW) for aspect, answer in told.items()})
    if any(len(text) > _LONGEST_VALUE for text, _ in canonical.values()):
        return f"“{key}” is longer than we hold."
    return ""
