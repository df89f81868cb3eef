"""Knowing a contributor by her key, and what she may send in a day."""

from datetime import date, timedelta

import pytest
from django.db import transaction
from hypothesis import given
from hypothesis import strategies as st

from mapper.contributors.models import Contributor, ContributorEvent
from mapper.contributors.models import ContributorEventKind as Kind
from mapper.contributors.rules.senders import RefusedSenderError, Sender
from mapper.contributors.rules.standing import Standing, standing_from_events
from mapper.contributors.services.admit_sender import (
    _WITH_KEY,
    admit_address,
    admit_sender,
    voice_weight,
)
from mapper.contributors.services.give_standing import give_standing
from mapper.contributors.services.take_standing import take_standing
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


def test_of_two_first_posts_at_once_the_second_finds_whom_the_first_made(monkeypatch):
    made, ask, asked = admit(), _WITH_KEY.rows, []

    def too_early(**given):
        asked.append(given)
        return ask(**given) if len(asked) > 1 else []

    monkeypatch.setattr(_WITH_KEY, "rows", too_early)
    assert admit() == made
    assert len(asked) == 2
    made.refresh_from_db()
    assert made.used == 2


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
    give_standing(contributor=admit(), what=Kind.STANDING_GIVEN, day=TODAY, by=Role.OPERATOR)
    last = TODAY + timedelta(days=300)
    assert admit(day=last).standing_until == last + timedelta(days=365)
    late = last + timedelta(days=366)
    assert [admit(day=late).standing_until for _ in range(2)] == [last + timedelta(days=365)] * 2
    assert [event.what for event in ContributorEvent.objects.all()] == [
        Kind.STANDING_GIVEN,
        Kind.STANDING_FADED,
    ]
    assert as_worked_out(Contributor.objects.get())


def test_standing_given_without_end_does_not_fade_by_itself():
    admit()
    Contributor.objects.update(has_standing=True, last_seen_on=None)
    assert admit().standing_until == TODAY + timedelta(days=365)


@given(
    st.lists(
        st.tuples(
            st.sampled_from(["send", "send", "give", "lose"]), st.sampled_from([0, 1, 200, 400])
        ),
        max_size=8,
    )
)
def test_standing_is_always_what_follows_from_events(acts):
    day = TODAY
    with transaction.atomic():
        contributor = admit()
        for act, later in acts:
            day += timedelta(days=later)
            if act == "send":
                contributor = admit(day=day)
            elif act == "give":
                what = Kind.STANDING_GIVEN
                give_standing(contributor=contributor, what=what, day=day, by=Role.OPERATOR)
            else:
                take_standing(contributor=contributor, day=day, by=Role.MODERATOR)
            assert as_worked_out(Contributor.objects.get())
        transaction.set_rollback(True)


def as_worked_out(contributor):
    worked_out = standing_from_events(contributor.events.all(), contributor.last_seen_on)
    return worked_out == Standing(contributor.has_standing, contributor.standing_until)


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


def test_an_address_may_ask_for_each_thing_so_often_a_day():
    def ask(purpose, address=HOME):
        with transaction.atomic():
            admit_address(sender=Sender(None, address), purpose=purpose, most=2, day=TODAY)

    for _ in range(2):
        ask("takedown")
    with pytest.raises(RefusedSenderError):
        ask("takedown")
    ask("takedown", CAFE)
    ask("sign-in")
