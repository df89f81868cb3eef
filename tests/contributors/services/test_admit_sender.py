"""Knowing a contributor by her key, and what she may send in a day."""

from datetime import date, timedelta

import pytest
from django.db import transaction

from mapper.contributors.models import Contributor
from mapper.contributors.rules.senders import RefusedSenderError, Sender
from mapper.contributors.services.admit_sender import admit_sender, voice_weight
from mapper.settings import limits
from mapper.vocabulary import Role

pytestmark = pytest.mark.django_db

TODAY = date(2026, 9, 1)
KEY = "a-key-made-on-a-device"
HOME, CAFE = "192.0.2.1", "192.0.2.2"


def admit(key=KEY, day=TODAY, cost=1, address=HOME):
    with transaction.atomic():
        return admit_sender(sender=Sender(key, address), cost=cost, day=day, by=Role.RESIDENT)


def refusal(**sent):
    with pytest.raises(RefusedSenderError) as refused:
        admit(**sent)
    return refused.value.status


def test_a_new_key_is_somebody_new_without_standing():
    found = admit()
    assert (found.first_seen_on, found.last_seen_on, found.used) == (TODAY, TODAY, 1)
    assert not found.has_standing


def test_the_same_key_is_the_same_contributor_since_the_first_day():
    first, again = admit(), admit(day=TODAY + timedelta(days=9))
    assert (again, again.first_seen_on) == (first, TODAY)
    assert again.last_seen_on == TODAY + timedelta(days=9)
    assert admit("b-key-made-on-a-device") != first
    assert Contributor.objects.count() == 2


def test_without_a_key_it_is_nobody():
    assert admit(None) is None
    assert Contributor.objects.count() == 0


def test_a_new_key_may_send_little_and_the_next_day_again():
    admit(cost=limits.ALLOWANCE_NEW_KEY)
    assert refusal(address=CAFE) == 429
    assert admit(day=TODAY + timedelta(days=1)).used == 1


def test_a_new_key_may_not_begin_with_more_than_it_may_send():
    assert refusal(cost=limits.ALLOWANCE_NEW_KEY + 1) == 429
    assert Contributor.objects.count() == 0


def test_the_blocked_may_send_nothing():
    admit()
    Contributor.objects.update(blocked_on=TODAY)
    assert refusal() == 403


def test_what_comes_through_one_address_is_limited_whoever_sends():
    for number in range(limits.ALLOWANCE_ADDRESS // 20):
        admit(f"{KEY}-{number}", cost=20)
    assert refusal(key=f"{KEY}-more") == 429
    assert not Contributor.objects.filter(used=1).exists()
    assert admit(f"{KEY}-more", address=CAFE)


def test_without_a_key_an_address_may_send_little():
    admit(None, cost=limits.ALLOWANCE_KEYLESS)
    assert refusal(key=None) == 429
    admit(None, address=CAFE)
    admit()


def test_what_was_rolled_back_is_not_taken():
    for _ in range(3):
        with transaction.atomic():
            admit(None, cost=limits.ALLOWANCE_KEYLESS)
            transaction.set_rollback(True)
    admit(None, cost=limits.ALLOWANCE_KEYLESS)
    assert refusal(key=None) == 429


def test_standing_lasts_a_year_from_the_last_time_something_was_sent():
    contributor = admit()
    Contributor.objects.update(has_standing=True, standing_until=TODAY + timedelta(days=365))
    last = TODAY + timedelta(days=300)
    admit(day=last)
    contributor.refresh_from_db()
    assert contributor.standing_until == last + timedelta(days=365)
    admit(day=last + timedelta(days=366))
    contributor.refresh_from_db()
    assert contributor.standing_until == last + timedelta(days=365)


def weight(contributor, about="camera 12", address=HOME, day=TODAY):
    with transaction.atomic():
        return voice_weight(
            sender=Sender(None, address), contributor=contributor, about=about, day=day
        )


def test_the_second_voice_about_one_thing_through_one_address_adds_nothing():
    one, other = admit(), admit("b-key-made-on-a-device")
    assert weight(one) is None
    assert weight(other) == weight(None) == 0.0
    assert weight(one) is None
    assert weight(other, about="camera 13") is None
    assert weight(other, address=CAFE) is None
    assert weight(other, day=TODAY + timedelta(days=1)) is None


def test_a_voice_that_was_rolled_back_was_no_voice():
    with transaction.atomic():
        weight(admit())
        transaction.set_rollback(True)
    assert weight(admit("b-key-made-on-a-device")) is None
