"""Keys as words, there and back."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mapper.contributors.rules.phrases import key_in, phrase_of

KEY = "0" * 32
PHRASE = "abandon " * 11 + "about"


@given(st.binary(min_size=16, max_size=16))
def test_a_key_comes_back_from_its_words(entropy):
    key = entropy.hex()
    phrase = phrase_of(key)
    assert len(phrase.split()) == 12
    assert key_in(f"  {phrase.upper()}\n") == key


def test_the_words_are_those_everybody_uses():
    assert phrase_of(KEY) == PHRASE


@pytest.mark.parametrize("key", ["a-key-made-on-a-device", "00", "zz" * 16])
def test_a_key_of_another_sort_has_no_words_and_is_taken_as_it_is(key):
    assert phrase_of(key) == ""
    assert key_in(f" {key} ") == key


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("abandon about", "12 words, and these are 2"),
        ("", "12 words, and these are 0"),
        (PHRASE.replace("about", "abuot"), "“abuot” is none of the words"),
        (PHRASE.replace("about", "zoo"), "do not belong together"),
    ],
)
def test_what_is_wrong_with_the_words_is_said(typed, said):
    with pytest.raises(ValueError, match=said):
        key_in(typed)
