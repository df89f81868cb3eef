"""What may be typed as one's key."""

import pytest

from mapper.pages.yours.forms import KeyForm

PHRASE = "abandon " * 11 + "about"


@pytest.mark.parametrize(
    ("typed", "key"), [(PHRASE, "0" * 32), ("a-key-made-on-a-device", "a-key-made-on-a-device")]
)
def test_a_phrase_is_a_key_and_so_is_a_key(typed, key):
    form = KeyForm({"key": typed})
    assert form.is_valid()
    assert form.cleaned_data["key"] == key


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("", "Type the twelve words"),
        ("abandon about", "has 12 words"),
        ("short", "neither a phrase"),
    ],
)
def test_what_is_neither_is_told_so(typed, said):
    form = KeyForm({"key": typed})
    assert said in form.errors["key"][0]
