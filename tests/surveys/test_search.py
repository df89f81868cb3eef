"""What may be looked along from a position, and the cameras that stand there."""

from datetime import date

import pytest

from mapper.surveys.rules import circle_around
from mapper.surveys.search import (
    UnfitLookError,
    area_looked_at,
    cameras_within,
    look_at,
    stretches_near,
)
from mapper.vocabulary import StreetClass
from tests.factories.cameras import HERE, make_camera, make_home_camera
from tests.factories.places import make_street

pytestmark = pytest.mark.django_db

LON, LAT = HERE
DAY = date(2026, 10, 3)
NEAR = 0.0005
"""Degrees: some 28 m eastwards and 56 m northwards here."""


def test_streets_come_nearest_first_and_only_so_far(django_assert_num_queries):
    make_street("Second Street", line=[(LON - 0.002, LAT + 0.0003), (LON + 0.002, LAT + 0.0003)])
    make_street("First Street")
    make_street("Far Street", line=[(LON - 0.002, LAT + 0.002), (LON + 0.002, LAT + 0.002)])
    stretches_near(LON, LAT, 60)  # a new connection asks SpatiaLite for its versions once
    with django_assert_num_queries(1):
        found = stretches_near(LON, LAT, 60)
    assert [stretch.name for stretch in found] == ["First Street", "Second Street"]
    assert found[0].metres == pytest.approx(0, abs=0.5)
    assert found[1].metres == pytest.approx(33, abs=1)


def test_a_long_street_is_cut_where_nobody_looks_further():
    make_street(line=[(LON - 0.1, LAT), (LON + 0.1, LAT)])
    [stretch] = stretches_near(LON, LAT, 60)
    assert stretch.length_m == pytest.approx(600, abs=3)
    west, _, east, _ = stretch.area.extent
    assert west == pytest.approx(LON - 0.0054, abs=1e-4)
    assert east == pytest.approx(LON + 0.0054, abs=1e-4)


def test_ways_of_one_name_are_one_street():
    make_street(line=[(LON - 0.001, LAT), (LON, LAT)])
    make_street(line=[(LON, LAT), (LON + 0.001, LAT)])
    [stretch] = stretches_near(LON, LAT, 60)
    assert len(stretch.area) == 2


@pytest.mark.parametrize(
    "fields", [{"name": ""}, {"tunnel": True}, {"street_class": StreetClass.MOTORWAY}]
)
def test_where_nobody_walks_nobody_looks(fields):
    make_street(**fields)
    assert stretches_near(LON, LAT, 60) == []


def test_a_street_is_looked_along_by_its_name_and_a_circle_has_none():
    make_street("First Street")
    assert area_looked_at(LON, LAT, "First Street").geom_type == "MultiLineString"
    assert area_looked_at(LON, LAT, "").geom_type == "Polygon"
    assert area_looked_at(LON, LAT, "Third Street") is None


def test_the_public_cameras_within_are_found_in_one_query(django_assert_num_queries):
    inside = make_camera(LON + NEAR, LAT)
    make_camera(LON + 3 * NEAR, LAT)
    make_home_camera(LON, LAT)
    cameras_within(circle_around(LON, LAT))  # a new connection asks for its versions once
    with django_assert_num_queries(1):
        assert cameras_within(circle_around(LON, LAT)) == [inside]


def test_a_look_holds_the_cameras_seen_once_each_in_order():
    cameras = [make_camera(), make_camera()]
    look = look_at(LON, LAT, "", DAY, [cameras[1].pk, cameras[0].pk, cameras[1].pk])
    assert (look.seen, look.street_name, look.looked_on) == (cameras, "", DAY)


@pytest.mark.parametrize(
    ("answer", "lat", "street", "seen"),
    [
        ("street", LAT, "Nowhere Street", []),
        ("location", 89.95, "", []),
        ("seen", LAT, "", [7_654_321]),
    ],
)
def test_what_cannot_be_is_refused_by_the_answer_at_fault(answer, lat, street, seen):
    with pytest.raises(UnfitLookError) as refused:
        look_at(LON, lat, street, DAY, seen)
    assert refused.value.answer == answer
    assert refused.value.reason.endswith(".")
