"""Knowing a contributor again by her key."""

from datetime import date, timedelta

import pytest

from mapper.contributors.models import Contributor
from mapper.contributors.services.recognise_contributor import recognise_contributor
from mapper.vocabulary import Role

pytestmark = pytest.mark.django_db

TODAY = date(2026, 9, 1)


def recognise(key, day=TODAY):
    return recognise_contributor(key=key, day=day, by=Role.RESIDENT)


def test_a_new_key_is_somebody_new_without_standing():
    found = recognise("a-key-made-on-a-device")
    assert found.first_seen_on == TODAY
    assert not found.has_standing


def test_the_same_key_is_the_same_contributor_since_the_first_day():
    first = recognise("a-key-made-on-a-device")
    again = recognise("a-key-made-on-a-device", TODAY + timedelta(days=9))
    assert (again, again.first_seen_on) == (first, TODAY)
    assert recognise("b-key-made-on-a-device") != first
    assert Contributor.objects.count() == 2
