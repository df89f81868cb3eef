"""One aspect: read from sources in order, written to one of them."""

import pytest

from mapper.vocabulary import Answer
from mapper.vocabulary.osm.aspect_table import PLATE_READING
from mapper.vocabulary.osm.aspects import Aspect
from mapper.vocabulary.osm.sources import Found, Hold, Source, known_words, telling_words
from mapper.vocabulary.osm.tag_view import TagView

COLOURS = {"red": "red", "blue": "blue", "unknown": "none"}
COLOUR = Aspect(
    "colour",
    "none",
    str,
    (
        Source("first", known_words(COLOURS)),
        Source("second", known_words(COLOURS)),
        Source("old", telling_words({"reddish": "red"}), Hold.DROP),
        Source("other", telling_words({"cherry": "red"}), Hold.READ),
    ),
)


def view(**tags: str) -> TagView:
    return TagView.of(tags)


def test_the_first_source_that_speaks_counts_and_all_nonsense_is_told() -> None:
    assert COLOUR.read(view(first="green", second="blue", other="cherry")) == Found(
        "blue", ("first: “green” is no word we know",)
    )
    assert COLOUR.read(view(first="blue", second="green")).problems == (
        "second: “green” is no word we know",
    )
    assert COLOUR.read(view()) == Found("none")


@pytest.mark.parametrize(
    ("before", "value", "after"),
    [
        ({}, "blue", {"first": "blue"}),
        ({"second": "red"}, "blue", {"second": "blue"}),
        ({"old": "reddish"}, "blue", {"old": "reddish", "first": "blue"}),
        ({"other": "cherry"}, "blue", {"other": "cherry", "first": "blue"}),
        ({"first": "green", "second": "red"}, "blue", {"first": "green", "second": "blue"}),
        ({"first": "red", "second": "red", "old": "reddish"}, "none", {}),
        ({"first": "green", "second": "red"}, "none", {"first": "green"}),
        ({"other": "cherry"}, "none", {"other": "cherry", "first": "unknown"}),
        ({"second": "red"}, None, {}),
    ],
)
def test_writing_touches_no_more_than_it_must(
    before: dict[str, str], value: str | None, after: dict[str, str]
) -> None:
    seen = view(**before)
    COLOUR.write(seen, value)
    assert seen.tags == after
    assert COLOUR.read(seen).value == (value or "none")


TYPE = "surveillance:type"


@pytest.mark.parametrize(
    ("before", "value", "after"),
    [
        ({}, Answer.YES, {TYPE: "ALPR"}),
        ({TYPE: "camera"}, Answer.YES, {TYPE: "ALPR"}),
        ({TYPE: "doorbell"}, Answer.YES, {TYPE: "doorbell;ALPR"}),
        ({TYPE: "ANPR", "alpr": "no"}, Answer.YES, {TYPE: "ANPR"}),
        ({TYPE: "ALPR"}, Answer.NO, {TYPE: "camera", "alpr": "no"}),
        ({TYPE: "camera;ALPR"}, Answer.UNKNOWN, {TYPE: "camera"}),
        ({TYPE: "guard;ALPR"}, Answer.UNKNOWN, {TYPE: "guard;camera"}),
        ({}, Answer.NO, {"alpr": "no"}),
        ({"alpr": "no"}, Answer.UNKNOWN, {}),
        ({"camera:type": "ALPR"}, Answer.UNKNOWN, {"camera:type": "ALPR", "alpr": "unknown"}),
    ],
)
def test_plate_reading_keeps_to_the_words_of_osm(
    before: dict[str, str], value: Answer, after: dict[str, str]
) -> None:
    seen = TagView.of(before)
    PLATE_READING.write(seen, value)
    assert seen.tags == after
    assert PLATE_READING.read(seen).value is value
