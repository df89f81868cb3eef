"""What each camera alone sees."""

import pytest

from mapper.coverage import unique
from mapper.coverage.models import CoverageCell
from mapper.coverage.unique import CameraMetres, cameras_by_unique_metres, metres_of
from tests.factories.cameras import HERE, make_camera, make_home_camera
from tests.factories.coverage import make_whole_cell
from tests.factories.places import around, make_place

pytestmark = pytest.mark.django_db

LON, LAT = HERE


def test_a_camera_is_told_its_metres(django_assert_num_queries):
    camera, other = make_camera(), make_camera()
    make_whole_cell(LON, LAT, cameras={camera: (80.0, 20.0), other: (10.0, 0.0)})
    with django_assert_num_queries(1):
        assert metres_of(camera) == CameraMetres(camera.pk, 80.0, 20.0)


def test_where_nothing_was_computed_there_are_none():
    assert metres_of(make_camera()) is None
    make_whole_cell(LON, LAT, cameras={make_camera(): (80.0, 20.0)})
    assert metres_of(make_camera()) is None


def test_a_place_lists_its_cameras_the_most_needed_first(django_assert_num_queries):
    place = make_place(corners=around(degrees=0.0005))
    needed, idle, first = make_camera(), make_camera(), make_camera()
    outside = make_camera(LON + 0.0006, LAT)
    metres = {idle: (50.0, 0.0), needed: (40.0, 40.0), first: (60.0, 40.0), outside: (90.0, 90.0)}
    make_whole_cell(LON, LAT, cameras=metres)
    cameras_by_unique_metres(place, 10)  # SpatiaLite tells what it can do when it is asked first
    with django_assert_num_queries(2):
        found = cameras_by_unique_metres(place, 10)
    assert [one.camera for one in found] == [needed.pk, first.pk, idle.pk]
    assert [one.camera for one in cameras_by_unique_metres(place, 1)] == [needed.pk]


def test_a_camera_on_the_border_is_listed():
    place, camera = make_place(corners=(LON, LAT - 0.001, LON + 0.001, LAT + 0.001)), make_camera()
    make_whole_cell(LON, LAT, cameras={camera: (40.0, 40.0)})
    assert [one.camera for one in cameras_by_unique_metres(place, 10)] == [camera.pk]


def test_those_beside_a_place_are_passed_over(monkeypatch, django_assert_num_queries):
    monkeypatch.setattr(unique, "_LOOKED_UP", 1)
    place = make_place(corners=around(degrees=0.0005))
    beside, inside, last = make_camera(LON + 0.0006, LAT), make_camera(), make_camera()
    metres = {beside: (90.0, 90.0), inside: (40.0, 40.0), last: (30.0, 30.0)}
    make_whole_cell(LON, LAT, cameras=metres)
    cameras_by_unique_metres(place, 1)
    with django_assert_num_queries(3):
        found = cameras_by_unique_metres(place, 1)
    assert [one.camera for one in found] == [inside.pk]
    assert len(cameras_by_unique_metres(place, 10)) == 2


def test_only_cameras_that_may_be_shown_are_listed():
    place, home = make_place(), make_home_camera()
    hidden = make_camera(hidden_on="2026-09-01")
    make_whole_cell(LON, LAT, cameras={home: (40.0, 40.0), hidden: (40.0, 40.0)})
    assert cameras_by_unique_metres(place, 10) == []


def test_a_place_without_cameras_or_cells_lists_none():
    place = make_place()
    assert cameras_by_unique_metres(place, 10) == []
    make_camera()
    assert not CoverageCell.objects.exists()
    assert cameras_by_unique_metres(place, 10) == []
