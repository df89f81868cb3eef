"""What the forms of moderation take, refuse in words, and make of what was typed."""

from datetime import date
from uuid import UUID

import pytest
from django.http import QueryDict

from mapper.moderation.forms.reasons import AreaForm, CameraForm, LockForm, ReasonForm, UnlockForm
from mapper.moderation.forms.sign_in import SignInForm
from mapper.moderation.forms.takedown import INCOMPLETE, TakedownForm
from mapper.settings import limits

TODAY = date(2026, 9, 8)


def plea(**changed):
    told = {"token": str(UUID(int=7)), "camera": "3", "reason": "home", "explanation": ""}
    return TakedownForm({**told, **changed})


def test_a_takedown_needs_a_camera_and_a_reason_and_nothing_else():
    assert plea().is_valid()
    assert plea(camera="", reason="").errors == {
        "camera": ["Say which camera it is."],
        "reason": ["Say why it should go."],
    }


@pytest.mark.parametrize("number", ["x", "1.5", "²", "0", "-4", "9" * 30])
def test_what_is_no_number_of_a_camera_is_said(number):
    assert "camera" in plea(camera=number).errors


def test_a_reason_that_is_not_on_the_list_is_refused():
    assert plea(reason="spite").errors == {"reason": ["Choose one of the answers shown."]}


@pytest.mark.parametrize("token", ["", "x"])
def test_a_form_without_its_token_is_asked_for_again(token):
    assert plea(token=token).errors == {"token": [INCOMPLETE]}


def test_an_explanation_keeps_its_lines_and_loses_what_nobody_sees():
    form = plea(explanation=" It is\u202e a\u200b shelter.\r\n\r\nPlease. \n")
    assert form.is_valid()
    assert form.cleaned_data["explanation"] == "It is a shelter.\n\nPlease."


def test_an_explanation_longer_than_a_page_is_refused():
    assert "explanation" in plea(explanation="a" * (limits.EXPLANATION_MAX + 1)).errors


def key_of(form):
    assert form.is_valid()
    return form.form_key()


def test_the_same_form_has_the_same_key_and_a_changed_one_another():
    others = [plea(camera="4"), plea(reason="other"), plea(explanation="x"),
              plea(token=str(UUID(int=8)))]  # fmt: skip
    assert key_of(plea()) == key_of(plea())
    assert key_of(plea()) not in {key_of(other) for other in others}


def test_a_passphrase_is_read_as_it_was_made():
    form = SignInForm({"name": "desk", "passphrase": "  One two\tTHREE "})
    assert form.is_valid()
    assert form.cleaned_data["passphrase"] == "one two three"


@pytest.mark.parametrize("reason", ["", "  ", "a" * (limits.REASON_MAX + 1)])
def test_every_act_asks_for_a_reason(reason):
    assert "reason" in ReasonForm({"reason": reason}).errors


def test_a_camera_is_judged_in_one_of_three_ways():
    assert CameraForm({"reason": "Because", "what": "take_down"}).is_valid()
    assert CameraForm({"reason": "Because", "what": "burn"}).errors == {
        "what": ["Choose what to do."]
    }


def test_a_cell_is_named_by_a_position_in_it():
    form = LockForm({"position": "60.17, 24.94", "days": "3", "reason": "A quarrel"})
    assert form.is_valid()
    assert form.cleaned_data["position"] == (60.17, 24.94)


@pytest.mark.parametrize("position", ["", "here", "0, 0", "120, 47"])
def test_a_position_that_is_none_is_said(position):
    assert "position" in LockForm({"position": position, "days": "3", "reason": "x"}).errors


@pytest.mark.parametrize("days", ["0", "-1", str(limits.LOCK_MAX_DAYS + 1), "x"])
def test_no_cell_is_locked_for_ever(days):
    assert "days" in LockForm({"position": "60, 24", "days": days, "reason": "x"}).errors


@pytest.mark.parametrize("cell", ["-1", str(4**limits.LOCKED_CELL_ZOOM), "x", ""])
def test_a_cell_that_is_none_cannot_be_opened(cell):
    assert "cell" in UnlockForm({"cell": cell, "reason": "x"}).errors


def area(query=""):
    form = AreaForm(QueryDict(query), today=TODAY)
    assert form.is_valid()
    return form.cleaned_data


def test_at_first_an_area_is_everywhere_and_a_week():
    told = area()
    assert (told["position"], told["since"]) == (None, date(2026, 9, 1))
    assert told["metres"] == limits.DESK_AROUND_M


def test_an_area_is_what_was_asked_for():
    told = area("position=60.17,24.94&metres=50&since=2026-08-01")
    assert told == {"position": (60.17, 24.94), "metres": 50, "since": date(2026, 8, 1)}
