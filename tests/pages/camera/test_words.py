"""What is believed of a camera, in plain words."""

import pytest

from mapper.pages.camera.words import (
    bearing_words,
    by_whom,
    facing_words,
    facings_words,
    says,
    state_sentence,
    title_of,
)
from mapper.vocabulary import Facing, Kind, Role, State


@pytest.mark.parametrize("state", list(State))
def test_every_state_is_explained_in_sentences(state):
    words = state_sentence(state, 3)
    assert words.endswith(".")
    assert "{" not in words


def test_an_unconfirmed_camera_says_what_would_confirm_it():
    words = state_sentence(State.UNCONFIRMED, 1)
    assert "1 voice," in words
    assert "confirmed once at least two" in words


def test_a_camera_of_unknown_kind_is_just_a_camera():
    assert title_of(Kind.UNKNOWN) == "Camera"
    assert title_of(Kind.DOME) == "Dome camera"


@pytest.mark.parametrize("role", list(Role))
def test_every_role_has_its_words(role):
    assert by_whom(role).startswith("by ")
    assert says("Gone", role).startswith("Gone, says ")


@pytest.mark.parametrize(
    ("bearing", "words"), [(0, "north"), (45, "north-east"), (22.5, "north-north-east")]
)
def test_bearings_are_said_as_compass_points(bearing, words):
    assert bearing_words(bearing) == words


@pytest.mark.parametrize(
    ("facing", "words"),
    [
        (Facing(45), "north-east (45°)"),
        (Facing(0, 40), "north, 40° wide (340° to 20°)"),
        (Facing(97.5, 15), "east, 15° wide (90° to 105°)"),
        (Facing(180, 360), "all round"),
    ],
)
def test_a_facing_is_said_with_its_degrees(facing, words):
    assert facing_words(facing) == words


def test_several_facings_are_one_line_with_a_capital():
    assert facings_words([Facing(0), Facing(180)]) == "North (0°); south (180°)"
    assert facings_words([]) == ""
