"""The question which way a camera faces, ticked and measured."""

import pytest
from django.http import QueryDict

from mapper.sightings.forms.facing import FacingForm
from mapper.vocabulary import Facing


def facings(query):
    form = FacingForm(QueryDict(query))
    assert form.is_valid(), form.errors
    return form.facings()


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("", ()),
        ("facing=unknown", ()),
        ("facing=NE&facing=S", (Facing(45.0), Facing(180.0))),
        ("facing_degrees=45;120", (Facing(45.0), Facing(120.0))),
        ("facing=NE&facing_degrees=45;120", (Facing(45.0), Facing(120.0))),
        ("facing=all_round&facing=N", (Facing(180.0, 360.0),)),
        ("facing_degrees=0-360", (Facing(180.0, 360.0),)),
    ],
)
def test_what_was_ticked_and_what_was_measured_are_told_once(query, found):
    assert facings(query) == found


@pytest.mark.parametrize(
    ("query", "words"),
    [
        ("facing=unknown&facing=N", "not both"),
        ("facing=up", "directions shown"),
        ("facing_degrees=400", "over 360"),
    ],
)
def test_what_makes_no_sense_is_refused_in_words(query, words):
    assert words in str(FacingForm(QueryDict(query)).errors)
