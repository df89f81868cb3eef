"""When standing counts, and what it is after everything that happened."""

from datetime import date, timedelta

import pytest

from mapper.contributors.models import Contributor, ContributorEvent
from mapper.contributors.models import ContributorEventKind as Kind
from mapper.contributors.rules.standing import standing_from_events, stands_on

TODAY = date(2026, 9, 1)


@pytest.mark.parametrize(
    ("fields", "stands"),
    [
        ({}, True),
        ({"standing_until": TODAY}, True),
        ({"standing_until": TODAY - timedelta(days=1)}, False),
        ({"blocked_on": TODAY}, False),
        ({"has_standing": False}, False),
    ],
)
def test_standing_counts_until_it_fades_or_ends(fields, stands):
    contributor = Contributor(**{"has_standing": True, **fields})
    assert stands_on(contributor, TODAY) is stands


def event(what, days, **details):
    return ContributorEvent(what=what, day=TODAY + timedelta(days=days), details=details)


GIVEN = event(Kind.STANDING_GIVEN, 0)
FADED = event(Kind.STANDING_FADED, 500, until=f"{TODAY + timedelta(days=365)}")


@pytest.mark.parametrize(
    ("events", "last_seen", "until"),
    [
        ([], 0, None),
        ([event(Kind.BLOCKED, 0)], 0, None),
        ([GIVEN], None, 365),
        ([GIVEN], 0, 365),
        ([GIVEN], 300, 665),
        ([event(Kind.STANDING_EARNED, 10)], 5, 375),
        ([GIVEN, event(Kind.STANDING_LOST, 3)], 300, None),
        ([GIVEN, event(Kind.STANDING_LOST, 3), event(Kind.STANDING_EARNED, 9)], 20, 385),
        ([GIVEN, FADED], 500, 365),
        ([GIVEN, FADED, event(Kind.STANDING_EARNED, 510)], 520, 885),
    ],
)
def test_standing_follows_from_what_happened(events, last_seen, until):
    last_seen_on = None if last_seen is None else TODAY + timedelta(days=last_seen)
    standing = standing_from_events(events, last_seen_on)
    assert standing.standing_until == (until and TODAY + timedelta(days=until))
    assert standing.has_standing is (until is not None)
