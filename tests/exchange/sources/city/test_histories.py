"""Tests of what is believed of cameras and since when."""

import numpy as np

from mapper.exchange.sources.city.histories import STATES, histories
from mapper.settings import limits
from mapper.vocabulary import State


def test_every_state_comes_and_one_voice_alone_confirms_nothing(dice: np.random.Generator) -> None:
    made = histories(10_000, dice)
    shares = np.bincount(made.state) / 10_000
    assert shares.min() > 0.02
    alone = made.state == STATES.index(State.UNCONFIRMED)
    assert set(made.voices[alone].tolist()) == {1}
    assert made.voices[~alone].min() == 2


def test_days_are_in_order_and_some_are_stale(dice: np.random.Generator) -> None:
    made = histories(10_000, dice)
    assert made.last_seen_ago.min() == 0
    assert (made.first_seen_ago >= made.last_seen_ago).all()
    stale = made.last_seen_ago > limits.STALE_AFTER_DAYS
    assert 0.02 < stale.mean() < 0.2
    assert made.last_seen_ago.max() > 4 * 365
