"""A code gives standing, to one person, once."""

from datetime import date, timedelta

import pytest

from mapper.contributors.models import Contributor, WalkCode
from mapper.contributors.rules.senders import RefusedSenderError, Sender
from mapper.contributors.services.make_codes import make_codes
from mapper.contributors.services.redeem_code import redeem_code
from mapper.settings import limits
from mapper.vocabulary import Role

pytestmark = pytest.mark.django_db

TODAY = date(2026, 9, 1)


@pytest.fixture
def code():
    return make_codes(number=1, days=14, day=TODAY, by=Role.OPERATOR)[0]


def redeem(code, person, day=TODAY):
    return redeem_code(code=code, sender=person.sender, day=day, by=Role.RESIDENT)


def refusal(code, person, day=TODAY):
    with pytest.raises(RefusedSenderError) as refused:
        redeem(code, person, day)
    return refused.value.status


def test_a_newcomer_stands_at_once(code, newcomer):
    contributor = redeem(code.lower(), newcomer)
    assert contributor == newcomer.contributor
    assert contributor.has_standing
    event = contributor.events.get()
    assert (event.what, event.details) == ("standing_given", {"code": True})
    assert WalkCode.objects.get().used_on == TODAY


def test_a_code_works_once(code, newcomer, attacker):
    redeem(code, newcomer)
    assert refusal(code, attacker) == 422
    assert Contributor.objects.count() == 1


def test_a_code_works_until_its_last_day(code, newcomer):
    assert refusal(code, newcomer, TODAY + timedelta(days=15)) == 422
    assert redeem(code, newcomer, TODAY + timedelta(days=14))


def test_a_code_is_nothing_without_a_key(code, neighbour):
    assert refusal(code, neighbour) == 422
    assert WalkCode.objects.get().used_on is None


def test_guessing_comes_to_an_end(code, attacker):
    tries = [refusal("2222-2222-2222", attacker) for _ in range(limits.CODE_TRIES)]
    assert set(tries) == {422}
    assert refusal(code, attacker) == refusal(code, Sending(attacker.address)) == 429
    assert Contributor.objects.count() == 0


class Sending:
    """Somebody else behind the same address."""

    def __init__(self, address):
        self.sender = Sender("b-key-made-on-a-device", address)
