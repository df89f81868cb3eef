"""What each camera watches, whatever the number of its views."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from mapper.geometry.stretches import watches as module
from mapper.geometry.stretches.watches import watches_of
from tests.geometry.stretches.test_measures import pieces
from tests.geometry.uncompiled import uncompile


@pytest.fixture(params=["compiled", "as written"])
def both(request, monkeypatch):
    """Once as machine code, once as Python."""
    if request.param == "as written":
        uncompile(monkeypatch, module)


def rows(seen, share, camera) -> list[tuple[int, int, float, float, float]]:
    """Way, camera, from, to and share, in order."""
    found = watches_of(seen, np.array(share, dtype=float), np.array(camera, dtype=int))
    shares = found.shares[found.rank]
    table = zip(found.way, found.camera, found.from_m, found.to_m, shares, strict=True)
    return sorted(tuple(float(number) for number in row) for row in table)


@pytest.mark.usefixtures("both")
def test_the_views_of_one_camera_are_one_and_the_likeliest_counts():
    seen = pieces(
        (0, 0, 10, 0), (0, 5, 20, 1), (0, 15, 30, 2), (0, 40, 50, 0), (0, 50, 60, 2), (1, 0, 9, 1)
    )
    assert rows(seen, [1, 1, 0.5], [4, 4, 4]) == [
        (0, 4, 0, 20, 1),
        (0, 4, 20, 30, 0.5),
        (0, 4, 40, 50, 1),
        (0, 4, 50, 60, 0.5),
        (1, 4, 0, 9, 1),
    ]


@pytest.mark.usefixtures("both")
def test_other_cameras_keep_their_own():
    seen = pieces((0, 0, 10, 0), (0, 0, 10, 1), (0, 5, 8, 2), (0, 3, 4, 3))
    assert rows(seen, [0.5, 1, 1, 1], [0, 1, 0, 2]) == [
        (0, 0, 0, 5, 0.5),
        (0, 0, 5, 8, 1),
        (0, 0, 8, 10, 0.5),
        (0, 1, 0, 10, 1),
        (0, 2, 3, 4, 1),
    ]


def test_what_cannot_be_seen_or_has_no_length_is_left_out():
    seen = pieces((0, 0, 10, 0), (0, 3, 3, 1), (0, 0, 10, 2))
    assert rows(seen, [0, 1, 7], [0, 1, 2]) == [(0, 2, 0, 10, 1)]
    assert rows(pieces(), [], []) == []


@pytest.mark.parametrize(
    ("area", "share", "camera"), [(-1, [1], [0]), (0, [1, 1], [0]), (3, [1], [0]), (0, [1], [-1])]
)
def test_numbers_that_do_not_fit_are_refused(area, share, camera):
    with pytest.raises((ValueError, IndexError)):
        rows(pieces((0, 0, 10, area)), share, camera)


@given(st.lists(st.tuples(st.integers(0, 20), st.integers(0, 20), st.integers(0, 2)), max_size=12))
def test_each_metre_has_the_highest_share_of_all_views(views):
    table = sorted((min(a, b), max(a, b), share / 2) for a, b, share in views)
    seen = pieces(*[(0, low, high, number) for number, (low, high, _) in enumerate(table)])
    found = rows(seen, [share for *_, share in table], [0] * len(table))
    for metre in range(20):
        here = [share for low, high, share in table if low <= metre < high]
        mine = [share for *_, low, high, share in found if low <= metre < high]
        assert mine == ([max(here)] if here and max(here) > 0 else [])
