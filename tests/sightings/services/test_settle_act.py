"""One act is one event, which tells what followed; whoever reported the camera is then judged."""

from datetime import date, timedelta

import pytest
from django.db import transaction

from mapper.cameras.models import Event, EventKind
from mapper.contributors.models import ContributorEvent
from mapper.settings import limits
from mapper.sightings.services.decide_cameras import locked_camera
from mapper.sightings.services.settle_act import settle_act
from mapper.vocabulary import Role, State
from tests.factories.cameras import HERE, make_camera
from tests.factories.sightings import make_contributor, make_sighting

pytestmark = pytest.mark.django_db

DAY = date(2026, 10, 1)
EARLIER = DAY - timedelta(days=60)


def settle(camera):
    with transaction.atomic():
        event = Event(
            camera=locked_camera(camera.pk),
            day=DAY,
            what=EventKind.SIGHTED,
            by=Role.RESIDENT,
            details={"verdict": "present"},
        )
        settle_act(event)
    camera.refresh_from_db()


def test_what_followed_stands_in_the_event_of_the_act():
    camera = make_camera()
    make_sighting(camera, contributor=make_contributor(has_standing=True), observed_on=EARLIER)
    make_sighting(camera)
    settle(camera)
    event = Event.objects.get()
    assert camera.state == State.CONFIRMED
    assert event.details["verdict"] == "present"
    assert event.details["state"] == ["unconfirmed", "confirmed"]


def test_where_nothing_followed_only_the_act_is_told():
    camera = make_camera()
    make_sighting(camera)
    settle(camera)
    settle(camera)
    assert Event.objects.last().details == {"verdict": "present"}


def test_whoever_was_first_and_right_earns_standing_by_it():
    first = make_contributor(first_seen_on=EARLIER)
    regulars = [make_contributor(has_standing=True) for _ in range(limits.STANDING_VOUCHERS)]
    for number in range(limits.STANDING_REPORTS):
        camera = make_camera(HERE[0] + number * 0.1)
        on = {day: EARLIER + timedelta(days=number * 5) for day in ("observed_on", "received_on")}
        make_sighting(camera, contributor=first, **on)
        make_sighting(camera, contributor=regulars[number % len(regulars)])
        settle(camera)
    first.refresh_from_db()
    assert first.has_standing
    assert ContributorEvent.objects.get().contributor == first
