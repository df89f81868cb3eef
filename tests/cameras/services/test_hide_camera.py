"""A camera is hidden at once and shown again, each with one event, and twice is once."""

import pytest

from mapper.cameras.models import Camera, Event
from mapper.cameras.services.hide_camera import hide_camera, show_camera, take_down_camera
from mapper.vocabulary import Role
from tests.factories.cameras import SEEN_ON, make_camera, make_home_camera

pytestmark = pytest.mark.django_db

WHY = {"takedown": 7}


def hide(camera):
    return hide_camera(camera=camera, why=WHY, day=SEEN_ON, by=Role.RESIDENT)


def show(camera):
    return show_camera(camera=camera, why={}, day=SEEN_ON, by=Role.MODERATOR)


def events():
    return list(Event.objects.values_list("what", "by", "details"))


def test_a_hidden_camera_is_public_no_more_and_says_why_in_its_event():
    camera, other = make_camera(), make_camera()
    assert hide(camera) is True
    assert list(Camera.objects.public()) == [other]
    assert Camera.objects.get(pk=camera.pk).hidden_on == SEEN_ON
    assert events() == [("hidden", "resident", WHY)]


def test_a_hidden_camera_at_a_private_home_is_not_even_counted():
    hide(make_home_camera())
    assert not Camera.objects.at_private_homes().exists()


def test_hidden_twice_is_hidden_once():
    camera = make_camera()
    assert [hide(camera), hide(camera)] == [True, False]
    assert len(events()) == 1


def test_shown_again_it_is_public_as_before():
    camera = make_camera()
    hide(camera)
    assert [show(camera), show(camera)] == [True, False]
    assert list(Camera.objects.public()) == [camera]
    assert events()[1:] == [("released", "moderator", {})]


def test_hiding_costs_one_write_and_one_event(django_assert_num_queries):
    camera = make_camera()
    with django_assert_num_queries(4):  # the transaction around them costs two
        hide(camera)


def test_taken_down_it_is_hidden_for_ever_which_is_noted_also_where_it_was_hidden():
    camera = make_camera()
    for _ in range(2):
        take_down_camera(camera=camera, why={"invented": True}, day=SEEN_ON, by=Role.MODERATOR)
    assert not Camera.objects.public().exists()
    assert events() == [("hidden", "moderator", {"invented": True, "for_ever": True})] * 2
