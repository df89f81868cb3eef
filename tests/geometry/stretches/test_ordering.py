"""Numbers put in order within groups."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from mapper.geometry.stretches import ordering as module
from tests.geometry.uncompiled import uncompile


@pytest.fixture(params=["compiled", "as written"])
def both(request, monkeypatch):
    """Once as machine code, once as Python."""
    if request.param == "as written":
        uncompile(monkeypatch, module)


@pytest.mark.usefixtures("both")
@pytest.mark.parametrize("count", [0, 1, 20, 200])
def test_the_order_is_by_group_and_then_by_key(count):
    dice = np.random.default_rng(count)
    group, key = dice.integers(0, 3, count), dice.uniform(size=count)
    order, starts = module.ordered(group, key, 4)
    assert order.tolist() == np.lexsort((key, group)).tolist()
    assert starts.tolist() == [0, *np.cumsum(np.bincount(group, minlength=4))]


@given(st.lists(st.tuples(st.integers(0, 2), st.integers(0, 3)), max_size=20))
def test_equal_keys_of_a_small_group_keep_their_order(pairs):
    group = np.array([group for group, _ in pairs], dtype=np.int64)
    key = np.array([key for _, key in pairs], dtype=np.float64)
    assert module.ordered(group, key, 3)[0].tolist() == np.lexsort((key, group)).tolist()
