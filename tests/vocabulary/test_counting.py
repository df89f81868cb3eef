"""Numbers with their nouns, and several things in one phrase."""

import pytest

from mapper.vocabulary.counting import counted, joined


def test_things_are_counted():
    assert counted(1, "voice") == "1 voice"
    assert counted(0, "voice") == "0 voices"
    assert counted(2, "person", "people") == "2 people"


@pytest.mark.parametrize(
    ("things", "words"),
    [((), ""), (("one",), "one"), (("one", "two"), "one and two"),
     (("one", "two", "three"), "one, two and three")],
)  # fmt: skip
def test_things_are_joined(things, words):
    assert joined(things) == words
