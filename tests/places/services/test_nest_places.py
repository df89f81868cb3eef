"""Every current place knows the smallest that holds it."""

from datetime import date

import pytest

from mapper.places.models import Place
from mapper.places.services.nest_places import nest_places
from mapper.settings import limits
from mapper.vocabulary import Level
from tests.factories.places import make_ground, make_place

pytestmark = pytest.mark.django_db


def box(west, east):
    return (west, 0.0, east, 1.0)


def parents():
    return dict(Place.objects.values_list("name", "parent__name"))


def test_the_smallest_place_of_a_higher_level_that_holds_most_is_the_parent():
    make_place("Country", box(0, 100), level=Level.COUNTRY)
    make_place("City", box(0, 10), level=Level.CITY)
    make_place("District", box(0, 4), level=Level.DISTRICT)
    make_place("Inside", box(1, 2))
    make_place("Mostly", box(2, 5))
    make_place("Hardly", box(3, 6))
    make_place("Far", box(50, 51))
    make_place("Nowhere", box(-9, -8))
    assert nest_places() == 6
    assert parents() == {
        "Country": None,
        "City": "Country",
        "District": "City",
        "Inside": "District",
        "Mostly": "District",
        "Hardly": "City",
        "Far": "Country",
        "Nowhere": None,
    }
    assert nest_places() == 0


def test_of_two_places_of_one_size_the_lower_level_holds():
    make_place("City", box(0, 10), level=Level.CITY)
    make_place("District", box(0, 10), level=Level.DISTRICT)
    make_place("Region", box(0, 10), level=Level.REGION)
    make_place("Ward", box(1, 2))
    nest_places()
    assert parents()["Ward"] == "District"
    assert parents()["District"] == "City"
    assert parents()["City"] == "Region"


def test_retired_places_hold_nothing_and_keep_what_held_them(monkeypatch):
    monkeypatch.setattr(limits, "IMPORT_BATCH_ROWS", 1)
    old = make_ground("old", retired_on=date(2026, 1, 1))
    was = make_place("Old city", box(0, 10), level=Level.CITY, ground=old)
    make_place("Old ward", box(1, 2), ground=old, parent=was)
    make_place("Ward", box(1, 2), parent=was)
    make_place("Other", box(3, 4), parent=was)
    assert nest_places() == 2
    assert parents() == {"Old city": None, "Old ward": "Old city", "Ward": None, "Other": None}


def test_an_outline_that_crosses_itself_is_no_obstacle():
    make_place("City", box(0, 10), level=Level.CITY)
    ward = make_place("Ward", box(1, 2))
    twisted = "MULTIPOLYGON (((1 0, 2 1, 2 0, 1 1, 1 0)))"
    Place.objects.filter(pk=ward.pk).update(boundary=twisted)
    nest_places()
    assert parents()["Ward"] == "City"


def test_without_places_nothing_changes():
    assert nest_places() == 0


def test_queries_grow_with_parents_not_with_places(django_assert_num_queries):
    make_place("City", box(0, 10), level=Level.CITY)
    for number in range(5):
        make_place(f"Ward {number}", box(number, number + 1))
    with django_assert_num_queries(4):
        nest_places()
