"""When standing counts."""

from datetime import date, timedelta

import pytest

from mapper.contributors.models import Contributor
from mapper.contributors.rules.standing import stands_on

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
