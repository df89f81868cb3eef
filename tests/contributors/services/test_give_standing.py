"""Giving standing is told by one event."""

from datetime import date, timedelta

import pytest

from mapper.contributors.models import ContributorEventKind
from mapper.contributors.services.give_standing import give_standing
from mapper.vocabulary import Role
from tests.factories.sightings import make_contributor

pytestmark = pytest.mark.django_db

TODAY = date(2026, 9, 1)


def test_standing_is_given_for_a_year_and_told_once():
    contributor = make_contributor()
    what = ContributorEventKind.STANDING_EARNED
    give_standing(contributor=contributor, what=what, day=TODAY, by=Role.RESIDENT)
    contributor.refresh_from_db()
    assert contributor.has_standing
    assert contributor.standing_until == TODAY + timedelta(days=365)
    event = contributor.events.get()
    assert (event.what, event.day, event.by, event.details) == (what, TODAY, "resident", {})
