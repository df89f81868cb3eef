"""Which places took over from a retired one."""

import pytest

from mapper.geometry import Box
from mapper.pages.places.newer import newer_than
from mapper.settings import limits
from mapper.vocabulary import Level
from tests.factories.places import around, make_ground, make_place

pytestmark = pytest.mark.django_db
BOX = Box(*around(degrees=0.01))


@pytest.fixture
def old():
    ground = make_ground("old", retired_on="2026-01-01")
    return make_place("Harbour", external_id="E05", ground=ground)


def names(old):
    return [new.name for new in newer_than(old, BOX)]


def test_of_a_current_place_there_is_none(django_assert_num_queries):
    place = make_place("Harbour")
    with django_assert_num_queries(0):
        assert newer_than(place, BOX) == []


def test_the_same_code_comes_before_the_same_name(old):
    make_place("Harbour")
    make_place("Harbour and Quay", external_id="E05")
    assert names(old) == ["Harbour and Quay"]


def test_the_same_name_comes_before_what_merely_lies_there(old):
    make_place("Harbour")
    make_place("Quay")
    assert names(old) == ["Harbour"]


def test_without_either_it_is_what_lies_there_now(old, monkeypatch):
    make_place("Quay")
    make_place("Bridge")
    make_place("Town", level=Level.CITY)
    make_place("Far away", around(40, 10))
    assert names(old) == ["Bridge", "Quay"]
    monkeypatch.setattr(limits, "NEWER_PLACES", 1)
    assert names(old) == ["Bridge"]


def test_no_code_is_no_code_in_common(old):
    old.external_id = ""
    make_place("Quay")
    make_place("Harbour")
    assert names(old) == ["Harbour"]
