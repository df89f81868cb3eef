"""How long ago is too long ago."""

from datetime import date, timedelta

import pytest

from mapper.evidence import CAN_GROW_STALE, state_as_of
from mapper.vocabulary import State

TODAY = date(2026, 3, 1)


def as_of_today(belief: State, days_ago: int) -> State:
    return state_as_of(belief, TODAY - timedelta(days=days_ago), TODAY, stale_after_days=730)


@pytest.mark.parametrize("belief", sorted(CAN_GROW_STALE))
def test_what_is_believed_present_is_stale_the_day_after_the_limit(belief: State) -> None:
    assert as_of_today(belief, 730) is belief
    assert as_of_today(belief, 731) is State.STALE


@pytest.mark.parametrize("belief", [State.GONE, State.DISPUTED])
def test_what_is_gone_or_disputed_does_not_grow_stale(belief: State) -> None:
    assert as_of_today(belief, 9999) is belief


def test_where_no_day_is_known_nothing_grows_stale() -> None:
    assert state_as_of(State.UNCONFIRMED, None, TODAY, stale_after_days=730) is State.UNCONFIRMED


def test_a_day_to_come_is_fresh() -> None:
    assert as_of_today(State.CONFIRMED, -1) is State.CONFIRMED
