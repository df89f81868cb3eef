"""Directions as mappers write them, sound and unsound."""

import gzip
import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mapper.vocabulary import Directions, Facing, parse_directions
from mapper.vocabulary.directions import format_directions

thousandths = st.integers(0, 359_999).map(lambda number: number / 1000)
openings = st.none() | st.integers(1, 359_999).map(lambda number: number / 1000)
facings = st.builds(Facing, thousandths, openings) | st.just(Facing(180.0, 360.0))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("0", [Facing(0)]),
        ("360", [Facing(0)]),
        ("359.9999", [Facing(0)]),
        ("22.5", [Facing(22.5)]),
        ("090", [Facing(90)]),
        ("45°", [Facing(45)]),
        (" 45 ° ", [Facing(45)]),
        ("N", [Facing(0)]),
        ("nnw", [Facing(337.5)]),
        ("Se", [Facing(135)]),
        ("304-14", [Facing(339, 70)]),
        ("69 - 139", [Facing(104, 70)]),
        ("350–10", [Facing(0, 20)]),
        ("W-E", [Facing(0, 180)]),
        ("N-90", [Facing(45, 90)]),
        ("0-360", [Facing(180, 360)]),
        ("360-14", [Facing(7, 14)]),
        ("0.5-1", [Facing(0.75, 0.5)]),
        ("79;230", [Facing(79), Facing(230)]),
        ("79 ; 304-14;SW", [Facing(79), Facing(339, 70), Facing(225)]),
    ],
)
def test_sound_directions(text: str, expected: list[Facing]) -> None:
    assert parse_directions(text) == Directions(tuple(expected))


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("forward", "neither"),
        ("north-ish", "neither"),
        ("400", "over 360"),
        ("10-400", "over 360"),
        ("-30", "below zero"),
        ("−30°", "below zero"),
        ("NB", "neither"),
        ("NES", "no compass point"),
        ("90-90", "ends where it starts"),
        ("360-0", "ends where it starts"),
        ("10-20-30", "neither"),
        ("95, 95", "neither"),
        ("٤٥", "neither"),
        ("1e2", "neither"),
        ("", "empty"),
        ("   ", "empty"),
    ],
)
def test_nonsense_is_told_in_words(text: str, word: str) -> None:
    directions = parse_directions(text)
    assert directions.facings == ()
    assert word in directions.problems[0]


def test_sound_parts_count_beside_nonsense() -> None:
    directions = parse_directions("79;;forward")
    assert directions.facings == (Facing(79),)
    assert directions.problems == (
        "“” is an empty part of the list",
        "“forward” is neither degrees, nor a compass point, nor a range of them",
    )


@pytest.mark.parametrize("text", ["0;0;0", "0;360", "N;0"])
def test_one_facing_written_twice_is_one_and_told(text: str) -> None:
    directions = parse_directions(text)
    assert directions.facings == (Facing(0),)
    assert "more than once" in directions.problems[0]


@pytest.mark.parametrize(
    ("facing", "text"),
    [
        (Facing(90), "90"),
        (Facing(22.5), "22.5"),
        (Facing(339, 70), "304-14"),
        (Facing(0, 0.001), "359.9995-0.0005"),
        (Facing(10, 360), "0-360"),
    ],
)
def test_facings_are_written_plainly(facing: Facing, text: str) -> None:
    assert format_directions([facing]) == text


@given(st.lists(facings, unique=True, max_size=4))
def test_facings_survive_their_text(some: list[Facing]) -> None:
    text = format_directions(some)
    assert parse_directions(text).facings == tuple(some)


@given(st.text(alphabet="0123456789NESW.-;° –x", max_size=30) | st.text(max_size=20))
def test_no_text_is_dropped_silently(text: str) -> None:
    directions = parse_directions(text)
    parts = {part.strip() for part in text.split(";")}
    assert len(directions.facings) + len(directions.problems) >= len(parts)


def test_directions_all_over_the_united_states(shared_data: Path) -> None:
    path = shared_data / "osm-us-alpr" / "cameras-us.json.gz"
    texts = [
        row["directionCardinal"]
        for row in json.loads(gzip.decompress(path.read_bytes()))
        if row.get("directionCardinal")
    ]
    unread = [text for text in texts if not parse_directions(text).facings]
    assert len(texts) > 60_000
    assert len(unread) < len(texts) / 100
