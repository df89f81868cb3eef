"""The cell that counts a camera at a private home, and what age does to a state."""

from datetime import date, timedelta

import pytest

from mapper.cameras.querysets import stale_before
from mapper.cameras.rules import home_cell_of, state_on
from mapper.geometry.cells import box_of
from mapper.settings import limits
from mapper.vocabulary import OperatorType, State

TODAY = date(2026, 10, 1)


def test_only_a_private_home_has_a_cell():
    others = set(OperatorType) - {OperatorType.PRIVATE_HOME}
    assert {home_cell_of(other, -28.0, 47.0) for other in others} == {None}


def test_the_cell_of_a_private_home_holds_it():
    cell = home_cell_of(OperatorType.PRIVATE_HOME, -28.0, 47.0)
    assert cell is not None
    assert box_of(cell, limits.HOME_CELL_ZOOM).contains(-28.0, 47.0)


def test_stale_begins_the_day_after_the_limit():
    last_good_day = stale_before(TODAY)
    assert state_on(State.CONFIRMED, last_good_day, TODAY) is State.CONFIRMED
    assert state_on(State.CONFIRMED, last_good_day - timedelta(days=1), TODAY) is State.STALE


@pytest.mark.parametrize("state", [State.GONE, State.DISPUTED])
def test_what_is_not_believed_present_does_not_grow_stale(state):
    assert state_on(state, date(2001, 1, 1), TODAY) is state


def test_a_camera_without_a_day_is_not_called_stale():
    assert state_on(State.UNCONFIRMED, None, TODAY) is State.UNCONFIRMED
