"""Every aspect of a camera with the OSM keys it is read from, in order of precedence."""

import re
from datetime import date
from typing import Any

from mapper.vocabulary.camera_words import Answer, Kind, Mount, OperatorType, Scope
from mapper.vocabulary.directions import format_directions
from mapper.vocabulary.osm import measures, word_tables
from mapper.vocabulary.osm.aspects import DEVICE_TYPE, Aspect, PlateReading
from mapper.vocabulary.osm.sources import (
    Hold,
    Source,
    any_text,
    known_words,
    telling_pattern,
    telling_words,
)
from mapper.vocabulary.plain_numbers import plain_number

_POLICE_NAME = re.compile(
    r"police|polic[ií]a|policie|policja|polizei|polizia|politie|politiet|politi\b|poliisi|polisen"
    r"|sheriff|constabulary|highway patrol|gendarm|carabinier|guardia civil|公安|警察",
    re.IGNORECASE,
)
_RECOGNITION_WORDS = frozenset(word_tables.PLATE_READERS) | frozenset(word_tables.FACE_RECOGNISERS)
_PLAIN_WORDS = frozenset({"camera", "yes", "webcam"})

_MAKERS = ("manufacturer", "surveillance:manufacturer", "brand", "surveillance:brand")


def _text(field: str, *keys: str) -> Aspect[str]:
    """An aspect that is one free text, kept as it stands."""
    return Aspect(field, "", str, tuple(Source(key, any_text) for key in keys))


KIND = Aspect(
    "kind",
    Kind.UNKNOWN,
    str,
    (
        Source("camera:type", known_words(word_tables.KINDS, silent=_RECOGNITION_WORDS)),
        Source(DEVICE_TYPE, telling_words({"doorbell": Kind.DOORBELL}), Hold.READ),
        Source("revolving", telling_words({"yes": Kind.PANNING}), Hold.DROP),
    ),
)
MOUNT = Aspect(
    "mount",
    Mount.UNKNOWN,
    str,
    (
        Source("camera:mount", known_words(word_tables.MOUNTS)),
        Source("support", known_words(word_tables.MOUNTS)),
        Source("highway", telling_words(word_tables.MOUNTS_BY_HIGHWAY), Hold.READ),
    ),
)
OPERATOR_TYPE = Aspect(
    "operator_type",
    OperatorType.UNKNOWN,
    str,
    (
        Source(
            "operator:type",
            known_words(word_tables.OPERATOR_TYPES, silent=frozenset(word_tables.PRIVATE)),
        ),
        Source("surveillance:zone", telling_words(word_tables.HOME_ZONES), Hold.READ),
        Source("camera:type", telling_words(word_tables.DOORBELLS), Hold.READ),
        Source(DEVICE_TYPE, telling_words(word_tables.DOORBELLS), Hold.READ),
        Source("operator:type", telling_words(word_tables.PRIVATE)),
        Source("operator", telling_pattern(_POLICE_NAME, OperatorType.POLICE), Hold.READ),
        Source(
            "surveillance:operator", telling_pattern(_POLICE_NAME, OperatorType.POLICE), Hold.READ
        ),
    ),
)
SCOPE = Aspect(
    "scope",
    Scope.UNKNOWN,
    str,
    (
        Source("surveillance", known_words(word_tables.SCOPES, silent=_PLAIN_WORDS)),
        Source("indoor", telling_words({"yes": Scope.INDOOR}), Hold.READ),
    ),
)
FACINGS = Aspect(
    "facings",
    (),
    format_directions,
    tuple(
        Source(key, measures.read_facings)
        for key in ("camera:direction", "direction", "surveillance:direction")
    ),
)
TILT = Aspect(
    "tilt_deg",
    None,
    plain_number,
    (
        Source("camera:tilt", measures.read_tilt),
        Source("camera:angle", measures.read_angle, Hold.DROP),
    ),
)
HEIGHT = Aspect(
    "height_m",
    None,
    plain_number,
    (Source("height", measures.read_height),),
)
SEEN_ON = Aspect(
    "seen_on",
    None,
    date.isoformat,
    (Source("survey:date", measures.read_day), Source("check_date", measures.read_day)),
)
FACE_RECOGNITION = Aspect(
    "face_recognition",
    Answer.UNKNOWN,
    str,
    (
        Source("facial_recognition", known_words(word_tables.ANSWERS)),
        Source("face_recognition", known_words(word_tables.ANSWERS)),
        Source("camera:facial_recognition", known_words(word_tables.ANSWERS)),
        Source("surveillance:facial_recognition", known_words(word_tables.ANSWERS)),
        Source(DEVICE_TYPE, telling_words(word_tables.FACE_RECOGNISERS), Hold.READ),
        Source("camera:type", telling_words(word_tables.FACE_RECOGNISERS), Hold.READ),
    ),
)
PLATE_READING = PlateReading(
    "plate_reading",
    Answer.UNKNOWN,
    str,
    (
        Source("alpr", known_words(word_tables.ANSWERS)),
        Source(DEVICE_TYPE, telling_words(word_tables.PLATE_READERS), Hold.READ),
        Source("camera:type", telling_words(word_tables.PLATE_READERS), Hold.READ),
    ),
)
SIGNAGE = Aspect(
    "signage",
    Answer.UNKNOWN,
    str,
    (Source("surveillance:signage", known_words(word_tables.ANSWERS)),),
)
SIGN_OPERATOR = Aspect(
    "sign_operator",
    Answer.UNKNOWN,
    str,
    (Source("surveillance:signage:operator", known_words(word_tables.ANSWERS)),),
)
SIGN_CONTACT = Aspect(
    "sign_contact",
    Answer.UNKNOWN,
    str,
    (Source("surveillance:signage:contact", known_words(word_tables.ANSWERS)),),
)

ASPECTS: tuple[Aspect[Any], ...] = (
    _text("operator", "operator", "surveillance:operator"),
    _text("zone", "surveillance:zone"),
    KIND,
    OPERATOR_TYPE,
    MOUNT,
    FACINGS,
    TILT,
    HEIGHT,
    SCOPE,
    FACE_RECOGNITION,
    PLATE_READING,
    SIGNAGE,
    SIGN_OPERATOR,
    SIGN_CONTACT,
    _text("manufacturer", *_MAKERS),
    _text("ref", "ref"),
    _text("start_date", "start_date"),
    _text("fixme", "fixme", "FIXME"),
    SEEN_ON,
)
"""In the order of writing: a tag that tells of two aspects belongs to the earlier one."""

KEYS = frozenset(source.key for aspect in ASPECTS for source in aspect.sources)
"""Every key that says something of a camera."""
