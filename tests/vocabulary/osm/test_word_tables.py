"""The reference of OSM tags holds every key and every word that we read."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from mapper.vocabulary.osm import word_tables
from mapper.vocabulary.osm.aspect_table import KEYS

REFERENCE = (
    Path(__file__).parents[3].joinpath("docs", "reference", "osm-tags.md").read_text("utf-8")
)
IN_CODE = set(re.findall(r"`([^`]+)`", REFERENCE))
SAID = IN_CODE | {part for text in IN_CODE for part in text.split("=")}

TABLES = [getattr(word_tables, name) for name in dir(word_tables) if name.isupper()]


@pytest.mark.parametrize("key", sorted(KEYS))
def test_every_key_is_in_the_reference(key: str) -> None:
    assert key in SAID


@pytest.mark.parametrize("word", sorted({word for table in TABLES for word in table}))
def test_every_word_is_in_the_reference(word: str) -> None:
    assert word in SAID


@pytest.mark.parametrize(
    ("table", "field"),
    [
        (word_tables.KINDS, "kind"),
        (word_tables.MOUNTS, "mount"),
        (word_tables.SCOPES, "scope"),
        (word_tables.OPERATOR_TYPES | word_tables.PRIVATE, "operator's type"),
        (word_tables.ANSWERS, "yes or no"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_the_table_of_words_says_what_each_word_means(table: dict[str, str], field: str) -> None:
    told = {word: ours for name, ours, word in told_words() if name == field}
    assert told == {word: str(meaning) for word, meaning in table.items()}


def told_words() -> Iterator[tuple[str, str, str]]:
    """Field, our word and OSM's word, for each that the table of words tells."""
    field = ""
    for line in REFERENCE.split("## Words")[1].split("##")[0].splitlines():
        if line.startswith("|"):
            name, ours, theirs = (cell.strip(" `") for cell in line.split("|")[1:4])
            field = name or field
            for word in theirs.split(";")[0].split(", "):
                yield field, ours, word.strip("`")
