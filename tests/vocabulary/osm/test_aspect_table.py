"""The table of aspects is whole, and each key says what it should."""

from dataclasses import fields

import pytest

from mapper.vocabulary import CameraReading
from mapper.vocabulary.osm.aspect_table import ASPECTS, KEYS
from mapper.vocabulary.osm.tag_view import TagView
from mapper.vocabulary.osm.word_tables import ANSWERS, KINDS, MOUNTS, OPERATOR_TYPES, SCOPES

NO_ASPECTS = {"is_camera", "not_a_camera", "lifecycle", "problems"}


def test_every_field_of_a_reading_is_an_aspect() -> None:
    read = [aspect.field for aspect in ASPECTS]
    assert sorted(read) == sorted({field.name for field in fields(CameraReading)} - NO_ASPECTS)


def test_every_aspect_is_empty_where_a_new_reading_is() -> None:
    reading = CameraReading()
    assert all(
        aspect.read(TagView.of({})).value == getattr(reading, aspect.field) for aspect in ASPECTS
    )


@pytest.mark.parametrize(
    "table", [KINDS, MOUNTS, SCOPES, OPERATOR_TYPES, ANSWERS], ids=["k", "m", "s", "o", "a"]
)
def test_each_of_our_words_is_read_back_as_itself(table: dict[str, object]) -> None:
    for meaning in set(table.values()):
        assert table[str(meaning)] == meaning


def test_the_angle_is_read_but_the_tilt_is_written() -> None:
    assert {"camera:angle", "camera:tilt"} <= KEYS
    assert next(a for a in ASPECTS if a.field == "tilt_deg").sources[0].key == "camera:tilt"
