"""The views that a map draws."""

from datetime import timedelta

import pytest
import shapely

from mapper.coverage.drawn_views import views_in
from mapper.geometry import Box, box_around
from mapper.geometry.planes import Plane
from mapper.vocabulary import Answer, Detail, Kind, Lifecycle, OperatorType, State
from tests.factories.cameras import HERE, SEEN_ON, make_camera, make_home_camera
from tests.factories.places import make_building

pytestmark = pytest.mark.django_db

LON, LAT = HERE
BOX = Box(LON - 0.0001, LAT - 0.0001, LON + 0.0001, LAT + 0.0001)
NORTH = [{"bearing": 0.0, "opening": None}]
# 2,560 pixels across 60 degrees show 62 of them on a metre 35.8 m away.
REACH_M = 35.76


def drawn(**fields):
    return views_in(BOX, SEEN_ON, **fields)


def area_m2(shape) -> float:
    return float(Plane(LON, LAT).flat(shape).area)


def test_a_facing_is_a_sector_for_observing_and_one_for_faces():
    camera = make_camera(facings=NORTH)
    observe, recognise = drawn()
    assert (observe.camera, observe.detail, observe.share) == (camera.pk, Detail.OBSERVE, 1)
    assert recognise.detail is Detail.RECOGNISE
    assert area_m2(observe.shape) == pytest.approx(3.14159 * REACH_M**2 / 6, rel=0.01)
    assert recognise.shape.within(observe.shape.buffer(1e-7))
    assert observe.shape.covers(shapely.Point(LON, LAT + 0.0002))
    assert not observe.assumed


def test_an_unknown_facing_is_a_paler_circle():
    make_camera()
    observe = drawn()[0]
    assert observe.assumed
    assert observe.share == pytest.approx(1 / 6)
    assert area_m2(observe.shape) == pytest.approx(3.14159 * REACH_M**2, rel=0.01)


@pytest.mark.parametrize(
    ("fields", "assumed"),
    [
        ({"kind": Kind.DOME}, False),
        ({"kind": Kind.UNKNOWN, "facings": NORTH}, True),
        ({"kind": Kind.FIXED}, True),
    ],
)
def test_what_is_not_known_of_a_camera_is_told(fields, assumed):
    make_camera(**fields)
    assert {view.assumed for view in drawn()} == {assumed}


@pytest.mark.parametrize(
    ("operator_type", "by"),
    [
        (OperatorType.POLICE, "public"),
        (OperatorType.PUBLIC, "public"),
        (OperatorType.BUSINESS, "private"),
        (OperatorType.OTHER, "private"),
        (OperatorType.UNKNOWN, "unknown"),
    ],
)
def test_it_is_told_who_watches(operator_type, by):
    make_camera(operator_type=operator_type, face_recognition=Answer.YES, state=State.CONFIRMED)
    assert {view.by for view in drawn()} == {by}


def test_only_cameras_that_count_are_drawn():
    make_home_camera()
    make_camera(hidden_on=SEEN_ON)
    make_camera(state=State.GONE)
    make_camera(lifecycle=Lifecycle.DISUSED)
    assert drawn() == []
    stale = make_camera(last_seen_on=SEEN_ON - timedelta(days=2000))
    assert {view.camera for view in drawn()} == {stale.pk}


def test_walls_cut_a_view():
    make_camera(facings=NORTH)
    before = area_m2(drawn()[0].shape)
    make_building((LON - 0.001, LAT + 0.0001, LON + 0.001, LAT + 0.0002))
    assert area_m2(drawn()[0].shape) < before / 2


def test_several_facings_are_a_view_each_and_details_come_one_after_the_other():
    make_camera(facings=[*NORTH, {"bearing": 180.0, "opening": 20.0}])
    details = [view.detail for view in drawn()]
    assert details == [Detail.OBSERVE] * 2 + [Detail.RECOGNISE] * 2
    assert {view.detail for view in drawn(details=[Detail.RECOGNISE])} == {Detail.RECOGNISE}


def test_a_camera_outside_the_box_may_see_into_it():
    make_camera(LON, LAT - 0.0003, facings=NORTH)
    assert drawn()
    assert views_in(box_around(LON, LAT + 1, 10), SEEN_ON) == []


@pytest.mark.parametrize("cameras", [1, 3])
def test_it_takes_two_queries(django_assert_num_queries, cameras):
    for _ in range(cameras):
        make_camera()
        make_building()
    drawn()  # SpatiaLite tells what it can do when it is asked first
    with django_assert_num_queries(2):
        assert len(drawn()) == 2 * cameras


def test_a_camera_that_sees_no_ground_is_not_drawn():
    make_camera(facings=NORTH, height_m=100.0)
    assert drawn() == []


def test_at_the_date_line_and_at_a_pole_nothing_breaks():
    make_camera(179.9999, 0.0, kind=Kind.DOME)
    [observe, _] = views_in(Box(179.999, -0.001, -179.999, 0.001), SEEN_ON)
    assert observe.shape.bounds[2] - observe.shape.bounds[0] < 0.001
    make_camera(0.0, 90.0, kind=Kind.DOME)
    views_in(Box(-1.0, 89.9, 1.0, 90.0), SEEN_ON)
