"""Tests of laying the city out."""

import numpy as np
import pytest

from mapper.exchange.sources.city.plan import QUARTER_M, make_plan


@pytest.mark.parametrize(("streets", "quarters"), [(1, 1), (180, 1), (181, 2), (20_000, 112)])
def test_streets_ask_for_quarters(dice: np.random.Generator, streets: int, quarters: int) -> None:
    plan = make_plan(dice, streets)
    assert plan.centres.shape == (quarters, 2)
    assert {len(column) for column in (plan.turned, plan.size, plan.watched)} == {quarters}


def test_quarters_keep_their_distance_and_off_the_water(dice: np.random.Generator) -> None:
    plan = make_plan(dice, 20_000)
    apart = np.hypot(*(plan.centres[:, None] - plan.centres).transpose(2, 0, 1))
    np.fill_diagonal(apart, np.inf)
    assert apart.min() > QUARTER_M / 3
    assert not plan.rivers.at(plan.centres).any()


def test_the_middle_is_more_watched_than_the_edge(dice: np.random.Generator) -> None:
    plan = make_plan(dice, 20_000)
    order = np.argsort(np.hypot(*plan.centres.T))
    assert plan.watched[order[:30]].mean() > 1.5 * plan.watched[order[-30:]].mean()


def test_what_met_still_meets_after_bending(dice: np.random.Generator) -> None:
    plan = make_plan(dice, 1)
    spots = np.array([[10.0, 20.0], [10.0, 20.0], [10.0, 21.0]])
    bent = plan.bent(spots)
    assert (bent[0] == bent[1]).all()
    assert np.abs(bent - spots).max() < 150
    assert 0.3 < np.hypot(*(bent[2] - bent[0])) < 2
