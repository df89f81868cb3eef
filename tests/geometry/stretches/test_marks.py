"""The ends of pieces along each way."""

import numpy as np
import pytest

from mapper.geometry.stretches.marks import marks_of


def test_ends_come_in_the_order_of_a_walk():
    marks = marks_of(np.array([1, 0, 1]), np.array([5.0, 1, 0]), np.array([9.0, 2, 7]), 3)
    assert marks.starts.tolist() == [0, 2, 6, 6]
    assert marks.at_m.tolist() == [1, 2, 0, 5, 7, 9]
    assert marks.piece.tolist() == [1, 1, 2, 0, 2, 0]
    assert marks.begins.tolist() == [True, False, True, True, False, False]


def test_without_pieces_there_is_nothing_to_meet():
    nothing = np.empty(0)
    assert marks_of(nothing.astype(int), nothing, nothing, 2).starts.tolist() == [0, 0, 0]


@pytest.mark.parametrize("way", [-1, 2])
def test_a_way_there_is_not_is_refused(way):
    with pytest.raises(ValueError, match="way"):
        marks_of(np.array([way]), np.array([0.0]), np.array([1.0]), 2)
