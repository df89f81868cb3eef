"""Tests of the two rivers."""

import numpy as np
import pytest

from mapper.exchange.sources.city.rivers import Rivers

RIVERS = Rivers(np.array([0.3, 1.1, 2.0]))


def test_they_meet_in_the_middle() -> None:
    nowhere = np.zeros(1)
    assert (RIVERS.main_north(nowhere), RIVERS.side_east(nowhere)) == (0, 0)
    assert RIVERS.at(np.zeros((1, 2))).all()


def test_the_middle_of_a_river_is_water_and_a_kilometre_off_it_is_not() -> None:
    (main, half), (side, narrow) = RIVERS.courses(12_000)
    assert RIVERS.at(main).all()
    assert RIVERS.at(side).all()
    assert half > narrow
    west = main[main[:, 0] < -2_000]
    assert not RIVERS.at(west + np.array([0.0, 2_000.0]))[west[:, 0] < -6_000].any()


def test_the_side_river_ends_where_it_joins() -> None:
    below = np.array([[0.0, -3_000.0]])
    assert not RIVERS.at(below).any()


@pytest.mark.parametrize("reach", [500, 12_345])
def test_courses_reach_as_far_as_asked(reach: int) -> None:
    (main, _), (side, _) = RIVERS.courses(reach)
    assert main[0, 0] == -reach
    assert main[-1, 0] >= reach
    assert 0 <= side[0, 1] < 100
