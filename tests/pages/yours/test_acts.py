"""Taking back, carrying over, bringing a code, and being forgotten."""

import pytest
from django.contrib.gis.geos import Point

from mapper.contributors.models import Contributor
from mapper.contributors.rules.keys import key_hash
from mapper.contributors.services.make_codes import make_codes
from mapper.sightings.models import Sighting
from mapper.surveys.models import Survey
from mapper.vocabulary import Role
from tests.factories.cameras import HERE, SEEN_ON, make_camera
from tests.factories.sightings import make_contributor, make_sighting

pytestmark = pytest.mark.django_db

KEY = "0" * 32


@pytest.fixture
def contributor():
    return make_contributor(key_hash=key_hash(KEY))


@pytest.fixture
def act(client):
    return lambda act, key=KEY, **sent: client.post("/yours/", {"key": key, "act": act, **sent})


def make_survey(contributor):
    return Survey.objects.create(
        contributor=contributor,
        area=Point(*HERE, srid=4326).buffer(0.001),
        looked_on=SEEN_ON,
        received_on=SEEN_ON,
        idempotency_key="survey",
    )


def test_an_act_nobody_knows_does_nothing(act, contributor):
    assert act("nonsense").status_code == 200


def test_the_phrase_is_shown_only_when_asked_for(act, client):
    assert "abandon" not in client.post("/yours/", {"key": KEY}).content.decode()
    text = act("phrase").content.decode()
    assert text.count("<li>abandon</li>") == 11
    assert "<li>about</li>" in text


def test_a_key_of_another_sort_has_no_phrase(act):
    assert "has no phrase" in act("phrase", key="a-key-made-on-a-device").content.decode()


def test_her_own_can_be_taken_back_and_said_anew(act, contributor):
    camera = make_camera()
    own = make_sighting(camera, contributor=contributor)
    make_sighting(camera)
    text = act("withdraw", sighting=own.pk).content.decode()
    own.refresh_from_db()
    assert own.withdrawn_on
    assert "Taken back. It counts no longer." in text
    assert f"/report/?camera={camera.pk}" in text


@pytest.mark.parametrize("number", ["", "x", "0", "9" * 30, "²"])
def test_what_is_no_number_of_hers_is_not_taken_back(act, contributor, number):
    assert "Taken back" not in act("withdraw", sighting=number).content.decode()


def test_nobody_elses_can_be_taken_back(act, contributor):
    others = [make_sighting(make_camera()), make_sighting(make_camera(), contributor=None)]
    survey = make_survey(None)
    for key in (KEY, "another-key-of-nobody"):
        for other in others:
            act("withdraw", key=key, sighting=other.pk)
        act("withdraw-survey", key=key, survey=survey.pk)
    assert not Sighting.objects.exclude(withdrawn_on=None).exists()
    assert not Survey.objects.exclude(withdrawn_on=None).exists()


def test_a_survey_of_hers_can_be_taken_back(act, contributor, client):
    survey = make_survey(contributor)
    assert "Around a spot" in client.post("/yours/", {"key": KEY}).content.decode()
    assert "Taken back, with" in act("withdraw-survey", survey=survey.pk).content.decode()
    survey.refresh_from_db()
    assert survey.withdrawn_on


def test_a_code_gives_standing_and_makes_her_known(act):
    [code] = make_codes(number=1, days=14, day=SEEN_ON.replace(year=2099), by=Role.OPERATOR)
    assert "can confirm cameras" in act("code", code=code).content.decode()
    assert Contributor.objects.get().has_standing


def test_a_wrong_code_is_told_beside_the_field(act):
    answer = act("code", code="2222-2222-2222")
    assert answer.status_code == 422
    assert "This is no code of ours" in answer.content.decode()


def test_forgetting_is_asked_about_first_and_then_done(act, contributor):
    make_sighting(make_camera(), contributor=contributor)
    assert "1 sighting of cameras of which nobody else" in act("ask-forget").content.decode()
    assert Contributor.objects.exists()
    text = act("forget").content.decode()
    assert "data-forgotten" in text
    assert not Contributor.objects.exists()
    assert "data-forgotten" in act("forget").content.decode()


def test_whoever_is_unknown_has_nothing_to_forget(act):
    assert "This would be removed" not in act("ask-forget").content.decode()
