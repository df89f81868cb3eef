"""The command that appoints moderators prints a passphrase once, and says what is wrong."""

import pytest
from django.contrib.auth import authenticate
from django.core.management import CommandError, call_command
from pytest_django import Settings

from mapper.moderation.models import Moderator

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def quick_hashes(settings: Settings) -> None:
    """Hash in no time: what is tested here is not the hash."""
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]


def printed_passphrase(capsys):
    return capsys.readouterr().out.splitlines()[1].strip()


def test_it_prints_a_passphrase_that_signs_her_in(capsys):
    call_command("make_moderator", "night-desk")
    assert authenticate(username="night-desk", password=printed_passphrase(capsys))


def test_a_reset_prints_another(capsys):
    call_command("make_moderator", "night-desk")
    first = printed_passphrase(capsys)
    call_command("make_moderator", "night-desk", "--reset")
    second = printed_passphrase(capsys)
    assert authenticate(username="night-desk", password=first) is None
    assert authenticate(username="night-desk", password=second)


def test_dismissed_she_cannot_sign_in(capsys):
    call_command("make_moderator", "night-desk")
    first = printed_passphrase(capsys)
    call_command("make_moderator", "night-desk", "--dismiss")
    assert "can sign in no more" in capsys.readouterr().out
    assert authenticate(username="night-desk", password=first) is None


@pytest.mark.parametrize("how", ["--reset", "--dismiss"])
def test_nobody_unknown_is_changed(how):
    with pytest.raises(CommandError, match="no moderator called night-desk"):
        call_command("make_moderator", "night-desk", how)


def test_appointing_twice_says_what_to_do():
    call_command("make_moderator", "night-desk")
    with pytest.raises(CommandError, match="--reset"):
        call_command("make_moderator", "night-desk")


@pytest.mark.parametrize("name", [" ", "a" * 61])
def test_a_name_that_cannot_be_kept_is_refused(name):
    with pytest.raises(CommandError, match="1 to 60 letters"):
        call_command("make_moderator", name)
    assert not Moderator.objects.exists()
