"""How much may be sent in a day."""

from datetime import date, timedelta

import pytest

from mapper.contributors.models import Contributor
from mapper.contributors.rules.allowance import allowance_left, allowance_on
from mapper.settings import limits

TODAY = date(2026, 9, 1)


@pytest.mark.parametrize(
    ("days", "allowance"), [(-1, 30), (0, 30), (1, 35), (13, 95), (14, 100), (400, 100)]
)
def test_it_grows_with_each_day_a_key_is_known(days, allowance):
    contributor = Contributor(first_seen_on=TODAY - timedelta(days=days))
    assert allowance_on(contributor, TODAY) == allowance


def test_it_is_largest_with_standing():
    contributor = Contributor(first_seen_on=TODAY, has_standing=True)
    assert allowance_on(contributor, TODAY) == limits.ALLOWANCE_WITH_STANDING


def test_what_was_used_on_another_day_is_not_taken_off():
    contributor = Contributor(first_seen_on=TODAY, used_on=TODAY, used=12)
    assert allowance_left(contributor, TODAY) == 18
    assert allowance_left(contributor, TODAY + timedelta(days=1)) == 35
    contributor.used = 99
    assert allowance_left(contributor, TODAY) == 0
