"""The street that each camera of a list is on."""

import pytest
from pytest_django import DjangoAssertNumQueries

from mapper.pages.camera_list.streets import street_names
from mapper.settings import limits
from tests.factories.places import make_street

pytestmark = pytest.mark.django_db

HARBOUR = [(24.94, 60.17), (24.95, 60.17)]
MILL = [(24.94, 60.171), (24.95, 60.171)]


def test_each_camera_is_on_the_street_nearest_to_it() -> None:
    make_street("Harbour Front", HARBOUR)
    make_street("Mill Street", MILL)
    points = [(24.945, 60.1701), (24.945, 60.1709), (24.941, 60.17)]
    assert street_names(points) == ["Harbour Front", "Mill Street", "Harbour Front"]


def test_a_metre_counts_the_same_in_every_direction() -> None:
    make_street("Eastwards", [(24.9404, 60.16), (24.9404, 60.18)])
    make_street("Northwards", [(24.93, 60.1703), (24.95, 60.1703)])
    # 22 m to the east (0.0004 degrees of longitude here) and 33 m to the north.
    assert street_names([(24.94, 60.17)]) == ["Eastwards"]


def test_far_from_every_street_there_is_no_name() -> None:
    make_street("Harbour Front", HARBOUR)
    make_street("", MILL)
    assert street_names([(24.945, 60.1706), (24.945, 60.171)]) == ["", ""]


def test_without_cameras_nothing_is_asked(
    django_assert_num_queries: DjangoAssertNumQueries,
) -> None:
    with django_assert_num_queries(0):
        assert street_names([]) == []


def test_where_streets_are_too_many_none_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    make_street("Harbour Front", HARBOUR)
    assert street_names([HARBOUR[0]]) == ["Harbour Front"]
    monkeypatch.setattr(limits, "LIST_STREETS", 0)
    assert street_names([HARBOUR[0]]) == [""]


def test_the_edges_of_the_world_are_asked_too() -> None:
    assert street_names([(180.0, 90.0), (-180.0, -90.0)]) == ["", ""]
