"""What is added in columns is what `store_vintage` would have added, told of in one row."""

from datetime import date

import pytest
from django.db import IntegrityError, connection, transaction
from django.test.utils import CaptureQueriesContext

from mapper.cameras.models import Camera, Change, Event, Operator, SourceRecord
from mapper.cameras.services.add_listed import add_listed
from mapper.cameras.services.hide_camera import hide_camera
from mapper.cameras.services.store_vintage import store_vintage
from mapper.settings import limits
from mapper.vocabulary import CameraReading, Facing, Kind, OperatorType, Role
from tests.factories.cameras import make_camera, make_source
from tests.factories.columns import make_columns
from tests.factories.osm import DAY, make_listing, make_vintage

pytestmark = pytest.mark.django_db


def add(listed, source=None):
    add_listed(source=source or make_source("osm"), listed=listed, day=DAY, by=Role.IMPORTER)
    return list(Camera.objects.order_by("pk"))


def test_a_camera_has_its_record_and_no_event_that_says_the_same():
    first, second = add(make_columns(2, ref=["a", ""], height_m=[2.5, None], tags={"ref": "a"}))
    record = first.records.get()
    assert (first.ref, first.height_m, second.height_m) == ("a", 2.5, None)
    assert (first.voices, first.state, first.last_seen_on) == (1, "unconfirmed", DAY)
    assert (record.external_id, record.tags, record.location) == (
        "n0",
        {"ref": "a"},
        first.location,
    )
    assert (record.first_vintage_on, record.last_vintage_on, record.seen_on) == (DAY, DAY, None)
    assert not Event.objects.exists()


def test_they_are_what_a_vintage_stores():
    source = make_source("osm")
    home = {"operator:type": "private_home", "camera:direction": "90", "operator": "Tram Works"}
    listing = make_listing(1, tags=home, lon=24.9, seen_on=date(2026, 3, 1))
    vintage = make_vintage([listing])
    store_vintage(source=source, vintage=vintage, stored=lambda more: None, by=Role.IMPORTER)
    reading = listing.reading
    listed = make_columns(1, seen_on=date(2026, 3, 1), shared=reading)
    stored, added = add(listed, source)
    held = [{**vars(one), "id": None, "_state": None} for one in (stored, added)]
    assert held[0] == held[1]
    assert added.home_cell is not None


def test_what_all_share_is_told_once_and_aspects_go_before_it():
    shared = CameraReading(
        kind=Kind.DOME, height_m=3.0, facings=(Facing(90.0, None),), operator="Harbour"
    )
    first, second = add(make_columns(2, shared=shared, kind=["fixed", "dome"]))
    assert (first.kind, second.kind, second.height_m) == ("fixed", "dome", 3.0)
    assert second.facings == [{"bearing": 90.0, "opening": None}]
    assert first.operator == second.operator == Operator.objects.get(name="Harbour")


def test_operators_are_of_the_type_first_told_of_them():
    cameras = add(
        make_columns(
            4,
            operator=["Guard", "", "Guard", "Watch"],
            operator_type=["business", "police", "police", "private_home"],
        )
    )
    assert [one.operator and one.operator.name for one in cameras] == [
        "Guard",
        None,
        "Guard",
        "Watch",
    ]
    assert Operator.objects.get(name="Guard").operator_type == OperatorType.BUSINESS
    assert [one.home_cell is not None for one in cameras] == [False, False, False, True]


def test_beside_a_hidden_camera_one_is_hidden():
    hidden = make_camera(24.9, 60.15005)
    hide_camera(camera=hidden, why={}, day=DAY, by=Role.MODERATOR)
    far = make_camera(24.9, 60.1502)
    hide_camera(camera=far, why={}, day=DAY, by=Role.MODERATOR)
    add(make_columns(2))
    first, second = Camera.objects.filter(records__isnull=False).order_by("pk")
    assert (first.hidden_on, second.hidden_on) == (DAY, None)
    assert first.events.get(what="hidden").details == {"near": hidden.pk}


def test_many_are_told_of_in_one_row(monkeypatch):
    monkeypatch.setattr(limits, "INDEX_CHANGES", 2)
    add(make_columns(3))
    assert list(Change.objects.values_list("camera", "cell")) == [(None, None)]


def test_of_a_few_each_is_told():
    add(make_columns(3))
    assert set(Change.objects.values_list("camera", flat=True)) == {
        camera.pk for camera in Camera.objects.all()
    }


def test_one_that_is_known_already_refuses_all():
    source = make_source("osm")
    add(make_columns(1), source)
    with pytest.raises(IntegrityError), transaction.atomic():
        add(make_columns(2), source)
    assert Camera.objects.count() == SourceRecord.objects.count() == 1


def test_queries_are_as_many_for_any_number():
    source = make_source("osm")

    def queries(count, begin):
        listed = make_columns(begin + count).where([False] * begin + [True] * count)
        with CaptureQueriesContext(connection) as captured:
            add_listed(source=source, listed=listed, day=DAY, by=Role.IMPORTER)
        return len(captured)

    queries(1, 0)
    assert queries(1, 1) == queries(30, 2)
