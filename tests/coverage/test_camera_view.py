"""What one camera sees."""

import pytest

from mapper.coverage.camera_view import view_of
from mapper.vocabulary import Detail, Kind, Scenario, Scope
from tests.factories.cameras import HERE, SEEN_ON, make_camera
from tests.factories.places import make_building

pytestmark = pytest.mark.django_db

LON, LAT = HERE
NORTH, SOUTH = ({"bearing": bearing, "opening": None} for bearing in (0.0, 180.0))
# The shares of a circle: 2,560 pixels across 60 degrees show 62 on a metre 35.8 m away.
SECTOR_M2 = 669.4


def observed(camera, scenario=Scenario.CENTRAL):
    return view_of(camera, SEEN_ON).ground[scenario, Detail.OBSERVE]


def test_a_facing_sees_a_sector():
    seen = observed(make_camera(facings=[NORTH]))
    assert len(seen.shapes) == 1
    assert seen.area_m2 == pytest.approx(SECTOR_M2, rel=0.005)
    assert seen.cut == pytest.approx(0)


def test_two_facings_see_two_and_where_they_overlap_the_ground_counts_once():
    apart = observed(make_camera(facings=[NORTH, SOUTH]))
    assert len(apart.shapes) == 2
    assert apart.area_m2 == pytest.approx(2 * SECTOR_M2, rel=0.005)
    assert observed(make_camera(facings=[NORTH, NORTH])).area_m2 == pytest.approx(
        SECTOR_M2, rel=0.005
    )


def test_the_scenarios_and_details_bound_each_other():
    ground = view_of(make_camera(kind=Kind.DOME), SEEN_ON).ground
    for detail in (Detail.OBSERVE, Detail.RECOGNISE):
        areas = [ground[scenario, detail].area_m2 for scenario in Scenario]
        assert areas == sorted(areas)
    for scenario in Scenario:
        observe, face = (
            ground[scenario, one].area_m2 for one in (Detail.OBSERVE, Detail.RECOGNISE)
        )
        assert face < observe


def test_an_unknown_facing_counts_with_its_share_and_at_the_least_not_at_all():
    camera = make_camera()
    assert observed(camera, Scenario.LOW).shapes == ()
    assert observed(camera).area_m2 == pytest.approx(SECTOR_M2, rel=0.005)


def test_a_wall_takes_its_share():
    make_building((LON - 0.001, LAT + 0.0001, LON + 0.001, LAT + 0.0002))
    camera = make_camera(facings=[NORTH, SOUTH])
    seen = observed(camera)
    assert 0.2 < seen.cut < 0.5
    assert seen.area_m2 == pytest.approx((1 - seen.cut) * 2 * SECTOR_M2, rel=0.01)
    assert view_of(camera, SEEN_ON).walls == 1


def test_indoors_the_building_bounds_the_view():
    make_building((LON - 0.0001, LAT - 0.0001, LON + 0.0001, LAT + 0.0001))
    inside = observed(make_camera(kind=Kind.DOME, scope=Scope.INDOOR))
    assert inside.area_m2 < 11.2 * 22.3


def test_it_takes_one_query(django_assert_num_queries):
    camera = make_camera()
    view_of(camera, SEEN_ON)  # SpatiaLite tells what it can do when it is asked first
    with django_assert_num_queries(1):
        assert view_of(camera, SEEN_ON).walls == 0
