"""Moderators are appointed, get passphrases that are kept nowhere, and are signed out for good."""

import pytest
from django.contrib.auth import authenticate
from pytest_django import Settings

from mapper.moderation.models import Act, Moderator
from mapper.moderation.services.moderators import (
    appoint_moderator,
    dismiss_moderator,
    renew_passphrase,
    sign_out_everywhere,
)
from mapper.settings import limits
from mapper.vocabulary import Role
from tests.factories.cameras import SEEN_ON
from tests.factories.moderation import make_moderator

pytestmark = pytest.mark.django_db

DONE = {"day": SEEN_ON, "by": Role.OPERATOR}


@pytest.fixture(autouse=True)
def quick_hashes(settings: Settings) -> None:
    """Hash in no time: what is tested here is not the hash."""
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]


def signs_in(passphrase):
    return authenticate(username="night-desk", password=passphrase) is not None


def test_appointed_she_signs_in_with_words_that_are_kept_nowhere():
    passphrase = appoint_moderator(name="night-desk", **DONE)
    assert len(passphrase.split()) == limits.PASSPHRASE_WORDS
    assert signs_in(passphrase)
    assert not signs_in(passphrase.upper())
    kept = str(Moderator.objects.values()) + str(Act.objects.values())
    assert passphrase not in kept
    act = Act.objects.get()
    assert (act.what, act.by, act.details) == ("appointed", "operator", {"moderator": "night-desk"})


def test_a_name_is_given_once():
    appoint_moderator(name="night-desk", **DONE)
    with pytest.raises(ValueError, match="called night-desk"):
        appoint_moderator(name="night-desk", **DONE)


def test_a_new_passphrase_ends_the_old_one_and_every_session():
    old = appoint_moderator(name="night-desk", **DONE)
    moderator = Moderator.objects.get()
    session = moderator.get_session_auth_hash()
    new = renew_passphrase(moderator=moderator, **DONE)
    assert [signs_in(old), signs_in(new)] == [False, True]
    assert Moderator.objects.get().get_session_auth_hash() != session


def test_dismissed_she_signs_in_no_more_and_her_acts_stay():
    passphrase = appoint_moderator(name="night-desk", **DONE)
    dismiss_moderator(moderator=Moderator.objects.get(), **DONE)
    assert not signs_in(passphrase)
    assert [act.what for act in Act.objects.order_by("pk")] == ["appointed", "dismissed"]


def test_signed_out_a_copied_session_is_worthless():
    moderator = make_moderator()
    session = moderator.get_session_auth_hash()
    sign_out_everywhere(moderator=moderator, day=SEEN_ON, by=Role.MODERATOR)
    assert Moderator.objects.get().get_session_auth_hash() != session
    act = Act.objects.get()
    assert (act.what, act.moderator) == ("signed_out", moderator)
