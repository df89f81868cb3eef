"""The metres each camera sees, and those that it alone does."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from mapper.geometry.stretches import alone
from mapper.geometry.stretches import unique as module
from tests.geometry.stretches.test_measures import ONE, pieces, seen_by, views
from tests.geometry.uncompiled import uncompile


@pytest.fixture(params=["compiled", "as written"])
def both(request, monkeypatch):
    """Once as machine code, once as Python."""
    if request.param == "as written":
        uncompile(monkeypatch, module)


def of_one_way(*cameras) -> tuple[list[float], list[float]]:
    """What cameras see of one way of 100 m, from, to, with a share, and what each sees alone."""
    rows = [(0, first, last, number) for number, (first, last, _) in enumerate(cameras)]
    seen, only = alone(
        pieces((0, 0, 100, 0)),
        pieces(*rows),
        share=np.array([share for *_, share in cameras]),
        camera=np.arange(len(cameras)),
        cameras=len(cameras),
    )
    return seen.tolist(), only.tolist()


@pytest.mark.usefixtures("both")
def test_what_two_see_neither_has_alone():
    seen, only = of_one_way((0, 50, 1), (40, 80, 1), (45, 120, 0.5))
    assert seen == pytest.approx([50, 40, 27.5])
    assert only == pytest.approx([40, 15, 10])


@pytest.mark.usefixtures("both")
def test_a_possible_camera_leaves_a_certain_one_a_part():
    assert of_one_way((0, 10, 1), (0, 10, 0.25))[1] == pytest.approx([7.5, 0])
    assert of_one_way((0, 10, 0.5), (0, 10, 0.25))[1] == pytest.approx([3.75, 1.25])


@pytest.mark.usefixtures("both")
def test_only_windows_count_and_each_metre_once():
    seen, only = alone(
        pieces((0, 0, 10, 0), (0, 5, 20, 3), (0, 9, 9, 3), (1, 0, 4, 0)),
        pieces((0, 8, 40, 0), (1, 0, 9, 0)),
        share=np.ones(1),
        camera=np.zeros(1, dtype=int),
        cameras=2,
    )
    assert seen.tolist() == only.tolist() == pytest.approx([12 + 4, 0])


def test_without_cameras_nothing_is_seen():
    seen, only = alone(
        pieces(), pieces(), share=np.empty(0), camera=np.empty(0, dtype=int), cameras=0
    )
    assert seen.tolist() == only.tolist() == []


def test_a_camera_beyond_the_last_is_refused():
    with pytest.raises(ValueError, match="camera"):
        alone(
            pieces((0, 0, 9, 0)),
            pieces((0, 0, 9, 0)),
            share=np.ones(1),
            camera=np.array([4]),
            cameras=4,
        )


@given(st.lists(views, min_size=1, max_size=8))
def test_it_is_what_is_lost_when_the_camera_goes(cameras):
    _, only = of_one_way(*cameras)
    everything = seen_by(*cameras)[ONE]
    for number, mine in enumerate(only):
        others = [camera for other, camera in enumerate(cameras) if other != number]
        left = seen_by(*others)[ONE] if others else 0.0
        assert mine == pytest.approx(everything - left, abs=1e-8)
