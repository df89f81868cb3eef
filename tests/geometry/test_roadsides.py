"""A point beside a street, on the side named, and honest about how sure it is."""

import pytest
import shapely
import shapely.affinity
from hypothesis import given
from hypothesis import strategies as st

from mapper.geometry import metres_between
from mapper.geometry.roadsides import beside

LON, LAT = -28.0, 47.0
METRE = 1 / 111_195
ASIDE_M = 6.0


def street(*points):
    """A street through points given in metres east and north."""
    shrink = 0.681998  # the cosine of the latitude
    degrees = [(LON + east * METRE / shrink, LAT + north * METRE) for east, north in points]
    return shapely.MultiLineString([degrees])


EASTWARDS = street((-100, 0), (100, 0))


def metres_from_middle(place):
    return metres_between(LON, LAT, place.lon, place.lat)


@pytest.mark.parametrize(("side", "north"), [(0.0, 1), (180.0, -1), (45.0, 1), (225.0, -1)])
def test_it_is_on_the_side_named(side, north):
    place = beside(EASTWARDS, side, ASIDE_M)
    assert metres_from_middle(place) == pytest.approx(ASIDE_M, rel=0.01)
    assert (place.lat - LAT) * north > 0


def test_without_a_side_it_is_in_the_middle_and_less_sure():
    place = beside(EASTWARDS, None, ASIDE_M)
    assert metres_from_middle(place) == pytest.approx(0, abs=0.01)
    assert place.accuracy_m == pytest.approx(106, rel=0.01)
    assert beside(EASTWARDS, 0.0, ASIDE_M).accuracy_m < place.accuracy_m


def test_a_crossing_makes_it_sure():
    crossing = street((50, -40), (50, 40))
    place = beside(EASTWARDS, None, ASIDE_M, crossing)
    assert metres_from_middle(place) == pytest.approx(50, rel=0.01)
    assert place.accuracy_m == pytest.approx(ASIDE_M, abs=0.1)


def test_where_two_streets_meet_twice_both_corners_are_meant():
    twice = street((-30, -40), (-30, 40), (30, 40), (30, -40))
    place = beside(EASTWARDS, None, ASIDE_M, twice)
    assert metres_from_middle(place) == pytest.approx(0, abs=0.1)
    assert place.accuracy_m == pytest.approx(36, rel=0.01)


def test_streets_that_only_come_near_meet_at_the_nearest_point():
    place = beside(EASTWARDS, None, ASIDE_M, street((20, 10), (20, 90)))
    assert metres_from_middle(place) == pytest.approx(20, rel=0.01)


def test_the_pieces_of_a_street_are_one():
    pieces = shapely.union(street((-100, 0), (0, 0)), street((0, 0), (100, 0)))
    assert beside(pieces, 0.0, ASIDE_M).accuracy_m == pytest.approx(103, rel=0.01)


def test_a_street_of_no_length_has_no_sides():
    place = beside(street((0, 0), (0, 0)), 0.0, ASIDE_M)
    assert metres_from_middle(place) == pytest.approx(0, abs=0.01)


@given(st.floats(0, 359.9), st.floats(0, 359.9), st.floats(5, 300))
def test_all_of_the_street_lies_within_the_accuracy(turn, side, length):
    east, north = length * shapely.get_coordinates(_unit(turn))[0]
    line = street((-east, -north), (east, north))
    place = beside(line, side, ASIDE_M)
    ends = shapely.get_coordinates(line)
    assert all(
        metres_between(place.lon, place.lat, lon, lat) <= place.accuracy_m + ASIDE_M
        for lon, lat in ends
    )
    assert metres_from_middle(place) == pytest.approx(ASIDE_M, rel=0.05)


def _unit(turn):
    return shapely.affinity.rotate(shapely.Point(0, 1), turn, origin=(0, 0))
