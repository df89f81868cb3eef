"""A withdrawn sighting is heard again, and its camera comes back where nothing else hides it."""

import pytest

from mapper.cameras.models import Camera, Event
from mapper.cameras.services.hide_camera import hide_camera, show_camera
from mapper.sightings.models import Sighting
from mapper.sightings.services.restore_sighting import restore_sighting
from mapper.sightings.services.withdraw_sighting import withdraw_sighting
from mapper.vocabulary import Role
from tests.factories.cameras import SEEN_ON, make_camera
from tests.factories.sightings import make_sighting

pytestmark = pytest.mark.django_db

DONE = {"day": SEEN_ON, "by": Role.MODERATOR}


@pytest.fixture
def sighting():
    return make_sighting(make_camera())


def test_it_is_heard_again_and_its_camera_is_back(sighting):
    withdraw_sighting(sighting=sighting, **DONE)
    assert not Camera.objects.public().exists()
    restore_sighting(sighting=sighting, **DONE)
    assert Sighting.objects.get().withdrawn_on is None
    assert sighting.withdrawn_on is None
    camera = Camera.objects.public().get()
    assert (camera.voices, camera.last_seen_on) == (1, SEEN_ON)
    event = Event.objects.order_by("pk").filter(what="sighted").last()
    told = {"sighting": sighting.pk, "verdict": "present", "restored": True}
    assert event.details.items() >= told.items()


def test_what_is_heard_stays_so_and_nothing_is_noted(sighting):
    restore_sighting(sighting=sighting, **DONE)
    assert not Event.objects.exists()


def test_a_camera_that_was_hidden_for_another_reason_stays_hidden(sighting):
    hide_camera(camera=sighting.camera, why={}, **DONE)
    withdraw_sighting(sighting=sighting, **DONE)
    restore_sighting(sighting=sighting, **DONE)
    assert not Camera.objects.public().exists()


def test_one_that_was_shown_again_comes_back(sighting):
    hide_camera(camera=sighting.camera, why={}, **DONE)
    show_camera(camera=sighting.camera, why={}, **DONE)
    withdraw_sighting(sighting=sighting, **DONE)
    restore_sighting(sighting=sighting, **DONE)
    assert Camera.objects.public().exists()
