"""A vintage adds, changes, moves, misses and brings back, destroys nothing, and counts once."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from mapper.cameras.models import Camera, Event, SourceRecord
from mapper.cameras.services.store_vintage import store_vintage
from mapper.cameras.services.vintage import OlderVintageError
from mapper.settings import limits
from mapper.vocabulary import Kind, OperatorType, Role
from tests.factories.cameras import make_source
from tests.factories.osm import DAY, make_listing, make_vintage

pytestmark = pytest.mark.django_db

LATER = DAY + timedelta(days=100)


def store(*listings, day=DAY, stored=lambda more: None, **told):
    return store_vintage(
        source=make_source("osm"),
        vintage=make_vintage(listings, day=day, **told),
        stored=stored,
        by=Role.IMPORTER,
    )


def events():
    return list(Event.objects.order_by("pk").values_list("what", "day"))


def rows():
    return [list(model.objects.order_by("pk").values()) for model in (Camera, SourceRecord, Event)]


def test_a_new_camera_is_added_with_its_record_and_no_event_that_says_the_same():
    report = store(make_listing(7, tags={"camera:type": "dome", "operator": "Tram Works"}))
    camera = Camera.objects.get()
    record = camera.records.get()
    assert (report.added, report.touched) == (1, set())
    assert (camera.kind, camera.operator.name, camera.location.coords) == (
        Kind.DOME,
        "Tram Works",
        (24.95, 60.15),
    )
    assert (record.external_id, record.first_vintage_on, record.last_vintage_on) == (
        "node/7",
        DAY,
        DAY,
    )
    assert events() == []


def test_the_same_vintage_again_changes_not_one_row():
    store(make_listing(1), make_listing(2, tags={"operator": "Tram Works"}))
    before = rows()
    report = store(make_listing(1), make_listing(2, tags={"operator": "Tram Works"}))
    assert rows() == before
    assert (report.unchanged, report.added, report.touched) == (2, 0, set())


def test_a_later_vintage_that_differs_in_nothing_is_only_noted():
    store(make_listing())
    report = store(make_listing(), day=LATER)
    record = SourceRecord.objects.get()
    assert (record.first_vintage_on, record.last_vintage_on) == (DAY, LATER)
    assert report.unchanged == 1
    assert events() == []


def test_a_changed_record_follows_and_its_old_tags_are_kept():
    store(make_listing(tags={"camera:type": "dome", "ref": "A"}))
    report = store(make_listing(version=2, tags={"camera:type": "fixed"}), day=LATER)
    assert SourceRecord.objects.get().tags["camera:type"] == "fixed"
    assert (report.changed, report.touched) == (1, {Camera.objects.get().pk})
    event = Event.objects.last()
    assert event.what == "changed"
    assert event.details == {"before": {"camera:type": "dome", "ref": "A"}}


def test_a_moved_record_follows_and_its_old_position_is_kept():
    store(make_listing())
    report = store(make_listing(version=2, lon=24.951), day=LATER)
    assert SourceRecord.objects.get().location.coords == (24.951, 60.15)
    assert (report.moved, report.touched) == (1, {Camera.objects.get().pk})
    assert Event.objects.last().details == {"from": [24.95, 60.15], "metres": 55.3}


def test_a_camera_no_longer_listed_is_marked_and_comes_back():
    store(make_listing(1), make_listing(2))
    assert store(make_listing(2), day=LATER).missing == 1
    record = SourceRecord.objects.get(external_id="node/1")
    assert record.missing_since == LATER
    report = store(make_listing(1), make_listing(2), day=LATER + timedelta(days=9))
    record.refresh_from_db()
    assert record.missing_since is None
    assert (report.returned, report.unchanged) == (1, 1)
    assert report.touched == {record.camera_id}
    assert [what for what, _ in events()] == ["missing", "returned"]


def test_an_older_version_never_overwrites_a_newer_one():
    store(make_listing(version=5, tags={"camera:type": "dome"}))
    report = store(make_listing(version=4, lon=24.96, tags={"camera:type": "fixed"}), day=LATER)
    record = SourceRecord.objects.get()
    assert (record.version, record.tags["camera:type"]) == (5, "dome")
    assert report.unchanged == 1


def test_a_new_day_seen_alone_is_no_event_but_is_weighed():
    store(make_listing())
    report = store(make_listing(version=2, seen_on=LATER), day=LATER)
    assert report.unchanged == 1
    assert report.touched == {Camera.objects.get().pk}
    assert SourceRecord.objects.get().seen_on == LATER


@pytest.mark.parametrize("gone_since", [None, LATER])
def test_a_vintage_older_than_what_is_known_is_refused(gone_since):
    store(make_listing(1), make_listing(2), day=DAY)
    store(*([] if gone_since else [make_listing(1)]), make_listing(2), day=LATER)
    before = rows()
    with pytest.raises(OlderVintageError, match="node/1 is already known from 2026-08-09"):
        store(make_listing(1), make_listing(3), day=LATER - timedelta(days=1))
    assert rows() == before


def test_an_older_vintage_of_cameras_never_seen_is_welcome():
    store(make_listing(1), day=LATER)
    report = store(make_listing(2), day=DAY)
    assert (report.added, report.missing) == (1, 0)


def test_a_camera_at_a_private_home_has_its_cell_and_its_old_position_is_not_told():
    home = {"operator:type": "private_home"}
    store(make_listing(tags=home))
    camera = Camera.objects.get()
    assert camera.operator_type == OperatorType.PRIVATE_HOME
    assert camera.home_cell is not None
    store(make_listing(version=2, lon=24.99, tags=home), day=LATER)
    assert "from" not in Event.objects.last().details


def test_operators_are_shared_also_with_those_already_known():
    store(make_listing(1, tags={"operator": "Tram Works"}))
    store(
        make_listing(2, tags={"operator": "Tram Works"}),
        make_listing(3, tags={"operator": "Harbour Office"}),
    )
    names = Camera.objects.order_by("pk").values_list("operator__name", flat=True)
    assert list(names) == ["Tram Works", "Tram Works", "Harbour Office"]


def test_queries_grow_with_batches_and_not_with_cameras():
    def queries(first, count):
        with CaptureQueriesContext(
            connection,
        ) as captured:
            store(*(make_listing(first + n) for n in range(count)), day=DAY)
        return len(captured)

    queries(1, 1)
    assert queries(100, 3) == queries(200, 30)


def test_it_tells_how_far_it_is_batch_by_batch(monkeypatch):
    monkeypatch.setattr(limits, "IMPORT_BATCH_ROWS", 2)
    told = []
    store(*(make_listing(number) for number in range(1, 6)), stored=told.append)
    assert told == [2, 2, 1]
