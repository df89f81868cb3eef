"""What touches is always given; what is far is not."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as some
from hypothesis.extra.numpy import arrays

from mapper.geometry import nearness
from mapper.geometry.nearness import may_touch
from tests.geometry.uncompiled import uncompile

NEAR = 2 / 512


def boxes_of(corners: np.ndarray) -> np.ndarray:
    """Boxes from two opposite corners each."""
    west, south = corners[:, 0].min(axis=1), corners[:, 1].min(axis=1)
    return np.column_stack((west, south, corners[:, 0].max(axis=1), corners[:, 1].max(axis=1)))


def touching(box: np.ndarray, others: np.ndarray, beyond: tuple[float, float] = (0, 0)) -> bool:
    """Whether a box, a little wider, has a point in common with any of the others."""
    wide, high = beyond
    return bool(
        np.any(
            (others[:, 0] <= box[2] + wide)
            & (others[:, 2] >= box[0] - wide)
            & (others[:, 1] <= box[3] + high)
            & (others[:, 3] >= box[1] - high)
        )
    )


PAIRS = some.integers(1, 12).flatmap(
    lambda count: arrays(np.float64, (count, 2, 2), elements=some.floats(-180, 180, width=32))
)


@given(PAIRS.map(boxes_of), PAIRS.map(boxes_of))
def test_what_touches_is_given_and_what_lies_apart_is_not(
    boxes: np.ndarray, others: np.ndarray
) -> None:
    wide = (others[:, 2].max() - others[:, 0].min()) * NEAR + 1e-9
    high = (others[:, 3].max() - others[:, 1].min()) * NEAR + 1e-9
    for box, told in zip(boxes, may_touch(boxes, others), strict=True):
        assert told or not touching(box, others)
        assert touching(box, others, (wide, high)) or not told


def test_beside_nothing_nothing_is_near() -> None:
    assert not may_touch(np.array([[0.0, 0.0, 1.0, 1.0]]), np.empty((0, 4))).any()


def test_a_point_is_near_a_point() -> None:
    here, there = np.array([[1.0, 1.0, 1.0, 1.0]]), np.array([[2.0, 1.0, 2.0, 1.0]])
    assert may_touch(here, here).all()
    assert not may_touch(there, here).any()


def test_as_it_is_written_it_says_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    uncompile(monkeypatch, nearness)
    monkeypatch.setattr(nearness, "_ACROSS", 8)
    others = np.array([[0.0, 0.0, 1.0, 1.0], [7.0, 7.0, 8.0, 8.0]])
    boxes = np.array(
        [[1.0, 1.0, 1.5, 1.5], [4.0, 4.0, 5.0, 5.0], [-9.0, 7.5, 7.2, 7.6], [9.5, 0.0, 10.0, 8.0]]
    )
    assert may_touch(boxes, others).tolist() == [True, False, True, False]
