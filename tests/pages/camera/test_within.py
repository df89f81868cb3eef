"""The places a camera is in."""

from datetime import date

import pytest

from mapper.pages.camera.within import places_holding
from mapper.vocabulary import Level
from tests.factories.cameras import HERE, make_camera
from tests.factories.places import around, make_ground, make_place

pytestmark = pytest.mark.django_db

LON, LAT = HERE


def names(camera):
    return [place.name for place in places_holding(camera)]


def test_they_are_told_from_the_smallest_to_the_largest():
    city = make_place("City", level=Level.CITY, corners=around(degrees=0.1))
    district = make_place("District", level=Level.DISTRICT, corners=around(), parent=city)
    make_place("Ward", corners=around(degrees=0.0005), parent=district)
    assert names(make_camera()) == ["Ward", "District", "City"]


def test_a_camera_on_a_border_is_in_a_place_as_the_figures_count_it():
    make_place("Ward", corners=(LON, LAT, LON + 0.001, LAT + 0.001))
    assert names(make_camera()) == ["Ward"]


def test_all_levels_take_one_query_and_no_boundary(django_assert_num_queries):
    parent = None
    for level in Level:
        parent = make_place(level.label, level=level, parent=parent)
    camera = make_camera()
    names(camera)  # SpatiaLite tells what it can do when it is asked first
    with django_assert_num_queries(1):
        found = places_holding(camera)
        assert [place.name for place in found] == [level.label for level in reversed(Level)]
    assert all("boundary" in place.get_deferred_fields() for place in found)


def test_a_place_of_a_lower_level_comes_before_one_stored_earlier():
    make_place("City", level=Level.CITY)
    make_place("Ward", level=Level.WARD)
    assert names(make_camera()) == ["Ward"]


def test_a_place_next_door_and_one_whose_boundary_was_replaced_hold_nothing():
    make_place("Next door", corners=around(LON + 0.01, LAT, 0.001))
    make_place("Old", ground=make_ground("old", retired_on=date(2026, 1, 1)))
    assert names(make_camera()) == []


def test_where_no_boundary_was_imported_there_is_none():
    assert names(make_camera()) == []


def test_places_that_hold_each_other_come_to_an_end():
    first = make_place("First")
    second = make_place("Second", level=Level.CITY, parent=first)
    first.parent = second
    first.save()
    assert len(places_holding(make_camera())) == len(Level)
