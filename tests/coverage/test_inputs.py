"""Reading what bears on some cells."""

from datetime import timedelta

import numpy as np
import pytest
from django.contrib.gis.geos import Point, Polygon

from mapper.coverage.block import STATES
from mapper.coverage.inputs import (
    box_holding,
    counted_cameras,
    inputs_now,
    read_block,
    read_cameras,
    read_looked,
    read_places,
    read_streets,
)
from mapper.geometry import Box
from mapper.geometry.cells import cell_of
from mapper.places.models import Place, SensitivePlace
from mapper.settings import limits
from mapper.vocabulary import Answer, Kind, Lifecycle, OperatorType, State, Trait
from tests.factories.cameras import HERE, SEEN_ON, make_camera, make_home_camera
from tests.factories.places import around, make_building, make_ground, make_place, make_street
from tests.factories.surveys import make_survey

pytestmark = pytest.mark.django_db

CELL = cell_of(*HERE, 16)
WIDE = Box(HERE[0] - 0.1, HERE[1] - 0.1, HERE[0] + 0.1, HERE[1] + 0.1)


def test_only_cameras_that_are_shown_and_in_use_count() -> None:
    counted = make_camera()
    make_home_camera()
    make_camera(hidden_on=SEEN_ON)
    make_camera(state=State.GONE)
    make_camera(lifecycle=Lifecycle.DISUSED)
    assert [camera.pk for camera in counted_cameras()] == [counted.pk]


def test_what_is_known_of_a_camera_becomes_traits() -> None:
    make_camera(operator_type=OperatorType.POLICE, state=State.CONFIRMED, kind=Kind.DOME)
    make_camera(operator_type=OperatorType.OTHER, face_recognition=Answer.YES)
    make_camera(operator_type=OperatorType.UNKNOWN, state=State.DISPUTED)
    cameras = read_cameras([WIDE, WIDE], SEEN_ON)
    expected = (
        {Trait.PUBLIC, Trait.CONFIRMED, Trait.KNOWN},
        {Trait.PRIVATE, Trait.FACES},
        {Trait.UNKNOWN},
    )
    assert cameras.traits.tolist() == [sum(one.value for one in traits) for traits in expected]


def test_a_stale_camera_is_confirmed_no_more() -> None:
    make_camera(state=State.CONFIRMED)
    later = SEEN_ON + timedelta(days=limits.STALE_AFTER_DAYS + 1)
    cameras = read_cameras([WIDE], later)
    assert STATES[cameras.state[0]] is State.STALE
    assert not cameras.traits[0] & Trait.CONFIRMED.value


def test_the_number_of_queries_does_not_grow(django_assert_num_queries) -> None:
    for number in (1, 3):
        for _ in range(number):
            make_street()
            make_camera()
            make_building()
        with django_assert_num_queries(6):
            read_block([CELL, CELL + 1], SEEN_ON)


def test_a_street_that_leads_far_away_takes_its_cameras_along() -> None:
    lon, lat = HERE
    make_street(line=[HERE, (lon + 0.05, lat)])
    make_camera(lon + 0.05, lat)
    make_camera(lon + 0.05, lat + 0.02)
    make_building(around(lon + 0.05, lat, 0.0001))
    block = read_block([CELL], SEEN_ON)
    assert len(block.cameras) == 1
    assert len(block.walls.building) == 1


def test_a_place_is_cut_to_what_is_around_and_a_retired_one_is_not_read() -> None:
    make_place(corners=(20, 55, 30, 65))
    make_place(ground=make_ground("old", retired_on=SEEN_ON))
    places = read_places(Box(*HERE, *HERE))
    assert len(places.pk) == 1
    west, _, east, _ = places.shapes[0].bounds
    assert east - west < 0.02


def test_over_the_date_line_a_place_is_read_whole() -> None:
    make_place(corners=(170, -1, 180, 1))
    places = read_places(Box(179.9999, 0, 179.9999, 0))
    assert places.shapes[0].bounds == (170, -1, 180, 1)


def test_a_boundary_that_crosses_itself_is_mended() -> None:
    place = make_place()
    bow = "MULTIPOLYGON(((24.9 60.1, 25 60.2, 25 60.1, 24.9 60.2, 24.9 60.1)))"
    Place.objects.filter(pk=place.pk).update(boundary=f"SRID=4326;{bow}")
    assert read_places(WIDE).shapes[0].is_valid


def test_a_survey_of_a_street_looked_at_its_pavements() -> None:
    make_survey(area=make_street().line)
    make_survey(withdrawn_on=SEEN_ON)
    looked = read_looked(WIDE)
    assert looked.looked_on.tolist() == [SEEN_ON.toordinal()]
    assert np.ptp(looked.areas.lonlat[:, 1]) * 111_195 == pytest.approx(10, abs=0.1)


def test_a_sensitive_point_has_the_front_of_its_building_or_a_circle() -> None:
    lon, lat = HERE
    make_building(around(lon, lat, 0.0002))
    inside = Point(lon, lat, srid=4326)
    outside = Point(lon + 0.001, lat, srid=4326)
    outline = Polygon.from_bbox(around(lon - 0.001, lat, 0.0002))
    for shape in (inside, outside, outline):
        SensitivePlace.objects.create(kind="school", outline=shape, ground=make_ground())
    sensitive = read_block([CELL], SEEN_ON).sensitive
    widths = [
        np.ptp(sensitive.fronts.lonlat[first:last, 1]) * 111_195
        for first, last in zip(
            sensitive.fronts.starts[:-1], sensitive.fronts.starts[1:], strict=True
        )
    ]
    house = 0.0004 * 111_195 + 4
    assert widths == [
        pytest.approx(house, abs=0.1),
        pytest.approx(20, abs=0.1),
        pytest.approx(house, abs=0.1),
    ]


def test_the_last_cells_of_the_map_reach_to_the_poles() -> None:
    assert box_holding([cell_of(0, -89, 16)]).south == -90
    assert box_holding([cell_of(0, 89, 16)]).north == 90


def test_inputs_have_another_name_after_an_import() -> None:
    before = inputs_now()
    make_street()
    assert inputs_now() != before
    assert len(inputs_now()) == 32


def test_nothing_there_is_read_as_nothing() -> None:
    assert len(read_streets(WIDE)) == 0
    assert len(read_block([CELL], SEEN_ON).cameras) == 0
