"""Streets by name: one of each town, told apart by their wards, and what crosses them."""

from datetime import date

import pytest

from mapper.places.streets import crossing_of, find_streets
from tests.factories.cameras import HERE
from tests.factories.places import around, make_ground, make_label, make_place, make_street

pytestmark = pytest.mark.django_db

LON, LAT = HERE


def test_the_pieces_of_a_street_are_found_as_one_with_all_their_lines():
    make_street("Quay", line=[(LON, LAT), (LON + 0.001, LAT)])
    make_street("Quay", line=[(LON + 0.001, LAT), (LON + 0.002, LAT)])
    make_street("Quayside")
    make_label("Quay")
    [found] = find_streets("quay")
    assert (found.name, found.lines.length) == ("Quay", pytest.approx(0.002))


def test_namesakes_are_told_apart_by_the_smallest_place_around():
    make_street("High Street", line=[(1.0, 1.0), (1.001, 1.0)])
    make_street("High Street", line=[(LON, LAT), (LON + 0.001, LAT)])
    make_place("Ward", corners=around(degrees=0.01))
    make_place("City", corners=around(degrees=0.1))
    found = find_streets("High Street")
    assert sorted(one.where for one in found) == ["", "Ward"]
    assert len({one.key for one in found}) == 2


def test_a_retired_ward_tells_no_street_from_its_namesake():
    make_street("High Street", line=[(LON, LAT), (LON + 0.001, LAT)])
    make_place("Old ward", ground=make_ground("old", retired_on=date(2026, 1, 1)))
    [found] = find_streets("High Street")
    assert found.where == ""


def test_without_a_whole_name_those_like_it_are_found():
    make_street("Mill Lane")
    make_street("Mill Road")
    assert {one.name for one in find_streets("mill")} == {"Mill Lane", "Mill Road"}
    assert find_streets("nowhere") == []


def test_what_crosses_a_street_is_found_among_its_namesakes():
    make_street("Quay")
    make_street("Mill Lane", line=[(LON, LAT - 0.001), (LON, LAT + 0.001)])
    make_street("Mill Lane", line=[(1.0, 1.0), (1.001, 1.0)])
    make_street("Far Lane", line=[(2.0, 1.0), (2.001, 1.0)])
    [quay] = find_streets("Quay")
    crossing = crossing_of(quay, find_streets("Mill Lane"))
    assert crossing is not None
    assert crossing.lines.intersects(quay.lines)
    assert crossing_of(quay, find_streets("Far Lane")) is None
