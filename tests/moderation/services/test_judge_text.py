"""A text is read by a person first; released it is public, refused it is not even kept."""

import pytest

from mapper.cameras.models import Camera
from mapper.moderation.models import Act
from mapper.moderation.services.judge_text import refuse_text, release_text
from mapper.sightings.models import Claim, HeldText
from mapper.vocabulary import Role
from tests.factories.cameras import SEEN_ON, make_camera
from tests.factories.moderation import make_moderator
from tests.factories.sightings import make_sighting

pytestmark = pytest.mark.django_db


def held(aspect="note", text="Above the door"):
    return HeldText.objects.create(
        sighting=make_sighting(make_camera()), aspect=aspect, text=text, received_on=SEEN_ON
    )


def judge(decide, text):
    return decide(
        text=text, moderator=make_moderator(), reason="Plain", day=SEEN_ON, by=Role.MODERATOR
    )


def test_a_released_note_keeps_its_words_and_claims_nothing():
    text = held()
    assert judge(release_text, text)
    text.refresh_from_db()
    assert (text.state, text.text, text.judged_on) == ("released", "Above the door", SEEN_ON)
    assert not Claim.objects.exists()
    act = Act.objects.get()
    assert (act.what, act.camera) == ("text_released", text.sighting.camera)
    assert act.details == {"sighting": text.sighting_id, "text": "note"}


def test_a_released_operator_becomes_a_claim_of_its_sighting():
    text = held("operator", "City of Testing")
    judge(release_text, text)
    claim = Claim.objects.get()
    assert (claim.sighting, claim.aspect, claim.value, claim.basis) == (
        text.sighting, "operator", "City of Testing", "guess",
    )  # fmt: skip


def test_a_released_operator_is_shown_at_the_camera():
    text = held("operator", "City of Testing")
    judge(release_text, text)
    camera = Camera.objects.get()
    assert camera.operator.name == "City of Testing"


def test_the_words_of_a_refused_text_are_gone():
    text = held("operator", "Somebody’s name")
    assert judge(refuse_text, text)
    text.refresh_from_db()
    assert (text.state, text.text, text.judged_on) == ("refused", "", SEEN_ON)
    assert not Claim.objects.exists()
    assert "Somebody" not in str(Act.objects.values())


@pytest.mark.parametrize("first", [release_text, refuse_text])
@pytest.mark.parametrize("second", [release_text, refuse_text])
def test_a_text_is_judged_once(first, second):
    text = held("operator")
    assert [judge(first, text), judge(second, text)] == [True, False]
    assert Act.objects.count() == 1
