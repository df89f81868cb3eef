"""The longest stretches that no known camera may see."""

import pytest

from mapper.coverage.gaps import gaps_of
from mapper.geometry.distances import metres_between
from mapper.vocabulary import StreetClass
from tests.factories.cameras import HERE
from tests.factories.coverage import make_whole_cell
from tests.factories.places import around, make_place, make_street

pytestmark = pytest.mark.django_db

LON, LAT = HERE
EAST = 0.0002
LENGTH_M = metres_between(LON, LAT, LON + EAST, LAT)
LOOKED = 739_000
ASIDE = 0.0001
"""Degrees of latitude to the next street."""


def street(name: str = "Quay", begin: float = 0.0, row: int = 0, **fields):
    """A street eastwards, `begin` of its lengths from the middle of the place."""
    west, lat = LON + begin * EAST, LAT + row * ASIDE
    return make_street(name, [(west, lat), (west + EAST, lat)], **fields)


def test_what_no_camera_may_see_is_a_gap(django_assert_num_queries):
    one = street()
    make_whole_cell(LON, LAT, streets={one: [(4.0, 5.0, 0, 1, 0, 0)]})
    place = make_place_here()
    gaps_of(place, 10)  # SpatiaLite tells what it can do when it is asked first
    with django_assert_num_queries(2):
        after, before = gaps_of(place, 10)
    assert (before.name, before.looked) == ("Quay", False)
    assert before.metres == pytest.approx(4.0)
    assert after.metres == pytest.approx(LENGTH_M - 5.0)
    assert before.middle == pytest.approx((LON + EAST * 2 / LENGTH_M, LAT))


def make_place_here():
    return make_place(corners=around(degrees=0.001))


def test_somebody_looked_and_nobody_looked_are_told_apart():
    make_whole_cell(LON, LAT, streets={street(): [(0.0, 3.0, 0, 0, 0, LOOKED)]})
    nobody, somebody = gaps_of(make_place_here(), 10)
    assert (nobody.looked, somebody.looked) == (False, True)
    assert somebody.metres == pytest.approx(3.0)


def test_a_street_in_view_throughout_has_none():
    make_whole_cell(LON, LAT, streets={street(): [(0.0, LENGTH_M, 1, 1, 0, 0)]})
    assert gaps_of(make_place_here(), 10) == []


def test_gaps_on_one_name_that_touch_are_one():
    make_whole_cell(LON, LAT, streets={street(): [], street(begin=1): [], street(row=1): []})
    lengths = [gap.metres / LENGTH_M for gap in gaps_of(make_place_here(), 10)]
    assert lengths == pytest.approx([2, 1], rel=1e-5)


def test_ways_without_a_name_or_of_another_do_not_run_on():
    ways = [street(name, begin) for begin, name in enumerate(["", "", "Quay", "Pier"])]
    make_whole_cell(LON, LAT, streets={way: [] for way in ways})
    gaps = gaps_of(make_place_here(), 10)
    assert sorted(gap.name for gap in gaps) == ["", "", "Pier", "Quay"]
    assert [gap.metres / LENGTH_M for gap in gaps] == pytest.approx([1] * 4)


def test_a_gap_ends_at_the_boundary():
    make_whole_cell(LON, LAT, streets={street(): []})
    half = make_place(corners=(LON - 0.001, LAT - 0.001, LON + EAST / 2, LAT + 0.001))
    [gap] = gaps_of(half, 10)
    assert gap.metres == pytest.approx(LENGTH_M / 2)


def test_what_is_out_of_view_for_a_step_only_is_none():
    make_whole_cell(LON, LAT, streets={street(): [(0.9, LENGTH_M, 0, 1, 0, 0)]})
    assert gaps_of(make_place_here(), 10) == []


def test_only_public_ways_above_the_ground_that_were_computed_count():
    told = [
        street(row=1, street_class=StreetClass.SERVICE),
        street(row=2, street_class=StreetClass.RAIL),
        street(row=3, tunnel=True),
    ]
    street(row=4)
    make_whole_cell(LON, LAT, streets={way: [] for way in told})
    assert gaps_of(make_place_here(), 10) == []


def test_the_longest_come_first_and_no_more_than_asked_for():
    ways = {street(str(row), row=row): [(0.0, float(row), 1, 1, 1, 0)] for row in range(4)}
    make_whole_cell(LON, LAT, streets=ways)
    assert [gap.name for gap in gaps_of(make_place_here(), 2)] == ["0", "1"]


def test_a_place_without_streets_has_none():
    assert gaps_of(make_place_here(), 10) == []


def test_a_street_of_no_length_has_none():
    nothing = make_street("Point", [(LON, LAT), (LON, LAT)])
    make_whole_cell(LON, LAT, streets={nothing: []})
    assert gaps_of(make_place_here(), 10) == []
