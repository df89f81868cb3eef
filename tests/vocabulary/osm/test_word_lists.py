"""Lists of words parted by `;`."""

import pytest

from mapper.vocabulary.osm.word_lists import parts_of, with_word, without_words, word_of, words_of


def test_parts_are_as_written_and_words_in_one_form() -> None:
    assert parts_of(" Street Lamp; ;ALPR ") == ["Street Lamp", "ALPR"]
    assert words_of("Street Lamp;traffic-signals;") == ["street_lamp", "traffic_signals"]
    assert word_of("Street Lamp") == "street_lamp"


@pytest.mark.parametrize(("text", "expected"), [("", "new"), (" ", "new"), ("old", "old;new")])
def test_a_word_goes_to_the_end(text: str, expected: str) -> None:
    assert with_word(text, "new") == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [("ALPR", ""), ("guard;ALPR; Camera", "guard;Camera"), (" guard ;", " guard ;")],
)
def test_words_are_taken_out_and_others_left(text: str, expected: str) -> None:
    assert without_words(text, frozenset({"alpr"})) == expected
