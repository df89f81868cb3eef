"""A camera's state follows from sightings and sources, by rule, and every change is an event."""

from datetime import date, timedelta

import pytest
from django.contrib.gis.geos import Point

from mapper.cameras.models import Camera, Event, Source, SourceRecord
from mapper.contributors.models import Contributor
from mapper.settings import limits
from mapper.sightings.models import Claim, Sighting
from mapper.sightings.services.believe_cameras import believe_cameras
from mapper.vocabulary import Role, State, Verdict

pytestmark = pytest.mark.django_db

DAY = date(2026, 10, 1)
HERE = Point(-28.0, 47.0, srid=4326)


@pytest.fixture
def camera():
    return Camera.objects.create(location=HERE)


def sight(camera, name, days_ago, verdict=Verdict.PRESENT, *, standing=False, **fields):
    contributor, _ = Contributor.objects.get_or_create(
        key_hash=name, defaults={"has_standing": standing, "first_seen_on": DAY}
    )
    day = DAY - timedelta(days=days_ago)
    return Sighting.objects.create(
        camera=camera,
        contributor=contributor,
        verdict=verdict,
        observed_on=day,
        received_on=day,
        location=HERE,
        **fields,
    )


def list_in_source(camera, **fields):
    source, _ = Source.objects.get_or_create(slug="osm", kind="osm", title="OpenStreetMap")
    return SourceRecord.objects.create(
        source=source,
        external_id=f"node/{camera.pk}",
        camera=camera,
        location=HERE,
        first_vintage_on=date(2026, 1, 1),
        last_vintage_on=DAY,
        **fields,
    )


def believe(camera):
    believe_cameras(ids=[camera.pk], day=DAY, by=Role.RESIDENT)
    camera.refresh_from_db()
    return camera


def test_two_people_on_two_days_one_with_standing_confirm(camera):
    sight(camera, "regular", 9, standing=True)
    sight(camera, "newcomer", 2)
    assert believe(camera).state == State.CONFIRMED
    assert camera.voices == 2


def test_a_source_is_one_voice_without_standing(camera):
    list_in_source(camera, seen_on=date(2026, 5, 5))
    sight(camera, "newcomer", 2)
    assert believe(camera).state == State.UNCONFIRMED
    assert camera.first_seen_on == date(2026, 5, 5)


def test_a_source_without_a_survey_day_speaks_from_its_first_vintage(camera):
    list_in_source(camera)
    assert believe(camera).last_seen_on == date(2026, 1, 1)


def test_a_record_gone_from_its_source_is_a_voice_for_gone(camera):
    list_in_source(camera, missing_since=DAY)
    sight(camera, "regular", 2, Verdict.GONE, standing=True)
    assert believe(camera).state == State.GONE


def test_a_withdrawn_sighting_is_not_heard(camera):
    sight(camera, "regular", 9, standing=True)
    sight(camera, "newcomer", 2, withdrawn_on=DAY)
    assert believe(camera).state == State.UNCONFIRMED


def test_a_change_of_state_is_an_event_and_no_change_is_none(camera):
    sight(camera, "regular", 9, standing=True)
    sight(camera, "newcomer", 2)
    believe(camera)
    believe(camera)
    assert [event.details for event in Event.objects.filter(what="state")] == [
        {"state": ["unconfirmed", "confirmed"]}
    ]


def test_what_a_source_changed_is_told_by_its_own_event(camera):
    list_in_source(camera, tags={"camera:type": "dome"})
    believe_cameras(ids=[camera.pk], day=DAY, by=Role.IMPORTER, aspects_told=True)
    camera.refresh_from_db()
    assert camera.kind == "dome"
    assert not Event.objects.exists()


def test_an_aspect_that_others_standing_changed_is_an_event(camera):
    list_in_source(camera, tags={"camera:type": "dome"})
    believe(camera)
    regular = sight(camera, "regular", 9, standing=True)
    Claim.objects.create(sighting=regular, aspect="camera:type", value="fixed", basis="saw")
    assert believe(camera).kind == "fixed"
    assert Event.objects.last().details == {
        "state": ["unconfirmed", "confirmed"],
        "aspects": ["kind"],
    }


def test_a_camera_nobody_speaks_of_is_left_as_it_is(camera):
    assert believe_cameras(ids=[camera.pk], day=DAY, by=Role.IMPORTER) == set()
    assert believe(camera).last_seen_on is None


def test_batches_and_queries_do_not_grow_with_single_cameras(
    monkeypatch, django_assert_num_queries, camera
):
    monkeypatch.setattr(limits, "IMPORT_BATCH_ROWS", 10)
    cameras = [camera, *(Camera.objects.create(location=HERE) for _ in range(9))]
    for each in cameras:
        list_in_source(each)
    with django_assert_num_queries(6):  # savepoint, cameras, voices twice, update, release
        changed = believe_cameras(ids=[each.pk for each in cameras], day=DAY, by=Role.IMPORTER)
    assert changed == set()
    assert Camera.objects.filter(voices=1).count() == 10
