"""The form of one tap."""

from datetime import date
from uuid import uuid4

import pytest

from mapper.sightings.forms import SayForm
from mapper.vocabulary import Verdict
from tests.factories.cameras import make_camera

pytestmark = pytest.mark.django_db

TODAY = date(2026, 11, 22)
TOKEN = str(uuid4())


def said(verdict="gone", token=TOKEN):
    form = SayForm({"token": token, "verdict": verdict})
    assert form.is_valid()
    return form


def test_it_is_said_of_the_camera_where_it_stands_today():
    camera = make_camera(accuracy_m=4.0)
    told = said().observation(camera, TODAY)
    assert (told.lon, told.lat) == camera.location.coords
    assert (told.verdict, told.observed_on, told.accuracy_m) == (Verdict.GONE, TODAY, 4.0)
    assert told.claims == {}


def test_a_tap_sent_twice_has_one_key_and_another_verdict_camera_or_token_another():
    camera, other = make_camera(), make_camera()
    keys = {
        said().idempotency_key(camera),
        said().idempotency_key(other),
        said("present").idempotency_key(camera),
        said(token=str(uuid4())).idempotency_key(camera),
    }
    assert len(keys) == 4
    assert said().idempotency_key(camera) in keys


@pytest.mark.parametrize(
    "sent", [{}, {"token": TOKEN}, {"verdict": "gone"}, {"token": "x", "verdict": "gone"},
             {"token": TOKEN, "verdict": "maybe"}],
)  # fmt: skip
def test_what_is_incomplete_is_no_answer(sent):
    assert not SayForm(sent).is_valid()
