"""Everything public about a camera, and nothing about who said it."""

import json
from datetime import date

import pytest
from django.contrib.gis.geos import Point
from pytest_django import DjangoAssertNumQueries

from mapper.contributors.models import Contributor
from mapper.exchange.exports.description import describe
from mapper.sightings.models import Claim, Sighting
from mapper.vocabulary import Basis, Verdict
from tests.factories.cameras import (
    SEEN_ON,
    make_camera,
    make_event,
    make_home_camera,
    make_record,
    make_source,
)

pytestmark = pytest.mark.django_db
TODAY = date(2026, 10, 1)


def make_sighting(camera: object, **fields: object) -> Sighting:
    sighting = Sighting.objects.create(
        **{
            "camera": camera,
            "verdict": Verdict.PRESENT,
            "observed_on": SEEN_ON,
            "received_on": SEEN_ON,
            "location": Point(0, 0, srid=4326),
            **fields,
        }
    )
    Claim.objects.create(sighting=sighting, aspect="camera:type", value="dome", basis=Basis.SAW)
    return sighting


def test_sightings_sources_and_history_are_told() -> None:
    camera = make_camera()
    make_sighting(camera)
    make_record(camera, "node/7", tags={"man_made": "surveillance", "note": "new"})
    make_event(camera, source=make_source(), details={"to": "confirmed"})
    told = describe(camera, TODAY)
    assert told["sightings"] == [
        {
            "observed_on": "2026-09-01",
            "verdict": "present",
            "claims": {"camera:type": {"value": "dome", "basis": "saw"}},
        }
    ]
    assert told["belief"] == {
        "label": "Unconfirmed",
        "who": "OpenStreetMap and 1 person, last in September 2026",
        "present": {"people": 1, "sources": ("OpenStreetMap",)},
        "gone": {"people": 0, "sources": ()},
    }
    [record] = told["records"]
    assert (record["external_id"], record["tags"]["note"]) == ("node/7", "new")
    assert record["missing_since"] is None
    assert told["history"] == [
        {
            "day": "2026-09-01",
            "what": "logged",
            "by": "importer",
            "source": "openstreetmap",
            "details": {},
        },
        {
            "day": "2026-09-01",
            "what": "logged",
            "by": "resident",
            "source": "openstreetmap",
            "details": {"to": "confirmed"},
        },
    ]


def test_nothing_tells_who_saw_it() -> None:
    camera = make_camera()
    someone = Contributor.objects.create(key_hash="secret-hash", first_seen_on=SEEN_ON)
    make_sighting(camera, contributor=someone, idempotency_key="secret-key", accuracy_m=12.5)
    told = json.dumps(describe(camera, TODAY))
    assert "secret" not in told
    assert "contributor" not in told
    assert "12.5" not in told


def test_a_withdrawn_sighting_is_not_told() -> None:
    camera = make_camera()
    make_sighting(camera, withdrawn_on=SEEN_ON)
    assert describe(camera, TODAY)["sightings"] == []


def test_a_private_home_is_refused() -> None:
    with pytest.raises(ValueError, match="private home"):
        describe(make_home_camera(), TODAY)


@pytest.mark.parametrize("things", [1, 20])
def test_queries_do_not_grow_with_the_history(
    things: int, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    camera = make_camera()
    for number in range(things):
        make_sighting(camera)
        make_record(camera, f"node/{number}")
        make_event(camera, source=make_source())
    with django_assert_num_queries(4):
        describe(camera, TODAY)
