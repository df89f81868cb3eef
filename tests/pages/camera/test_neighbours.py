"""The other cameras that a person standing under one can see with it."""

from datetime import timedelta

import pytest

from mapper.pages.camera.neighbours import neighbours_of
from mapper.settings import limits
from mapper.vocabulary import Kind, State
from tests.factories.cameras import HERE, SEEN_ON, make_camera, make_home_camera

pytestmark = pytest.mark.django_db

LON, LAT = HERE


def test_the_nearest_come_first_and_those_at_homes_or_far_away_not_at_all():
    camera = make_camera()
    near = make_camera(LON, LAT + 0.0002, kind=Kind.PANNING)
    nearer = make_camera(LON, LAT + 0.0001)
    make_camera(LON + 0.0005, LAT + 0.00025)
    make_home_camera(LON, LAT + 0.0001)
    found = neighbours_of(camera, SEEN_ON)
    assert [other.camera for other in found] == [nearer, near]
    assert (round(found[1].metres), found[1].title) == (22, "Panning camera")


def test_their_state_is_as_of_today():
    camera = make_camera()
    make_camera(LON, LAT + 0.0001, state=State.CONFIRMED, last_seen_on=SEEN_ON)
    later = SEEN_ON + timedelta(days=limits.STALE_AFTER_DAYS + 1)
    assert [other.state for other in neighbours_of(camera, later)] == [State.STALE]


def test_there_are_never_too_many_for_a_page(django_assert_num_queries):
    camera = make_camera()
    for step in range(limits.NEIGHBOURS_MAX + 1):
        make_camera(LON, LAT + 0.000001 * step)
    with django_assert_num_queries(1):
        assert len(neighbours_of(camera, SEEN_ON)) == limits.NEIGHBOURS_MAX
