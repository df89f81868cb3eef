"""A withdrawn sighting is kept but not heard, and a camera nobody speaks of leaves the map."""

from datetime import date

import pytest

from mapper.cameras.models import Camera, Event, EventKind
from mapper.sightings.services.believe_cameras import believe_cameras
from mapper.sightings.services.withdraw_sighting import withdraw_sighting
from mapper.vocabulary import Role, State, Verdict
from tests.factories.cameras import make_camera, make_record
from tests.factories.sightings import make_contributor, make_sighting
from tests.factories.standing import almost_standing, see

pytestmark = pytest.mark.django_db

DAY = date(2026, 10, 1)


def withdraw(sighting, day=DAY):
    withdraw_sighting(sighting=sighting, day=day, by=Role.RESIDENT)
    return Camera.objects.get(pk=sighting.camera_id)


def test_a_camera_only_she_spoke_of_leaves_the_map():
    sighting = make_sighting(make_camera())
    camera = withdraw(sighting)
    sighting.refresh_from_db()
    assert (sighting.withdrawn_on, camera.hidden_on) == (DAY, DAY)
    assert not Camera.objects.public().exists()
    event = Event.objects.get(what=EventKind.WITHDRAWN)
    assert (event.day, event.by) == (DAY, Role.RESIDENT)
    assert event.details["sighting"] == sighting.pk
    assert event.details["withdrawn"] is True


def test_a_camera_others_speak_of_stays_and_is_decided_anew():
    camera = make_camera()
    regular = make_contributor(has_standing=True)
    make_sighting(camera, contributor=regular, observed_on=date(2026, 8, 1))
    second = make_sighting(camera)
    believe_cameras(ids=[camera.pk], day=DAY, by=Role.RESIDENT)
    camera.refresh_from_db()
    assert camera.state == State.CONFIRMED
    camera = withdraw(second)
    assert (camera.state, camera.hidden_on) == (State.UNCONFIRMED, None)
    assert "withdrawn" not in Event.objects.get(what=EventKind.WITHDRAWN).details


def test_a_camera_a_source_lists_stays():
    camera = make_camera()
    make_record(camera)
    assert withdraw(make_sighting(camera)).hidden_on is None


def test_one_that_was_hidden_before_stays_hidden_since_that_day():
    camera = make_camera(hidden_on=date(2026, 9, 9))
    assert withdraw(make_sighting(camera)).hidden_on == date(2026, 9, 9)


def test_withdrawn_twice_is_withdrawn_once():
    sighting = make_sighting(make_camera())
    withdraw(sighting)
    camera = withdraw(sighting, date(2026, 11, 1))
    sighting.refresh_from_db()
    assert (sighting.withdrawn_on, camera.hidden_on) == (DAY, DAY)
    assert Event.objects.filter(what=EventKind.WITHDRAWN).count() == 1


def test_what_is_confirmed_by_it_may_earn_who_was_first_her_standing():
    contributor, last, others = almost_standing()
    see(last, others[0], 20)
    mistaken = make_sighting(last, verdict=Verdict.GONE)
    believe_cameras(ids=[last.pk], day=DAY, by=Role.RESIDENT)
    withdraw(mistaken)
    contributor.refresh_from_db()
    assert contributor.has_standing
