"""Fields of questions a person answers by looking."""

import pytest
from django.forms import ValidationError

from mapper.sightings.forms.fields import (
    DONT_KNOW,
    BasisField,
    CoordinateField,
    HeldTextField,
    OneOf,
    choices_with_unknown,
    sentence,
)
from mapper.vocabulary import Basis, Mount


def test_a_coordinate_is_read_as_people_write_it():
    field = CoordinateField(latitude=True, label="Latitude", help_text="")
    assert field.clean(" 47,5 ") == 47.5
    assert field.clean("") is None


@pytest.mark.parametrize(
    ("typed", "words"),
    [("here", "Write a number"), ("28 W", "N or S"), ("1" * 41, "at most 40 characters")],
)
def test_what_is_no_coordinate_is_refused_in_a_sentence(typed, words):
    with pytest.raises(ValidationError, match=words):
        CoordinateField(latitude=True, label="Latitude", help_text="").clean(typed)


def test_one_of_a_list_is_a_word_and_nothing_chosen_is_not_known():
    field = OneOf(Mount, label="Mount")
    assert field.clean("pole") is Mount.POLE
    assert field.clean("") is Mount.UNKNOWN
    with pytest.raises(ValidationError, match="answers shown"):
        field.clean("balloon")


def test_what_the_list_calls_unknown_a_person_calls_not_knowing():
    assert (Mount.UNKNOWN.value, DONT_KNOW) in choices_with_unknown(Mount)


def test_an_unsaid_basis_is_a_guess():
    field = BasisField(label="How?")
    assert field.clean("sign") is Basis.SIGN
    assert field.clean("") is Basis.GUESS
    with pytest.raises(ValidationError, match="answers shown"):
        field.clean("dream")


def test_what_is_written_freely_is_one_plain_line_without_links():
    field = HeldTextField(label="Name", help_text="")
    assert field.clean("  City\u200b of\nTesting ") == "City of Testing"
    assert field.clean(" \u200b ") == ""
    with pytest.raises(ValidationError):
        field.clean("see www.testing.example/x")


def test_words_become_a_sentence():
    assert sentence("write two numbers") == "Write two numbers."
