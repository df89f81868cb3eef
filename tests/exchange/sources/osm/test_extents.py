"""The box of what was read leaves out the strays, and only those."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from mapper.exchange.sources.osm.extents import box_around_most
from mapper.geometry import Box

POSITIONS = st.lists(st.tuples(st.floats(-180, 180), st.floats(-90, 90)), min_size=1, max_size=50)


def test_nothing_has_no_box():
    assert box_around_most(np.empty((0, 2))) is None


def test_a_stray_is_left_out():
    town = np.random.default_rng(1).uniform((7.40, 43.70), (7.45, 43.76), (1000, 2))
    stray = np.array([[7.5, 37.27]])
    assert box_around_most(np.vstack([town, stray])) == box_around_most(town)


def test_few_positions_all_count():
    assert box_around_most(np.array([[1.0, 2.0], [3.0, 4.0]])) == Box(1, 2, 3, 4)
    assert box_around_most(np.array([[1.0, 2.0]])) == Box(1, 2, 1, 2)


@given(POSITIONS)
def test_there_is_a_box_for_any_positions_and_it_holds_their_middle(positions):
    rows = np.array(positions)
    box = box_around_most(rows)
    assert box is not None
    west, south = rows.min(axis=0)
    assert box.west >= west - 1e-6
    assert box.south >= south - 1e-6
