"""Nothing tells afterwards that somebody was there."""

from datetime import timedelta

import pytest

from mapper.contributors.models import Contributor, ContributorEvent
from mapper.contributors.services.admit_sender import admit_sender
from mapper.sightings.models import HeldState, HeldText
from mapper.sightings.services.believe_cameras import believe_cameras
from mapper.sightings.services.forget_contributor import forget_contributor
from mapper.vocabulary import Role, State
from tests.factories.cameras import SEEN_ON, make_camera
from tests.factories.sightings import make_contributor, make_sighting

pytestmark = pytest.mark.django_db

TODAY = SEEN_ON + timedelta(days=3)


def forget(contributor):
    forget_contributor(contributor=contributor, day=TODAY, by=Role.RESIDENT)


def test_what_rests_on_her_alone_leaves_the_map():
    sighting = make_sighting(make_camera())
    forget(sighting.contributor)
    sighting.refresh_from_db()
    sighting.camera.refresh_from_db()
    assert (sighting.withdrawn_on, sighting.contributor) == (TODAY, None)
    assert sighting.camera.hidden_on == TODAY


def test_what_others_saw_too_stays_as_nobodys():
    contributor = make_contributor(has_standing=True)
    camera = make_camera()
    own = make_sighting(camera, contributor=contributor)
    make_sighting(camera, observed_on=TODAY, received_on=TODAY)
    believe_cameras(ids=[camera.pk], day=TODAY, by=Role.RESIDENT)
    camera.refresh_from_db()
    assert camera.state == State.CONFIRMED
    forget(contributor)
    own.refresh_from_db()
    camera.refresh_from_db()
    assert (own.withdrawn_on, own.contributor) == (None, None)
    assert (camera.hidden_on, camera.state) == (None, State.UNCONFIRMED)


def test_texts_that_nobody_released_are_deleted():
    sighting = make_sighting(make_camera())
    for aspect, state, judged in (
        ("operator", HeldState.RELEASED, TODAY),
        ("note", HeldState.HELD, None),
    ):
        HeldText.objects.create(
            sighting=sighting,
            aspect=aspect,
            text="Quay Shipping",
            state=state,
            judged_on=judged,
            received_on=SEEN_ON,
        )
    forget(sighting.contributor)
    assert [text.aspect for text in HeldText.objects.all()] == ["operator"]


def test_one_event_tells_that_somebody_was_forgotten_and_not_who(newcomer):
    contributor = admit_sender(sender=newcomer.sender, day=TODAY, by=Role.RESIDENT)
    contributor.events.create(day=SEEN_ON, what="standing_given", by=Role.OPERATOR)
    forget(contributor)
    assert Contributor.objects.count() == 0
    told = [(event.what, event.contributor) for event in ContributorEvent.objects.all()]
    assert told == [("standing_given", None), ("forgotten", None)]


def test_a_key_that_was_forgotten_is_simply_new(newcomer):
    forget(admit_sender(sender=newcomer.sender, day=SEEN_ON, by=Role.RESIDENT))
    again = admit_sender(sender=newcomer.sender, day=TODAY, by=Role.RESIDENT)
    assert (again.first_seen_on, again.used, again.has_standing) == (TODAY, 1, False)
