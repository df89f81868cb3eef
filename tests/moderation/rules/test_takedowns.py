"""What asking alone hides, and what waits for a moderator."""

from datetime import timedelta

import pytest

from mapper.cameras.models import EventKind
from mapper.moderation.models import ActKind
from mapper.moderation.rules.takedowns import cameras_waiting, hides_at_once
from mapper.settings import limits
from tests.factories.cameras import SEEN_ON, make_camera, make_event
from tests.factories.moderation import make_act, make_takedown

pytestmark = pytest.mark.django_db


def hidden_camera():
    camera = make_camera(hidden_on=SEEN_ON)
    make_event(camera, what=EventKind.HIDDEN)
    return camera


def test_asking_hides_what_nobody_has_judged():
    assert hides_at_once(make_camera(), SEEN_ON)


def test_asking_does_not_hide_what_was_kept_within_a_year():
    camera = make_camera()
    make_act(ActKind.SHOWN, camera=camera)
    last = SEEN_ON + timedelta(days=limits.KEPT_FOR_DAYS)
    assert not hides_at_once(camera, last)
    assert hides_at_once(camera, last + timedelta(days=1))


def test_a_camera_nobody_asks_about_does_not_wait():
    make_camera()
    make_camera(hidden_on=SEEN_ON)  # nobody speaks of it any more
    assert not cameras_waiting().exists()


def test_a_camera_waits_while_a_takedown_does_also_when_it_is_shown():
    camera = make_camera()
    make_takedown(camera)
    make_takedown(camera)
    assert list(cameras_waiting()) == [camera]


def test_a_hidden_camera_somebody_asks_about_waits_once():
    camera = hidden_camera()
    make_takedown(camera)
    assert list(cameras_waiting()) == [camera]
    assert cameras_waiting().count() == 1


def test_the_longest_hidden_waits_first():
    later = make_camera(hidden_on=SEEN_ON + timedelta(days=1))
    make_event(later, what=EventKind.HIDDEN)
    earlier = hidden_camera()
    assert list(cameras_waiting()[:1]) == [earlier]
    assert list(cameras_waiting()) == [earlier, later]


def test_a_hidden_camera_waits_until_it_is_taken_down():
    camera = hidden_camera()
    assert list(cameras_waiting()) == [camera]
    make_act(ActKind.HIDDEN, camera=camera)
    assert list(cameras_waiting()) == [camera]
    make_act(ActKind.TAKEN_DOWN, camera=camera)
    assert not cameras_waiting().exists()


def test_what_was_taken_down_once_and_is_hidden_anew_waits_again():
    camera = hidden_camera()
    for what in (ActKind.TAKEN_DOWN, ActKind.SHOWN, ActKind.ASKED):
        make_act(what, camera=camera)
    assert list(cameras_waiting()) == [camera]


def test_a_release_of_one_of_its_texts_judges_no_camera():
    camera = hidden_camera()
    make_act(ActKind.TAKEN_DOWN, camera=camera)
    make_act(ActKind.TEXT_RELEASED, camera=camera)
    assert not cameras_waiting().exists()
