"""Signing in takes a name and a passphrase, tells a guesser nothing, and ends for good."""

from datetime import timedelta

import pytest
import time_machine
from django.conf import settings as django_settings
from django.urls import reverse
from django.utils import timezone
from pytest_django import Settings

from mapper.contributors.memory.addresses import address_memory
from mapper.moderation.models import Act, Moderator
from mapper.moderation.services.moderators import appoint_moderator
from mapper.pages.sign_in import WRONG
from mapper.settings import limits
from mapper.vocabulary import Role
from tests.factories.cameras import SEEN_ON

pytestmark = pytest.mark.django_db

SIGN_IN, SIGN_OUT, DESK = reverse("sign-in"), reverse("sign-out"), reverse("moderation")


@pytest.fixture(autouse=True)
def quick_and_fresh(settings: Settings) -> None:
    """Hash in no time, and begin with nothing tried today."""
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
    address_memory().forget()


@pytest.fixture
def passphrase():
    return appoint_moderator(name="night-desk", day=SEEN_ON, by=Role.OPERATOR)


def try_in(client, name="night-desk", passphrase="", **more):
    return client.post(SIGN_IN, {"name": name, "passphrase": passphrase}, **more)


def test_name_and_passphrase_open_the_desk(client, passphrase):
    assert client.get(DESK).status_code == 404
    assert "For moderators alone" in client.get(SIGN_IN).content.decode()
    assert try_in(client, passphrase=passphrase)["Location"] == DESK
    assert client.get(DESK).status_code == 200


def test_the_cookie_is_for_this_site_alone_and_ends_with_the_browser(client, passphrase):
    cookie = try_in(client, passphrase=passphrase).cookies[django_settings.SESSION_COOKIE_NAME]
    assert cookie["httponly"]
    assert cookie["samesite"] == "Strict"
    assert (cookie["max-age"], cookie["expires"]) == ("", "")


def test_it_is_secure_behind_https(client, passphrase, settings):
    settings.SESSION_COOKIE_SECURE = True
    cookie = try_in(client, passphrase=passphrase).cookies[settings.SESSION_COOKIE_NAME]
    assert cookie["secure"]


def test_after_a_long_day_she_signs_in_again(client, passphrase):
    now = timezone.now()
    with time_machine.travel(now, tick=False):
        try_in(client, passphrase=passphrase)
    with time_machine.travel(now + timedelta(seconds=limits.SIGNED_IN_MAX_S - 1), tick=False):
        assert client.get(DESK).status_code == 200
    with time_machine.travel(now + timedelta(seconds=limits.SIGNED_IN_MAX_S + 1), tick=False):
        assert client.get(DESK).status_code == 404


def test_a_wrong_name_and_a_wrong_passphrase_are_answered_alike(client, passphrase):
    answers = [try_in(client, "day-desk", passphrase), try_in(client, passphrase="x y z")]
    assert [answer.status_code for answer in answers] == [422, 422]
    for answer in answers:
        assert WRONG in answer.content.decode()
        assert django_settings.SESSION_COOKIE_NAME not in answer.cookies


def test_an_empty_form_is_asked_for_again(client):
    assert "Write your name." in try_in(client, name="").content.decode()


def test_a_guesser_is_stopped_and_the_right_words_help_no_more(client, passphrase):
    for _ in range(limits.SIGN_INS_PER_ADDRESS):
        assert try_in(client, passphrase="x").status_code == 422
    assert try_in(client, passphrase=passphrase).status_code == 429
    assert try_in(client, passphrase=passphrase, REMOTE_ADDR="192.0.2.9").status_code == 302


def test_signed_out_a_copied_cookie_is_worthless(client, passphrase):
    try_in(client, passphrase=passphrase)
    copied = client.cookies[django_settings.SESSION_COOKIE_NAME].value
    assert client.post(SIGN_OUT)["Location"] == reverse("map")
    assert client.get(DESK).status_code == 404
    client.cookies[django_settings.SESSION_COOKIE_NAME] = copied
    assert client.get(DESK).status_code == 404
    assert Act.objects.filter(what="signed_out", moderator=Moderator.objects.get()).exists()


def test_signing_out_without_a_session_does_nothing(client):
    assert client.post(SIGN_OUT)["Location"] == reverse("map")
    assert not Act.objects.exists()


def test_a_session_that_somebody_had_before_is_not_taken_over(client, passphrase):
    name = django_settings.SESSION_COOKIE_NAME
    client.cookies[name] = "given-by-somebody-else"
    try_in(client, passphrase=passphrase)
    assert client.cookies[name].value != "given-by-somebody-else"
    assert client.get(DESK).status_code == 200
