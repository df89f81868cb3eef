"""Runs of ways along which equally many watch."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from mapper.geometry.stretches import lengths_of, stretches_of
from mapper.geometry.stretches import runs as module
from tests.geometry.stretches.ground import ways
from tests.geometry.stretches.test_measures import pieces, views
from tests.geometry.uncompiled import uncompile


@pytest.fixture(params=["compiled", "as written"])
def both(request, monkeypatch):
    """Once as machine code, once as Python."""
    if request.param == "as written":
        uncompile(monkeypatch, module)


def runs(*cameras) -> list[tuple[float, float, int, int]]:
    """From, to, certain and possible of a way of 100 m that cameras watch."""
    rows = [(0, first, last, number) for number, (first, last, _) in enumerate(cameras)]
    found = stretches_of(
        ways([(0, 0), (100, 0)]),
        pieces(*rows),
        np.array([share for *_, share in cameras]),
        np.arange(len(cameras)),
    )
    assert len(found) == len(found.way)
    columns = (found.from_m, found.to_m, found.certain, found.possible)
    return [
        (round(float(a), 3), round(float(b), 3), int(sure), int(may))
        for a, b, sure, may in zip(*columns, strict=True)
    ]


@pytest.mark.usefixtures("both")
def test_a_way_is_cut_where_the_number_changes():
    assert runs((10, 30, 1), (20, 40, 0.5)) == [
        (0, 10, 0, 0),
        (10, 20, 1, 1),
        (20, 30, 1, 2),
        (30, 40, 0, 1),
        (40, 100, 0, 0),
    ]


@pytest.mark.usefixtures("both")
def test_more_than_three_are_three_and_need_no_cut():
    assert runs(*[(0, 100, 1)] * 3, (20, 40, 1)) == [(0, 100, 3, 3)]


@pytest.mark.usefixtures("both")
def test_where_views_all_but_touch_there_is_no_gap():
    assert runs((0, 50, 1), (50.0001, 100, 1)) == [(0, 100, 1, 1)]
    assert runs((0.0001, 100, 1)) == [(0, 100, 1, 1)]
    assert runs((0, 99.9999, 1)) == [(0, 100, 1, 1)]
    assert runs((30, 30.0001, 1)) == [(0, 100, 0, 0)]


@pytest.mark.usefixtures("both")
def test_a_way_nobody_watches_is_one_run_and_one_without_length_none():
    roads = ways([(0, 0), (5, 0)], [(0, 0)], [(0, 0), (0.0005, 0)])
    found = stretches_of(roads, pieces(), np.empty(0), np.empty(0, dtype=int))
    assert found.way.tolist() == [0, 2]
    assert found.to_m.tolist() == lengths_of(roads)[[0, 2]].tolist()
    assert found.possible.tolist() == [0, 0]


@given(st.lists(views, max_size=8))
def test_runs_share_out_the_way_and_say_who_is_there(cameras):
    found = runs(*cameras)
    assert [low for low, *_ in found] == [0, *(high for _, high, *_ in found[:-1])]
    assert found[-1][1] == pytest.approx(100, abs=0.01)
    for low, high, sure, may in found:
        ends = [end for camera in cameras for end in camera[:2] if low < end < high]
        middle = (low + high) / 2
        if min((abs(middle - end) for end in ends), default=1) > 0.01:
            here = [share for first, last, share in cameras if first < middle < last and share]
            assert (sure, may) == (min(3, sum(s == 1 for s in here)), min(3, len(here)))
