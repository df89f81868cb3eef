"""The form of a survey: what it takes, and what it refuses."""

from datetime import date
from uuid import uuid4

import pytest
from django.http import QueryDict

from mapper.pages.survey.form import SurveyForm
from tests.factories.cameras import HERE, make_camera

pytestmark = pytest.mark.django_db

TODAY = date(2026, 11, 22)


def form(**changed):
    sent = QueryDict(mutable=True)
    seen = changed.pop("seen", [])
    usual = {
        "token": f"{uuid4()}",
        "lat": f"{HERE[1]}",
        "lon": f"{HERE[0]}",
        "looked_on": "2026-11-22",
    }
    sent.update({"looked_on": "2026-11-22", **usual, **changed})
    sent.setlist("seen", [f"{one}" for one in seen])
    return SurveyForm(sent, today=TODAY)


def test_what_was_looked_at_is_known_once_it_is_valid():
    camera = make_camera()
    filled = form(seen=[camera.pk, "x", "9" * 30])
    assert filled.is_valid()
    assert (filled.look.seen, filled.look.looked_on) == ([camera], TODAY)


def test_tomorrow_in_the_east_is_today():
    filled = form(looked_on="2026-11-23")
    assert filled.is_valid()
    assert filled.look.looked_on == TODAY


@pytest.mark.parametrize(
    ("field", "changed"),
    [
        ("looked_on", {"looked_on": "2027-01-01"}),
        ("looked_on", {"looked_on": "soon"}),
        ("token", {"token": "none"}),
        ("lat", {"lat": ""}),
        ("__all__", {"lat": "91"}),
        ("__all__", {"along": "Nowhere Street"}),
        ("__all__", {"seen": ["7654321"]}),
    ],
)
def test_what_is_unfit_is_named(field, changed):
    filled = form(**changed)
    assert not filled.is_valid()
    assert list(filled.errors) == [field]
    assert filled.look is None


def test_the_same_form_sent_twice_is_one_and_another_answer_makes_it_another():
    token = f"{uuid4()}"
    forms = [form(token=token), form(token=token), form(token=token, seen=[make_camera().pk])]
    assert all(one.is_valid() for one in forms)
    first, again, other = (one.idempotency_key() for one in forms)
    assert first == again != other
