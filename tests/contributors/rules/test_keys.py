"""Which keys are taken, and what is kept of one."""

import pytest

from mapper.contributors.rules.keys import key_hash, key_problem

KEY = "6f1c2b9d-made-on-a-device"


def test_a_key_made_on_a_device_is_taken():
    assert key_problem(KEY) == ""


@pytest.mark.parametrize(
    "key", ["", "short", "k" * 201, "two words of a key", "ключ" * 5, "k\n" * 9]
)
def test_what_is_no_key_is_told_so(key):
    assert "16 to 200" in key_problem(key)


def test_what_is_kept_depends_on_the_key_and_on_the_secret_of_this_site(settings):
    kept = key_hash(KEY)
    assert len(kept) == 64
    assert kept == key_hash(KEY) != key_hash(f"{KEY}2")
    settings.SECRET_KEY = "another"
    assert kept != key_hash(KEY)
