"""How the text of one tag is read."""

import re

from mapper.vocabulary.osm.sources import (
    Found,
    any_text,
    known_words,
    telling_pattern,
    telling_words,
)

TABLE = {"one": 1, "uno": 1, "two": 2}


def test_known_words_are_read_and_strange_ones_told_as_written() -> None:
    read = known_words(TABLE, silent=frozenset({"hush"}))
    assert read("One") == Found(1)
    assert read("hush") == Found(None)
    assert read("Big Three;two") == Found(2, ("“Big Three” is no word we know",))
    assert read("") == Found(None)


def test_a_list_that_says_several_things_gives_the_first() -> None:
    read = known_words(TABLE)
    assert read("one;uno") == Found(1)
    assert read("two;one") == Found(2, ("“two;one” says several things; the first is used",))


def test_telling_words_leave_all_others_alone() -> None:
    read = telling_words(TABLE)
    assert read("other;two") == Found(2)
    assert read("other") == Found(None)


def test_a_pattern_tells_or_does_not() -> None:
    read = telling_pattern(re.compile("polic"), 1)
    assert read("the police") == Found(1)
    assert read("a shop") == Found(None)


def test_a_text_is_kept_as_it_stands() -> None:
    assert any_text(" x ") == Found(" x ")
    assert any_text("") == Found(None)
