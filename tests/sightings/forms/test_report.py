"""The plain form that logs a camera."""

from datetime import date, timedelta
from uuid import UUID

import pytest
from django.http import QueryDict

from mapper.sightings.forms import ReportForm
from mapper.vocabulary import Basis, Verdict
from tests.factories.cameras import make_camera, make_home_camera

pytestmark = pytest.mark.django_db

TODAY = date(2026, 3, 1)
LEAST = {
    "token": "0b6a3f5e-6c1c-4d53-9a0e-0d4c5f1f2a11",
    "latitude": "47.01",
    "longitude": "-28.02",
    "observed_on": "2026-02-27",
}


def filled(**answers):
    data = QueryDict(mutable=True)
    for name, value in {**LEAST, **answers}.items():
        data.setlist(name, value if isinstance(value, list) else [value])
    return ReportForm(data, today=TODAY)


def observation(**answers):
    form = filled(**answers)
    assert form.is_valid(), form.errors
    return form.observation()


def claims(**answers):
    return observation(**answers).claims


def error(field, **answers):
    form = filled(**answers)
    assert not form.is_valid()
    assert list(form.errors) == [field]
    return " ".join(form.errors[field])


def test_a_position_and_a_day_are_enough():
    least = observation()
    assert (least.lat, least.lon) == (47.01, -28.02)
    assert least.observed_on == date(2026, 2, 27)
    assert least.verdict is Verdict.PRESENT
    assert least.claims == {}
    assert least.accuracy_m is None


def test_what_a_person_sees_is_claimed_as_seen():
    assert claims(kind="dome", mount="pole", facing=["NE", "S"]) == {
        "camera:type": ("dome", Basis.SAW),
        "camera:mount": ("pole", Basis.SAW),
        "camera:direction": ("45;180", Basis.SAW),
    }


def test_what_a_person_must_know_is_claimed_on_the_basis_she_gives():
    told = claims(
        operator_type="police",
        operator_type_basis="sign",
        face_recognition="yes",
        face_recognition_basis="document",
        plate_reading="no",
    )
    assert told == {
        "operator:type": ("police", Basis.SIGN),
        "facial_recognition": ("yes", Basis.DOCUMENT),
        "alpr": ("no", Basis.GUESS),
    }


@pytest.mark.parametrize(
    ("answers", "direction"),
    [
        ({"facing": ["all_round"]}, "0-360"),
        ({"facing": ["all_round", "N"]}, "0-360"),
        ({"facing_degrees": "304-14"}, "304-14"),
        ({"facing": ["N"], "facing_degrees": "0; 97.5"}, "0;97.5"),
    ],
)
def test_every_way_of_telling_the_facing_is_understood(answers, direction):
    assert claims(**answers)["camera:direction"] == (direction, Basis.SAW)


def test_what_is_written_freely_is_no_claim_and_waits_to_be_read():
    told = observation(operator_type="public", operator=" City of  Testing ", note="Behind a sign")
    assert told.texts == {"operator": "City of Testing", "note": "Behind a sign"}
    assert set(told.claims) == {"operator:type"}


def test_the_device_may_say_how_sure_the_position_is():
    assert observation(accuracy_m="12.5").accuracy_m == 12.5
    assert "accuracy_m" in filled(accuracy_m="nan").errors
    assert "accuracy_m" in filled(accuracy_m="501").errors


def test_a_sign_is_seen():
    assert claims(signage="no") == {"surveillance:signage": ("no", Basis.SAW)}
    assert claims(sign_operator="yes", sign_contact="no") == {
        "surveillance:signage:operator": ("yes", Basis.SAW),
        "surveillance:signage:contact": ("no", Basis.SAW),
    }


def test_not_knowing_the_facing_claims_none():
    assert claims(facing=["unknown"]) == {}


@pytest.mark.parametrize(
    ("field", "answers", "words"),
    [
        ("facing", {"facing": ["unknown", "N"]}, "not both"),
        ("facing", {"facing": ["up"]}, "directions shown"),
        ("facing_degrees", {"facing_degrees": "400; forward"}, "400"),
        ("facing_degrees", {"facing_degrees": "1" * 81}, "at most 80"),
        ("kind", {"kind": "balloon"}, "answers shown"),
        ("mount", {"mount": "<script>"}, "answers shown"),
        ("operator_type", {"operator_type": "me"}, "answers shown"),
        ("operator_type_basis", {"operator_type_basis": "dream"}, "answers shown"),
        ("verdict", {"verdict": "perhaps"}, "answers shown"),
        ("observed_on", {"observed_on": ""}, "which day"),
        ("observed_on", {"observed_on": "yesterday"}, "2026-01-31"),
        ("observed_on", {"observed_on": "2026-03-03"}, "not come yet"),
        ("observed_on", {"observed_on": "1999-01-01"}, "too long ago"),
        ("token", {"token": ""}, "incomplete"),
        ("token", {"token": "x"}, "incomplete"),
        ("camera", {"camera": "99999999999999999999999"}, "no such camera"),
        ("camera", {"camera": "x"}, "no such camera"),
    ],
)
def test_an_unfit_answer_is_refused_beside_its_question(field, answers, words):
    assert words in error(field, **answers)


@pytest.mark.parametrize("typed", ["2026-02-27", "27/02/2026", "27.02.2026"])
def test_a_day_is_read_the_ways_it_is_written_here(typed):
    assert observation(observed_on=typed).observed_on == date(2026, 2, 27)


def test_where_it_is_tomorrow_already_the_day_counts_as_today():
    tomorrow = TODAY + timedelta(days=1)
    assert observation(observed_on=f"{tomorrow}").observed_on == TODAY


def test_the_day_starts_as_today():
    form = ReportForm(today=TODAY)
    assert form["observed_on"].initial == TODAY
    assert 'max="2026-03-01"' in str(form["observed_on"])


def test_telling_of_a_camera_takes_its_position():
    camera = make_camera(lon=-28.0, lat=47.0)
    told = observation(camera=f"{camera.pk}", latitude="", longitude="", verdict="gone")
    assert (told.lat, told.lon) == (47.0, -28.0)
    assert told.verdict is Verdict.GONE


def test_a_camera_at_a_private_home_is_as_unknown_as_none():
    home = make_home_camera()
    assert "no such camera" in error("camera", camera=f"{home.pk}")


def test_a_camera_nobody_had_logged_cannot_be_gone():
    assert observation(verdict="gone").verdict is Verdict.PRESENT


def test_the_key_is_the_same_for_the_same_form_and_another_once_something_changed():
    def key(**answers):
        form = filled(**answers)
        assert form.is_valid()
        return form.idempotency_key()

    camera = make_camera(lon=-28.02, lat=47.01)
    other_token = f"{UUID(int=7)}"
    keys = {key(), key(kind="dome"), key(token=other_token), key(camera=f"{camera.pk}")}
    assert key() in keys
    assert len(keys) == 4
    assert all(len(each) == 64 for each in keys)
