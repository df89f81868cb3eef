"""How long ago is long ago."""

from datetime import date, timedelta

import pytest

from mapper.evidence import age_of, is_stale
from mapper.vocabulary import Age

TODAY = date(2026, 3, 1)


@pytest.mark.parametrize(
    ("days", "age"),
    [
        (-1, Age.MONTH),
        (0, Age.MONTH),
        (29, Age.MONTH),
        (30, Age.YEAR),
        (364, Age.YEAR),
        (365, Age.TWO_YEARS),
        (729, Age.TWO_YEARS),
        (730, Age.OLDER),
        (9999, Age.OLDER),
    ],
)
def test_ages(days: int, age: Age) -> None:
    assert age_of(TODAY - timedelta(days=days), TODAY) is age


def test_without_a_day_the_age_is_unknown() -> None:
    assert age_of(None, TODAY) is Age.UNKNOWN


@pytest.mark.parametrize(("days", "stale"), [(0, False), (730, False), (731, True)])
def test_stale_comes_after_the_last_day(days: int, *, stale: bool) -> None:
    last_seen = TODAY - timedelta(days=days)
    assert is_stale(last_seen, TODAY, stale_after_days=730) is stale


def test_what_has_no_day_does_not_grow_old() -> None:
    assert not is_stale(None, TODAY, stale_after_days=730)
