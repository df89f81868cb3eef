"""Tests of what people and a list have said of each camera."""

from random import Random

import pytest

from mapper.exchange.sources.demo_town.histories import (
    STALE_FROM,
    VINTAGES_AGO,
    history_of,
    walkers,
)
from mapper.settings import limits
from mapper.vocabulary import Verdict

HISTORIES = [history_of(number, Random(number)) for number in range(400)]


def test_contributors_are_marked_and_some_have_standing():
    company = walkers("seed")
    assert company == walkers("seed")
    assert len({walker.key_hash for walker in company}) == len(company)
    assert all(len(walker.key_hash) == 64 for walker in company)
    assert all(walker.key_hash.startswith("demo") for walker in company)
    assert {walker.has_standing for walker in company} == {True, False}


def test_no_hash_of_a_real_key_can_look_invented():
    with pytest.raises(ValueError, match="invalid literal"):
        int(walkers("seed")[0].key_hash, 16)


def test_every_camera_was_seen_or_listed():
    assert all(history.looks or history.listed for history in HISTORIES)


def test_looks_come_oldest_first_and_lie_in_the_past():
    for history in HISTORIES:
        days = [look.days_ago for look in history.looks]
        assert days == sorted(days, reverse=True)
        assert all(day > 0 for day in days)


def test_a_listed_camera_was_listed_before_anybody_else_saw_it():
    for history in HISTORIES:
        if history.listed:
            assert history.listed.seen >= history.listed.first
            assert history.listed.first in VINTAGES_AGO
            assert all(look.days_ago < history.listed.first for look in history.looks)


def test_all_verdicts_occur():
    verdicts = {look.verdict for history in HISTORIES for look in history.looks}
    assert verdicts == set(Verdict)


def test_what_is_meant_to_be_stale_is():
    assert STALE_FROM > limits.STALE_AFTER_DAYS
