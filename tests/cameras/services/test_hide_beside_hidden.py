"""What is logged or listed where a camera was hidden is hidden too, and waits for a moderator."""

import pytest

from mapper.cameras.models import Camera, Event
from mapper.cameras.services.hide_beside_hidden import (
    hide_beside_hidden,
    hide_listed_beside_hidden,
)
from mapper.cameras.services.hide_camera import hide_camera, show_camera
from mapper.vocabulary import Role
from tests.factories.cameras import HERE, SEEN_ON, make_camera, make_record, make_source
from tests.factories.osm import make_vintage

pytestmark = pytest.mark.django_db

DONE = {"day": SEEN_ON, "by": Role.RESIDENT}
TEN_METRES = 0.00009
"""In degrees of latitude."""


def hidden_camera(lat=HERE[1]):
    camera = make_camera(lat=lat)
    hide_camera(camera=camera, why={}, **DONE)
    return camera


def listed_camera(lat, first=SEEN_ON):
    camera = make_camera(lat=lat)
    make_record(camera, f"node/{camera.pk}", first_vintage_on=first)
    return camera


def is_shown(camera):
    return Camera.objects.public().filter(pk=camera.pk).exists()


def test_beside_a_hidden_camera_a_new_one_is_hidden_and_names_it():
    other, camera = hidden_camera(), make_camera(lat=HERE[1] + TEN_METRES)
    assert hide_beside_hidden(camera=camera, **DONE)
    assert not is_shown(camera)
    event = Event.objects.get(camera=camera)
    assert (event.what, event.details) == ("hidden", {"near": other.pk})


def test_farther_off_it_is_shown(django_assert_num_queries):
    hidden_camera()
    camera = make_camera(lat=HERE[1] + 2 * TEN_METRES)
    with django_assert_num_queries(1):
        assert not hide_beside_hidden(camera=camera, **DONE)
    assert is_shown(camera)


def test_beside_one_that_nobody_speaks_of_any_more_it_is_shown():
    make_camera(hidden_on=SEEN_ON)
    camera = make_camera()
    assert not hide_beside_hidden(camera=camera, **DONE)


def test_beside_one_that_was_shown_again_it_is_shown():
    show_camera(camera=hidden_camera(), why={}, **DONE)
    assert not hide_beside_hidden(camera=make_camera(), **DONE)


def hide_listed(source=None):
    vintage, source = make_vintage([], SEEN_ON), source or make_source()
    return hide_listed_beside_hidden(source=source, vintage=vintage, by=Role.IMPORTER)


def test_what_is_listed_anew_beside_a_hidden_camera_is_hidden():
    hidden_camera()
    near, far = listed_camera(HERE[1] + TEN_METRES), listed_camera(HERE[1] + 0.01)
    older = listed_camera(HERE[1], first=SEEN_ON.replace(day=2, month=8))
    assert hide_listed() == {near.pk}
    assert [is_shown(camera) for camera in (near, far, older)] == [False, True, True]


def test_what_a_moderator_showed_again_stays_shown_when_the_list_comes_again():
    hidden_camera()
    near = listed_camera(HERE[1] + TEN_METRES)
    hide_listed()
    show_camera(camera=near, why={}, **DONE)
    assert hide_listed() == set()
    assert is_shown(near)


def test_where_nothing_is_hidden_a_list_costs_one_query_more(django_assert_num_queries):
    listed_camera(HERE[1])
    source = make_source()
    with django_assert_num_queries(3):  # two of them begin and end a transaction
        hide_listed(source)
