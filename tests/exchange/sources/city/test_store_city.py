"""Tests of storing the city: always the same rows, on either database, all or nothing."""

from contextlib import nullcontext
from datetime import date
from hashlib import sha256
from typing import Any

import pytest
from django.contrib.gis.geos import GEOSGeometry
from django.db import connection, models

from mapper.cameras.changes import changes_since, newest_position
from mapper.cameras.models import Camera, Event, Operator, Source, SourceRecord
from mapper.exchange.sources.city import labels
from mapper.exchange.sources.city import store_city as storing
from mapper.exchange.sources.city.city import City, make_city
from mapper.exchange.sources.city.store_city import city_stands, holds_real_cameras, store_city
from mapper.exchange.sources.watching import unwatched
from mapper.geometry import Box
from mapper.places.models import Ground, GroundArea, Label, Place, Street
from mapper.vocabulary import Kind, OperatorType, Selection, State
from tests.factories.cameras import make_camera, make_event, make_operator, make_source

pytestmark = pytest.mark.django_db
TABLES = (Camera, SourceRecord, Event, Operator, Source, Ground, Street, Place, GroundArea, Label)
CAMERAS, STREETS = 3_000, 40
DIGEST = "d980ee6b3cb7ce3436982951e6e4e2beea97c82eec25f2b27a83a8c0f59b45ed"
"""Of every row of the city of `testing`: the same on both databases."""


def small_city(seed: str = "testing") -> City:
    """A city that is stored in a moment."""
    return make_city(seed, CAMERAS, STREETS)


def digest(*tables: type[models.Model]) -> str:
    """A fingerprint of all rows of tables, whatever numbers and keys the database gave them."""
    told = sha256()
    for model in tables or TABLES:
        fields = [
            one for one in model._meta.concrete_fields if not (one.primary_key or one.is_relation)
        ]
        for row in model._default_manager.order_by("pk"):
            told.update(repr([plain(getattr(row, one.name)) for one in fields]).encode())
    return told.hexdigest()


def plain(value: Any) -> Any:
    """A value that is written the same way whenever it is the same."""
    if isinstance(value, dict):
        return sorted(value.items())
    return value.hex if isinstance(value, GEOSGeometry) else value


def test_it_says_what_it_added(today: date) -> None:
    told: list[tuple[str, int, int | None]] = []
    added = store_city(small_city(), today, lambda *stage: told.append(stage))
    assert added["cameras"] == CAMERAS == Camera.objects.count() == SourceRecord.objects.count()
    assert added["streets"] == STREETS == Street.objects.count()
    assert added["places"] == Place.objects.count() >= 3
    assert ("Storing cameras", CAMERAS, CAMERAS) in told


def test_the_same_seed_gives_the_same_rows_and_another_seed_others(today: date) -> None:
    store_city(small_city(), today, unwatched)
    assert digest() == DIGEST
    for model in TABLES:
        model._default_manager.all().delete()
    store_city(small_city("other"), today, unwatched)
    assert digest(Camera) != DIGEST


def test_it_is_marked_as_invented_wherever_it_is_named(today: date) -> None:
    store_city(small_city(), today, unwatched)
    source = Source.objects.get()
    assert (source.slug, source.kind) == (labels.SLUG, "demo")
    assert "invented" in source.title
    assert all("(invented)" in name for name in Operator.objects.values_list("name", flat=True))


def test_cameras_are_found_as_any_others_are(today: date) -> None:
    store_city(small_city(), today, unwatched)
    everywhere = Camera.objects.in_box(Box(*Ground.objects.get().extent.extent))
    assert everywhere.count() == CAMERAS
    homes = Camera.objects.filter(operator_type=OperatorType.PRIVATE_HOME).count()
    assert 0 < homes < CAMERAS / 5
    assert everywhere.public().count() == CAMERAS - homes
    doorbells = everywhere.matching(Selection(kinds=frozenset({Kind.DOORBELL})), today)
    assert 0 < doorbells.count() < homes
    states = {state: everywhere.in_states(frozenset({state}), today).count() for state in State}
    assert all(states.values())
    assert sum(states.values()) == CAMERAS


def test_every_camera_has_its_record_since_today(today: date) -> None:
    store_city(small_city(), today, unwatched)
    for camera in Camera.objects.order_by("pk")[:50]:
        record = camera.records.get()
        assert (record.location, record.seen_on) == (camera.location, camera.last_seen_on)
        assert record.first_vintage_on == today


def test_who_follows_the_changes_is_told_once_of_many(today: date) -> None:
    before = newest_position()
    store_city(small_city(), today, unwatched)
    changes = changes_since(before)
    assert changes.many
    assert not changes.cameras


def test_nothing_is_stored_of_a_city_that_was_interrupted(
    today: date, monkeypatch: pytest.MonkeyPatch
) -> None:
    def interrupted(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(storing, "write_columns", interrupted)
    with pytest.raises(KeyboardInterrupt):
        store_city(small_city(), today, unwatched)
    assert not any(model._default_manager.exists() for model in TABLES)
    assert not city_stands()


def test_an_operator_that_somebody_named_before_stays_as_it_is(today: date) -> None:
    name = f"Traffic Police{labels.OPERATOR_ENDING}"
    before = make_operator(name, operator_type=OperatorType.OTHER)
    store_city(small_city(), today, unwatched)
    before.refresh_from_db()
    assert before.operator_type == OperatorType.OTHER
    assert before.cameras.exists()


def test_a_real_camera_is_one_that_no_invented_source_brought(today: date) -> None:
    assert not holds_real_cameras()
    store_city(small_city(), today, unwatched)
    assert city_stands()
    assert not holds_real_cameras()
    make_event(make_camera(), source=make_source())
    assert holds_real_cameras()


@pytest.mark.postgis
@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("ends_well", [True, False])
def test_indexes_that_are_built_afterwards_are_back(
    today: date, monkeypatch: pytest.MonkeyPatch, *, ends_well: bool
) -> None:
    before = indexes()
    told = set()

    def watch(stage: str, done: int, _total: int | None) -> None:
        told.add(stage)
        if done and stage == "Storing cameras" and not ends_well:
            assert len(indexes()) < len(before)
            raise KeyboardInterrupt

    with nullcontext() if ends_well else pytest.raises(KeyboardInterrupt):
        store_city(small_city(), today, watch)
    assert "Building indexes" in told
    assert indexes() == before
    assert Camera.objects.count() == (CAMERAS if ends_well else 0)


def indexes() -> set[str]:
    """Every index of the database."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT indexdef FROM pg_indexes WHERE schemaname = 'public'")
        return {row[0] for row in cursor.fetchall()}
