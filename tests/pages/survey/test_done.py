"""`/survey/done/…`: thanks, and the way back."""

import pytest

from mapper.sightings.rules.receipts import receipt_for
from mapper.surveys.models import Survey
from tests.factories.cameras import make_camera, make_home_camera
from tests.factories.surveys import make_survey

pytestmark = pytest.mark.django_db


def address(receipt):
    return f"/survey/done/{receipt}/"


def test_it_says_what_the_map_says_now(client):
    survey = make_survey(seen=[make_camera(), make_home_camera()], street_name="First Street")
    page = client.get(address(receipt_for(survey.pk, "survey"))).content.decode()
    assert "somebody looked along First Street in September 2026 and found 1." in page


def test_whoever_holds_the_receipt_takes_it_back(client):
    receipt = receipt_for(make_survey().pk, "survey")
    for _ in range(2):
        answer = client.post("/survey/withdraw/", {"receipt": receipt})
        assert answer["Location"] == address(receipt)
    assert Survey.objects.standing().count() == 0
    page = client.get(address(receipt)).content.decode()
    assert "It is taken back" in page
    assert "Take it back" not in page


def test_what_is_no_receipt_of_a_survey_is_unknown(client):
    survey = make_survey()
    for receipt in ("none", receipt_for(survey.pk), receipt_for(survey.pk + 1, "survey")):
        assert client.get(address(receipt)).status_code == 404
        assert client.post("/survey/withdraw/", {"receipt": receipt}).status_code == 404
    assert Survey.objects.standing().count() == 1
