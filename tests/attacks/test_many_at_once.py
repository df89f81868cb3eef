"""Fifty posts at the same moment pass no limit, and lose nobody what she may send."""

from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from datetime import date

import pytest
from django.db import connection

from mapper.contributors.memory.addresses import address_memory
from mapper.contributors.rules.senders import RefusedSenderError
from mapper.matching.services import take_report as module
from mapper.matching.services.take_report import Report, take_report
from mapper.settings import limits
from mapper.sightings.models import Sighting
from mapper.sightings.services.log_sighting import Observation, log_sighting_within
from mapper.vocabulary import Role, Verdict
from tests.factories.cast import Person

pytestmark = pytest.mark.django_db(transaction=True)

TODAY = date(2026, 9, 20)
AT_ONCE = 50
THREADS = 10


def send(person, number, key):
    """One report, some hundred metres from all others; what came of it in a word."""
    report = Report(
        observation=Observation(
            lon=24.0 + number / 100,
            lat=60.0,
            accuracy_m=None,
            verdict=Verdict.PRESENT,
            observed_on=TODAY,
            claims={},
        ),
        camera=None,
        another=True,
        idempotency_key=key,
        sender=person.sender,
    )
    try:
        return take_report(report, received_on=TODAY, by=Role.RESIDENT).pk
    except RefusedSenderError as refusal:
        return refusal.status
    except RuntimeError:
        return "failed"


def at_once(person, keys):
    """What came of as many reports as there are keys, from threads with their own connections."""

    def work(numbered):
        try:
            return send(person, *numbered)
        finally:
            connection.close()

    with ThreadPoolExecutor(THREADS) as pool:
        return Counter(pool.map(work, enumerate(keys)))


def different():
    return [f"key {number}" for number in range(AT_ONCE)]


def taken_from(person, kind="all"):
    """How much is counted for an address, found by asking for all that is left."""
    memory, name = address_memory(), f"{kind} {person.address}"
    return next(n for n in range(AT_ONCE + 1) if memory.take(name, 0, n, TODAY))


def test_a_contributor_sends_exactly_her_allowance(newcomer):
    answers = at_once(newcomer, different())
    assert answers[429] == AT_ONCE - limits.ALLOWANCE_NEW_KEY
    assert Sighting.objects.count() == limits.ALLOWANCE_NEW_KEY
    assert newcomer.contributor.used == taken_from(newcomer) == limits.ALLOWANCE_NEW_KEY


def test_without_a_key_an_address_sends_exactly_its_own(neighbour):
    answers = at_once(neighbour, different())
    assert answers[429] == AT_ONCE - limits.ALLOWANCE_KEYLESS
    assert Sighting.objects.count() == limits.ALLOWANCE_KEYLESS
    assert taken_from(neighbour) == taken_from(neighbour, "keyless") == limits.ALLOWANCE_KEYLESS


@pytest.mark.parametrize(
    "person", [Person("one-key-of-one-device", "192.0.2.9"), Person(None, "192.0.2.9")]
)
def test_one_report_fifty_times_is_one_and_is_counted_once(person):
    answers = at_once(person, ["the same"] * AT_ONCE)
    # Each thread says another place: whichever came first is what all are answered.
    assert list(answers.values()) == [AT_ONCE]
    assert Sighting.objects.count() == taken_from(person) == 1


def test_what_comes_to_nothing_costs_nothing(newcomer, monkeypatch):
    store = log_sighting_within

    def fail_often(**told):
        sighting = store(**told)
        if told["idempotency_key"] != "key 7":
            raise RuntimeError
        return sighting

    monkeypatch.setattr(module, "log_sighting_within", fail_often)
    assert at_once(newcomer, different())["failed"] == AT_ONCE - 1
    assert newcomer.contributor.used == taken_from(newcomer) == 1
