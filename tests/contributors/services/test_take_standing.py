"""Taking standing is told by one event."""

from datetime import date, timedelta

import pytest

from mapper.contributors.models import ContributorEventKind
from mapper.contributors.services.take_standing import take_standing
from mapper.vocabulary import Role
from tests.factories.sightings import make_contributor

pytestmark = pytest.mark.django_db

TODAY = date(2026, 9, 1)


def test_standing_is_taken_and_told_once():
    until = TODAY + timedelta(days=9)
    contributor = make_contributor(has_standing=True, standing_until=until)
    reason = {"reason": "invented"}
    take_standing(contributor=contributor, day=TODAY, by=Role.MODERATOR, details=reason)
    contributor.refresh_from_db()
    assert (contributor.has_standing, contributor.standing_until) == (False, None)
    event = contributor.events.get()
    assert (event.what, event.details) == (ContributorEventKind.STANDING_LOST, reason)
