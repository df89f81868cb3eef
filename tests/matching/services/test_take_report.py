"""Logging a report, or asking which camera it is of."""

from datetime import date

import pytest
from django.db import IntegrityError

from mapper.cameras.models import Camera
from mapper.cameras.services.hide_camera import hide_camera
from mapper.contributors.models import Contributor
from mapper.contributors.rules.senders import RefusedSenderError, Sender
from mapper.geometry.cells import cell_of
from mapper.matching.services import take_report as module
from mapper.matching.services.take_report import Report, take_report
from mapper.settings import limits
from mapper.sightings.models import LockedCell, Sighting
from mapper.sightings.services.log_sighting import Observation
from mapper.vocabulary import Role, Verdict
from tests.factories.cameras import HERE, make_camera

pytestmark = pytest.mark.django_db

TODAY = date(2026, 9, 20)
OBSERVATION = Observation(
    lon=HERE[0],
    lat=HERE[1],
    accuracy_m=None,
    verdict=Verdict.PRESENT,
    observed_on=TODAY,
    claims={},
)


def take(camera=None, *, another=False, key="key", contributor_key=None, address="192.0.2.1"):
    report = Report(
        observation=OBSERVATION,
        camera=camera,
        another=another,
        idempotency_key=key,
        sender=Sender(contributor_key, address),
    )
    return take_report(report, received_on=TODAY, by=Role.RESIDENT)


def test_where_nothing_stands_it_is_logged():
    sighting = take()
    assert sighting == Sighting.objects.get()
    assert sighting.contributor is None


def test_where_something_stands_it_is_asked_and_nothing_is_stored():
    camera = make_camera()
    [candidate] = take(contributor_key="a-key-made-on-a-device")
    assert candidate.camera == camera
    assert Sighting.objects.count() == Contributor.objects.count() == 0


def test_the_camera_named_is_confirmed():
    camera = make_camera()
    make_camera()
    assert take(camera).camera == camera
    assert Camera.objects.count() == 2


def test_another_one_is_logged_beside_it():
    make_camera()
    take(another=True)
    assert Camera.objects.count() == 2


def test_sent_again_it_is_not_asked_about_itself():
    first = take()
    assert take() == take(another=True) == first
    assert Camera.objects.count() == 1


def test_another_report_of_the_same_is_asked():
    logged = take()
    [candidate] = take(key="another key")
    assert candidate.camera == logged.camera


def test_what_cannot_be_logged_leaves_no_contributor_behind(monkeypatch):
    def fail(**_):
        raise RuntimeError

    monkeypatch.setattr(module, "log_sighting_within", fail)
    with pytest.raises(RuntimeError):
        take(contributor_key="a-key-made-on-a-device")
    assert Contributor.objects.count() == 0


def test_whose_key_it_is_is_known_again():
    first = take(contributor_key="a-key-made-on-a-device")
    second = take(first.camera, key="2", contributor_key="a-key-made-on-a-device")
    assert first.contributor == second.contributor == Contributor.objects.get()


def test_sent_again_by_its_contributor_it_is_taken_from_her_once():
    first = take(contributor_key="a-key-made-on-a-device")
    assert take(another=True, contributor_key="a-key-made-on-a-device") == first
    assert Contributor.objects.get().used == 1


def test_sent_again_without_a_key_it_is_taken_from_the_address_once():
    take()
    for _ in range(limits.ALLOWANCE_KEYLESS):
        take(another=True)
    for number in range(limits.ALLOWANCE_KEYLESS - 1):
        take(another=True, key=f"another {number}")
    with pytest.raises(RefusedSenderError):
        take(another=True, key="one more")


def test_a_race_lost_gives_back_what_the_winner_stored(monkeypatch):
    winner = take()
    answers = iter([None, winner])
    monkeypatch.setattr("mapper.sightings.services.log_sighting.sent_before", lambda _: None)
    monkeypatch.setattr(module, "sent_before", lambda _: next(answers))
    with pytest.raises(IntegrityError):
        take(another=True)
    assert take(another=True) == winner
    assert (Sighting.objects.count(), Camera.objects.count()) == (1, 1)


def test_what_was_stored_is_answered_also_when_nothing_more_may_be_sent():
    first = take(contributor_key="a-key-made-on-a-device")
    Contributor.objects.update(blocked_on=TODAY)
    assert take(another=True, contributor_key="a-key-made-on-a-device") == first
    with pytest.raises(RefusedSenderError):
        take(another=True, key="another", contributor_key="a-key-made-on-a-device")
    assert Camera.objects.count() == 1


def test_a_second_voice_through_one_address_adds_nothing_that_day():
    first = take(contributor_key="a-key-made-on-a-device")
    again = take(first.camera, key="2", contributor_key="b-key-made-on-a-device")
    elsewhere = take(
        first.camera, key="3", contributor_key="c-key-made-on-a-device", address="192.0.2.2"
    )
    own = take(first.camera, key="4", contributor_key="a-key-made-on-a-device")
    assert [one.weight for one in (first, again, elsewhere, own)] == [None, 0.0, None, None]


def test_in_a_locked_cell_nothing_is_taken_and_nothing_stays_stored():
    cell = cell_of(*HERE, limits.LOCKED_CELL_ZOOM)
    LockedCell.objects.create(cell=cell, since=TODAY, until=TODAY)
    with pytest.raises(RefusedSenderError, match="opens again on 21 September 2026"):
        take(contributor_key="a-key-made-on-a-device")
    assert Contributor.objects.count() == Camera.objects.count() == 0


def test_what_hangs_where_a_camera_was_hidden_is_taken_in_and_hidden():
    hide_camera(camera=make_camera(), why={}, day=TODAY, by=Role.RESIDENT)
    sighting = take()
    assert sighting.camera.pk
    assert not Camera.objects.public().exists()
