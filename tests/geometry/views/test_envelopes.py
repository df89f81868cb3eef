"""Which wall is nearest, where several are as near."""

import numpy as np
import pytest

from mapper.geometry.views import envelopes
from mapper.geometry.views.envelopes import exact_horizon
from tests.geometry.uncompiled import uncompile


@pytest.fixture(params=["compiled", "plain"], autouse=True)
def loops(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Both ways."""
    if request.param == "plain":
        uncompile(monkeypatch, envelopes)


def near(*walls: tuple[float, float, float, float]) -> np.ndarray:
    """Walls by their begin, width and two numbers."""
    return np.array(walls)


def test_of_two_walls_from_one_corner_the_one_that_comes_nearer_is_seen() -> None:
    falling, rising = (0.0, 1.0, -0.01, 0.1), (0.0, 1.0, 0.01, 0.1)
    for walls in ((falling, rising), (rising, falling)):
        horizon = exact_horizon(near(*walls))
        assert horizon.pieces[:, 1].tolist() == [1, 2 * np.pi]
        assert horizon.pieces[:, 2].tolist() == [0.01, 0]


def test_two_walls_that_cross_share_the_horizon() -> None:
    horizon = exact_horizon(near((-1, 2, -0.05, 0.1), (-1, 2, 0.05, 0.1)))
    assert sorted(horizon.pieces[:, 2].tolist()) == [-0.05, 0, 0.05]
    assert horizon.pieces[-1, 0] == pytest.approx(2 * np.pi)


def test_a_third_wall_may_stand_before_the_crossing_of_two() -> None:
    horizon = exact_horizon(near((-1, 2, -0.05, 0.1), (-1, 2, 0.05, 0.1), (-1, 2, 0, 0.12)))
    assert sorted(horizon.pieces[:, 3].tolist()) == [0, 0.1, 0.1, 0.12, 0.12]
    assert (horizon.pieces[:, 1] - horizon.pieces[:, 0]).sum() == pytest.approx(2 * np.pi)


def test_walls_all_around_leave_no_gap() -> None:
    quarter = np.pi / 2
    sides = [(0.1, 0.0), (0.0, -0.1), (-0.1, 0.0), (0.0, 0.1)]
    walls = [(quarter / 2 + k * quarter, quarter, *sides[k]) for k in range(4)]
    horizon = exact_horizon(near(*walls))
    assert len(horizon.pieces) == 4
    assert horizon.starts.tolist() == [0, 4]
