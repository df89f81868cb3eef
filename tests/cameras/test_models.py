"""The database refuses nonsense by itself, whatever code writes to it."""

from datetime import date

import pytest
from django.contrib.gis.geos import Point
from django.db import IntegrityError, transaction

from mapper.cameras.models import Camera, Event, EventKind, Operator, Source, SourceRecord
from mapper.vocabulary import OperatorType, Role, State

pytestmark = pytest.mark.django_db

HERE = Point(-28.0, 47.0, srid=4326)


@pytest.mark.parametrize(
    "nonsense",
    [
        {"accuracy_m": -1.0},
        {"height_m": -0.1},
        {"height_m": 501.0},
        {"tilt_deg": 91.0},
        {"tilt_deg": -90.5},
        {"state": State.STALE},
        {"first_seen_on": date(2026, 2, 2), "last_seen_on": date(2026, 2, 1)},
        {"operator_type": OperatorType.PRIVATE_HOME},
        {"operator_type": OperatorType.POLICE, "home_cell": 7},
    ],
)
def test_a_camera_that_cannot_be_is_refused(nonsense):
    with pytest.raises(IntegrityError), transaction.atomic():
        Camera.objects.create(location=HERE, **nonsense)


def test_a_camera_at_its_limits_is_kept():
    day = date(2026, 2, 2)
    camera = Camera.objects.create(
        location=HERE,
        accuracy_m=0.0,
        height_m=500.0,
        tilt_deg=-90.0,
        first_seen_on=day,
        last_seen_on=day,
    )
    assert Camera.objects.get(pk=camera.pk).location.coords == (-28.0, 47.0)


def test_a_source_lists_a_thing_once():
    source = Source.objects.create(slug="osm", title="OpenStreetMap", kind="osm")
    camera = Camera.objects.create(location=HERE)
    row = {
        "source": source,
        "external_id": "node/1",
        "camera": camera,
        "location": HERE,
        "first_vintage_on": date(2026, 1, 1),
        "last_vintage_on": date(2026, 1, 1),
    }
    SourceRecord.objects.create(**row)
    with pytest.raises(IntegrityError), transaction.atomic():
        SourceRecord.objects.create(**row)
    with pytest.raises(IntegrityError), transaction.atomic():
        SourceRecord.objects.create(
            **{**row, "external_id": "node/2", "last_vintage_on": date(2025, 1, 1)}
        )


def test_records_name_themselves():
    camera = Camera.objects.create(location=HERE)
    source = Source.objects.create(slug="osm", title="OpenStreetMap", kind="osm")
    event = Event(camera=camera, day=date(2026, 1, 1), what=EventKind.LOGGED, by=Role.RESIDENT)
    record = SourceRecord(source=source, external_id="node/1")
    assert str(camera) == f"camera {camera.pk}"
    assert str(source) == "OpenStreetMap"
    assert str(event) == "2026-01-01 logged"
    assert str(record) == f"node/1 in {source.pk}"
    assert str(Operator(name="City Watch")) == "City Watch"
