"""Segments near areas, found through a grid."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from mapper.geometry.stretches import Areas, Ways
from mapper.geometry.stretches import nearby as module
from mapper.geometry.stretches.areas import chains_of
from mapper.geometry.stretches.ways import segments_of
from tests.geometry.stretches.ground import areas, lines, square, stars, ways
from tests.geometry.uncompiled import uncompile


@pytest.fixture(params=["compiled", "as written"])
def both(request, monkeypatch):
    """Once as machine code, once as Python."""
    if request.param == "as written":
        uncompile(monkeypatch, module)


def near(roads: Ways, places: Areas) -> set[tuple[int, int]]:
    """The pairs found; that none is found twice is seen here as well."""
    found = list(zip(*module.pairs_near(segments_of(roads), chains_of(places)), strict=True))
    assert len(set(found)) == len(found)
    return set(found)


def overlapping(roads: Ways, places: Areas) -> set[tuple[int, int]]:
    """The pairs whose boxes overlap, each compared with each."""
    segments, boxes = segments_of(roads), chains_of(places).area_boxes
    low, high = np.minimum(segments.start, segments.end), np.maximum(segments.start, segments.end)
    return {
        (segment, area)
        for area, box in enumerate(boxes)
        for segment in range(len(segments.way))
        if (low[segment] <= box[2:]).all() and (high[segment] >= box[:2]).all()
    }


@given(st.lists(lines, max_size=6), st.lists(stars(), max_size=6))
def test_all_whose_boxes_overlap_are_found_and_no_others(roads, rings):
    assert near(ways(*roads), areas(*rings)) == overlapping(ways(*roads), areas(*rings))


@pytest.mark.usefixtures("both")
def test_long_ways_and_vast_areas_are_found_as_well():
    short = [[(x, y), (x + 5, y)] for x in range(0, 100, 10) for y in range(0, 100, 10)]
    roads = ways(*short, [(-9000, -9000), (9000, 9000)], [(2, 2), (2000, 2001)])
    places = areas(*[square(x, x, 8) for x in range(0, 90, 9)], square(-50, -50, 4000))
    assert near(roads, places) == overlapping(roads, places)


@pytest.mark.usefixtures("both")
def test_a_segment_in_several_cells_of_an_area_is_found_once():
    roads = ways(*[[(x, x), (x + 9, x + 9)] for x in range(40)])
    places = areas(*[square(x, x, 10) for x in range(0, 40, 4)])
    assert near(roads, places) == overlapping(roads, places)


@pytest.mark.usefixtures("both")
@pytest.mark.parametrize("turns", [-360, 0, 360, 720])
def test_the_globe_is_round(turns):
    road = Ways(np.array([[179.999, 10.0], [-179.999, 10.0]]), np.array([0, 2]))
    ring = np.array([[179.9995, 9.999], [180.0005, 9.999], [180.0005, 10.001], [179.9995, 10.001]])
    view = Areas(ring + np.array([turns, 0]), np.array([0, 4]), np.array([0]))
    assert near(road, view) == {(0, 0)}


@pytest.mark.usefixtures("both")
def test_many_that_overlap_are_all_kept():
    roads = ways(*[[(0, 0), (step, 1)] for step in range(1, 60)])
    assert len(near(roads, areas(square(-1, -1, 100), square(-2, -2, 100)))) == 2 * 59


def test_where_there_is_nothing_nothing_is_near():
    assert near(ways(), areas(square(0, 0, 1))) == set()
    assert near(ways([(0, 0), (1, 1)]), areas()) == set()
