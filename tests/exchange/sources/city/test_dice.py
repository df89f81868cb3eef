"""Tests of throwing loaded dice for many at once."""

import numpy as np

from mapper.exchange.sources.city.dice import Loaded


def test_each_row_has_its_own_weights(dice: np.random.Generator) -> None:
    loaded = Loaded.of([{"a": 1, "c": 3}, {"b": 2}], "abc")
    thrown = loaded.thrown(dice, np.repeat([0, 1], 10_000))
    first = np.bincount(thrown[:10_000], minlength=3) / 10_000
    assert np.abs(first - [0.25, 0, 0.75]).max() < 0.02
    assert set(thrown[10_000:].tolist()) == {1}


def test_one_choice_needs_no_luck(dice: np.random.Generator) -> None:
    assert Loaded.of([{"a": 5}], "a").thrown(dice, np.zeros(3, np.int64)).tolist() == [0, 0, 0]
