"""Finding names on the map, whatever their case and accents."""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mapper.places.search import find_places, folded
from mapper.settings import limits
from mapper.vocabulary import LabelRank, Level, StreetClass
from tests.factories.cameras import HERE
from tests.factories.places import around, make_ground, make_label, make_place, make_street

LON, LAT = HERE


def names(text: str, near: tuple[float, float] | None = None) -> list[str]:
    return [place.name for place in find_places(text, near)]


@pytest.mark.django_db
@pytest.mark.parametrize("text", ["Länsiväylä", "länsi", "LANSIVAYLA", "  lansi  ", "la\u0308nsi"])
def test_case_accents_and_space_do_not_matter(text: str) -> None:
    make_street("Länsiväylä")
    assert names(text) == ["Länsiväylä"]


@pytest.mark.django_db
def test_a_whole_name_comes_before_a_beginning_and_that_before_a_later_word() -> None:
    make_street("Old Mill Lane")
    make_street("Mill Lane")
    make_label("Mill")
    assert names("mill") == ["Mill", "Mill Lane", "Old Mill Lane"]


@pytest.mark.django_db
def test_the_middle_of_a_word_is_no_match() -> None:
    make_street("Windmill Lane")
    assert names("mill") == []


@pytest.mark.django_db
def test_the_pieces_of_a_street_are_one_with_one_box() -> None:
    make_street("Long Street", line=[(LON, LAT), (LON + 0.004, LAT)])
    make_street("Long Street", line=[(LON + 0.004, LAT), (LON + 0.009, LAT + 0.001)])
    [street] = find_places("long street")
    assert (street.box.west, street.box.east) == pytest.approx((LON, LON + 0.009))
    assert (street.lon, street.lat) == pytest.approx((LON + 0.0045, LAT + 0.0005))


@pytest.mark.django_db
def test_streets_of_one_name_in_two_towns_are_two_the_nearest_first() -> None:
    make_street("High Street", line=[(1.0, 1.0), (1.001, 1.0)])
    make_street("High Street", line=[(2.0, 1.0), (2.001, 1.0)])
    for near in ((1.0, 1.0), (2.0, 1.0)):
        found = find_places("high street", near)
        assert len(found) == 2
        assert found[0].box.contains(near[0] + 0.0005, near[1])


@pytest.mark.django_db
def test_each_kind_of_name_says_what_it_is() -> None:
    make_street("Same", street_class=StreetClass.SERVICE, line=[(LON, LAT), (LON, LAT + 0.001)])
    make_street("Same", street_class=StreetClass.PRIMARY, line=[(LON, LAT), (LON, LAT - 0.001)])
    make_place("Same", corners=around(degrees=0.01), level=Level.DISTRICT)
    make_label("Same", rank=LabelRank.SUBURB)
    found = {(place.what, place.kind) for place in find_places("same")}
    assert found == {("street", "Main road"), ("place", "District"), ("settlement", "Suburb")}


@pytest.mark.django_db
def test_only_a_place_has_a_slug() -> None:
    make_place("Same", slug="same")
    make_street("Same")
    make_label("Same")
    assert {place.what: place.slug for place in find_places("same")} == {
        "place": "same",
        "street": "",
        "settlement": "",
    }


@pytest.mark.django_db
def test_no_more_than_fit_a_phone() -> None:
    for number in range(limits.SEARCH_RESULTS + 2):
        make_street(f"Street {number}")
    assert len(find_places("street")) == limits.SEARCH_RESULTS


@pytest.mark.django_db
@pytest.mark.parametrize("text", ["", "   ", "\0", "%", "_", "' OR 1=1 --", "x" * 5000])
def test_odd_texts_find_nothing(text: str) -> None:
    make_street("Testing Street")
    assert names(text) == []


@pytest.mark.django_db
def test_new_ground_is_found_at_once() -> None:
    make_street("First Street")
    assert names("street f") == []
    assert names("first") == ["First Street"]
    make_street("First Avenue")
    assert set(names("first")) == {"First Street", "First Avenue"}


@settings(max_examples=500)
@given(st.text())
def test_folding_twice_changes_nothing_more(text: str) -> None:
    once = folded(text)
    assert folded(once) == once
    assert once == once.strip()


@pytest.mark.django_db
def test_a_place_whose_boundaries_were_replaced_is_not_found() -> None:
    make_place("Old Ward", ground=make_ground("old", retired_on=date(2026, 1, 1)))
    make_place("New Ward")
    assert names("ward") == ["New Ward"]
