"""A moment or an interval, read as days, or refused in words."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mapper.api.intervals import Days, days_in
from mapper.api.problems import BadQueryError

DAY = date(2026, 1, 31)


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("2026-01-31", (DAY, DAY)),
        ("2026-01-31T23:59:59Z", (DAY, DAY)),
        ("2026-01-31/2026-02-01", (DAY, date(2026, 2, 1))),
        ("2026-01-31/..", (DAY, None)),
        ("/2026-01-31t00:00:00.5+01:00", (None, DAY)),
    ],
)
def test_what_was_asked_is_read(text: str, days: Days) -> None:
    assert days_in(text) == days


@pytest.mark.parametrize(
    "text", ["", "..", "../..", "/", "yesterday", "2026-13-01", "2026-01-31/2026-01-30", "a/b/c"]
)
def test_what_is_no_time_is_refused(text: str) -> None:
    with pytest.raises(BadQueryError):
        days_in(text)


@given(st.dates(), st.dates())
def test_an_interval_comes_back(one: date, other: date) -> None:
    first, last = sorted([one, other])
    assert days_in(f"{first}/{last}") == (first, last)


@given(st.text())
def test_any_text_is_days_or_refused(text: str) -> None:
    try:
        first, last = days_in(text)
    except BadQueryError:
        return
    assert first or last
