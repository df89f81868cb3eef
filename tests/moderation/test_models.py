"""What the database itself refuses of moderation, and what a moderator's session rests on."""

import pytest
from django.db import IntegrityError, transaction

from mapper.moderation.models import ActKind, Moderator, TakedownState
from tests.factories.cameras import SEEN_ON, make_camera
from tests.factories.moderation import make_act, make_moderator, make_takedown

pytestmark = pytest.mark.django_db


def refused(make, *args, **fields):
    with pytest.raises(IntegrityError), transaction.atomic():
        make(*args, **fields)


def test_a_moderators_act_has_a_reason():
    refused(make_act, ActKind.SHOWN, reason="")
    make_act(ActKind.SIGNED_OUT, reason="")
    make_act(ActKind.ASKED, reason="", moderator=None)


def test_a_judged_takedown_has_a_day_and_an_answer():
    camera = make_camera()
    refused(make_takedown, camera, state=TakedownState.KEPT)
    refused(make_takedown, camera, state=TakedownState.KEPT, judged_on=SEEN_ON)
    refused(make_takedown, camera, judged_on=SEEN_ON, answer="Because.")
    make_takedown(camera, state=TakedownState.KEPT, judged_on=SEEN_ON, answer="Because.")


def test_a_moderator_is_known_by_her_name_and_nothing_else_is_kept_of_her():
    assert str(make_moderator("night-desk")) == "night-desk"
    kept = {field.name for field in Moderator._meta.concrete_fields}
    assert kept == {"id", "name", "password", "made_on", "rounds"}


@pytest.mark.parametrize("changed", [{"rounds": 1}, {"password": "other"}, {"pk": 4}])
def test_a_session_ends_with_its_round_and_its_passphrase(changed):
    moderator = make_moderator()
    before = moderator.get_session_auth_hash()
    assert moderator.get_session_auth_hash() == before
    for field, value in changed.items():
        setattr(moderator, field, value)
    assert moderator.get_session_auth_hash() != before


def test_acts_and_takedowns_say_what_they_are():
    takedown = make_takedown(make_camera())
    assert str(takedown) == f"takedown {takedown.pk}"
    assert str(make_act(ActKind.SHOWN)) == "2026-09-01 shown"
