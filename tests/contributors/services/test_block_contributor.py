"""A blocked contributor is blocked once and freed once, each with an event."""

import pytest

from mapper.contributors.models import Contributor, ContributorEvent
from mapper.contributors.services.block_contributor import block_contributor, unblock_contributor
from mapper.vocabulary import Role
from tests.factories.cameras import SEEN_ON
from tests.factories.sightings import make_contributor

pytestmark = pytest.mark.django_db

DONE = {"day": SEEN_ON, "by": Role.MODERATOR}


def test_blocked_and_freed_each_once_with_its_event():
    her = make_contributor()
    assert [block_contributor(contributor=her, **DONE) for _ in range(2)] == [True, False]
    assert Contributor.objects.get().blocked_on == SEEN_ON
    assert [unblock_contributor(contributor=her, **DONE) for _ in range(2)] == [True, False]
    assert Contributor.objects.get().blocked_on is None
    events = ContributorEvent.objects.order_by("pk").values_list("contributor", "what", "by")
    assert list(events) == [(her.pk, "blocked", "moderator"), (her.pk, "unblocked", "moderator")]
