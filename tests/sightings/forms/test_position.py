"""The part of a form that asks where something is."""

import pytest

from mapper.sightings.forms.position import PositionForm
from tests.factories.places import make_ground

pytestmark = pytest.mark.django_db

TOWN = (-28.03, 46.98, -27.98, 47.02)


def errors(**typed):
    form = PositionForm(typed)
    assert not form.is_valid()
    return {field: " ".join(messages) for field, messages in form.errors.items()}


@pytest.mark.parametrize(
    "typed",
    [
        {"latitude": "47.01", "longitude": "-28.02"},
        {"latitude": "47,01", "longitude": "28,02 W"},
        {"position": "47.01, -28.02"},
        {"position": "47.01, -28.02", "latitude": "1", "longitude": "1"},
    ],
)
def test_a_position_is_taken_from_whichever_fields_were_used(typed):
    form = PositionForm(typed)
    assert form.is_valid(), form.errors
    assert form.cleaned_data["where"] == (47.01, -28.02)


@pytest.mark.parametrize(
    ("typed", "field", "words"),
    [
        ({}, "latitude", "Say where"),
        ({"latitude": "47"}, "longitude", "longitude is missing"),
        ({"longitude": "-28"}, "latitude", "latitude is missing"),
        ({"latitude": "north", "longitude": "-28"}, "latitude", "Write a number"),
        ({"latitude": "120", "longitude": "47"}, "latitude", "swapped"),
        ({"latitude": "0", "longitude": "0"}, "latitude", "off Africa"),
        ({"position": "nowhere"}, "position", "Write two numbers"),
        ({"position": "0, 0"}, "position", "off Africa"),
        ({"position": "NaN, NaN"}, "position", "Write two numbers"),
    ],
)
def test_what_is_wrong_is_said_beside_the_field_that_was_used(typed, field, words):
    found = errors(**typed)
    assert list(found) == [field]
    assert words in found[field]


def test_a_position_mapped_only_when_swapped_is_asked_about_and_then_believed():
    make_ground(extent=TOWN)
    swapped = {"position": "-28.0, 47.0"}
    form = PositionForm(swapped)
    assert not form.is_valid()
    assert "swapped" in form.errors["position"][0]
    assert form.asks_about_swap

    insisting = PositionForm({**swapped, "position_is_right": "on"})
    assert insisting.is_valid()
    assert insisting.asks_about_swap
    assert insisting.cleaned_data["where"] == (-28.0, 47.0)


def test_nobody_else_is_asked_whether_the_position_is_right():
    make_ground(extent=TOWN)
    form = PositionForm({"position": "47.0, -28.0"})
    assert form.is_valid()
    assert not form.asks_about_swap
    assert not PositionForm().asks_about_swap
