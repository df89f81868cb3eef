"""Tests of the cameras and their histories as rows."""

from datetime import date

import pytest
from django.db.models import Count

from mapper.cameras.models import Camera, Event, EventKind, Source, SourceRecord
from mapper.contributors.models import Contributor
from mapper.exchange.sources.demo_town.cameras import DemoCamera
from mapper.sightings.models import Claim, Sighting
from mapper.sightings.rules.aspects import beliefs_about
from mapper.sightings.services.decide_cameras import voices_about, weigh_cameras
from mapper.vocabulary import Age, Basis, State, Verdict, read_tags

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("loaded")]


def test_every_camera_is_stored_with_its_operator(cameras: list[DemoCamera]):
    assert Camera.objects.count() == len(cameras)
    named = sum(bool(camera.reading.operator) for camera in cameras)
    assert Camera.objects.filter(operator__name__endswith="(invented)").count() == named


@pytest.mark.parametrize("state", State)
def test_every_state_occurs(state: State, today: date):
    assert Camera.objects.in_states(frozenset({state}), today).count() >= 5


@pytest.mark.parametrize("age", sorted(set(Age) - {Age.UNKNOWN}))
def test_every_age_occurs(age: Age, today: date):
    assert Camera.objects.of_ages(frozenset({age}), today).exists()


def test_cameras_are_what_the_rules_say():
    cameras = list(Camera.objects.select_related("operator"))
    assert weigh_cameras(cameras) == []


def test_private_homes_are_counted_in_cells_only():
    homes = Camera.objects.at_private_homes()
    assert homes.count() == 12
    assert not homes.filter(operator__isnull=False).exists()


def test_everything_that_happened_is_marked_as_invented():
    source = Source.objects.get()
    assert source.kind == "demo"
    assert "invented" in source.title
    assert set(Event.objects.values_list("source", flat=True)) == {source.pk}


def test_every_camera_was_logged_first_and_once_or_is_listed():
    for camera in Camera.objects.prefetch_related("events", "records"):
        kinds = [event.what for event in camera.events.all()]
        listed = camera.records.count()
        assert kinds.count(EventKind.LOGGED) + listed == 1
        assert listed or kinds[0] == EventKind.LOGGED


def test_the_last_change_of_state_is_the_state_now():
    for camera in Camera.objects.prefetch_related("events"):
        changes = [one.details["state"] for one in camera.events.all() if "state" in one.details]
        assert (changes or [["", State.UNCONFIRMED]])[-1][1] == camera.state


def test_every_sighting_is_one_event():
    told = Event.objects.filter(details__has_key="sighting")
    assert {event.details["sighting"] for event in told} == set(
        Sighting.objects.values_list("pk", flat=True)
    )
    assert told.count() == Sighting.objects.count()


def test_nothing_happened_after_today(today: date):
    assert not Event.objects.filter(day__gt=today).exists()
    assert not Sighting.objects.filter(received_on__gt=today).exists()
    assert not SourceRecord.objects.filter(last_vintage_on__gt=today).exists()


def test_histories_are_long_and_short():
    counts = Sighting.objects.values("camera").annotate(n=Count("pk")).values_list("n", flat=True)
    assert {1, 2, 3, 4} <= set(counts)
    assert set(Sighting.objects.values_list("verdict", flat=True)) == set(Verdict)


def test_contributors_are_there_since_their_first_sighting():
    for contributor in Contributor.objects.prefetch_related("sightings"):
        first = min(sighting.observed_on for sighting in contributor.sightings.all())
        assert contributor.first_seen_on == first
    assert 1 <= Contributor.objects.filter(has_standing=True).count() < Contributor.objects.count()


def test_a_first_sighting_claims_what_the_camera_is():
    told = Event.objects.filter(what=EventKind.LOGGED).values_list("details__sighting", flat=True)
    logged = Sighting.objects.filter(pk__in=[number for number in told if number])
    assert logged.count() > 80
    for sighting in logged.select_related("camera").prefetch_related("claims"):
        claims = {claim.aspect: claim.value for claim in sighting.claims.all()}
        reading = read_tags({"man_made": "surveillance", **claims})
        assert sighting.camera.operator_type == reading.operator_type
        assert sighting.camera.disputed or sighting.camera.mount == reading.mount
    assert set(Claim.objects.values_list("basis", flat=True)) == set(Basis)


def test_some_aspects_are_disputed_and_some_confirmed():
    voices = voices_about(Camera.objects.values_list("pk", flat=True))
    states = {belief.state for each in voices.values() for belief in beliefs_about(each).values()}
    assert states == {State.UNCONFIRMED, State.CONFIRMED, State.DISPUTED}
    assert Camera.objects.filter(disputed__isnull=False).exists()


def test_the_list_dropped_some_and_kept_others():
    dropped = SourceRecord.objects.filter(missing_since__isnull=False)
    assert 0 < dropped.count() < SourceRecord.objects.count()
    for record in dropped:
        assert record.missing_since
        assert record.last_vintage_on < record.missing_since
        assert record.camera.events.filter(what=EventKind.MISSING).count() == 1
    for record in SourceRecord.objects.select_related("camera"):
        assert read_tags(record.tags).mount == record.camera.mount
