"""Storing the invented city."""

from datetime import date
from typing import Any

import numpy as np
from django.db.models import Exists, OuterRef

from mapper.cameras.changes import noted_as_many
from mapper.cameras.models import (
    Camera,
    Event,
    EventKind,
    Operator,
    Source,
    SourceKind,
    SourceRecord,
)
from mapper.cameras.services.indexed_after import indexed_after
from mapper.cameras.services.loosened import loosen
from mapper.cameras.services.write_columns import new_ids, write_columns
from mapper.exchange.sources.city import labels
from mapper.exchange.sources.city.city import City
from mapper.exchange.sources.city.ground import store_ground
from mapper.exchange.sources.city.operators import operators
from mapper.exchange.sources.city.rows import CityRows
from mapper.exchange.sources.counter import Counter
from mapper.exchange.sources.lists.store_columns import bring_back, outnumbers
from mapper.exchange.sources.watching import Watch
from mapper.geometry.arrays import I64
from mapper.places.models import GroundArea, Label, Place, Street
from mapper.places.services.nest_places import nest_places

_SORTS: dict[type[Any], str] = {
    Street: "streets",
    Place: "places",
    GroundArea: "areas",
    Label: "labels",
}


def city_stands() -> bool:
    """Whether the city, or what is left of it, is stored."""
    return Source.objects.filter(slug=labels.SLUG).exists()


def holds_real_cameras() -> bool:
    """Whether there is any camera that did not come with an invented source."""
    of_the_demo = {"camera": OuterRef("pk"), "source__kind": SourceKind.DEMO}
    listed = Exists(SourceRecord.objects.filter(**of_the_demo))
    logged = Exists(Event.objects.filter(**of_the_demo, what=EventKind.LOGGED))
    return Camera.objects.filter(~listed, ~logged).exists()


def store_city(city: City, today: date, watch: Watch) -> dict[str, int]:
    """Store a city as of a day, all or nothing; gives how many records of each sort.

    The same city and day always give the same rows. States are as the city has them: `rebuild`
    would make of them what one list alone says. Where it is many times what is there, PostgreSQL
    builds its indexes afterwards.
    """
    if outnumbers(city.cameras):
        loosen()
    try:
        return _stored(city, today, watch)
    finally:
        bring_back(watch)


def _stored(city: City, today: date, watch: Watch) -> dict[str, int]:
    with noted_as_many():
        drawn = Counter(watch, "Storing streets and places", 0)
        ground = store_ground(city, today, drawn)
        nest_places()
        source = _new_source()
        numbers = _stored_operators()
        stored = Counter(watch, "Storing cameras", city.cameras)
        with indexed_after((Camera, SourceRecord)):
            for cameras in city.blocks():
                ids = new_ids(Camera, len(cameras))
                rows = CityRows(cameras, ids, today, source, numbers)
                write_columns(Camera, rows.camera_columns())
                write_columns(SourceRecord, rows.record_columns())
                stored(len(cameras))
            watch("Indexing cameras", 0, city.cameras)
        watch("Indexing cameras", city.cameras, city.cameras)
        added = {name: ground.layers[model].added for model, name in _SORTS.items()}
    return {"cameras": city.cameras, **added}


def _new_source() -> Source:
    return Source.objects.create(
        slug=labels.SLUG,
        title=labels.SOURCE_TITLE,
        kind=SourceKind.DEMO,
        licence=labels.LICENCE,
        attribution=labels.ATTRIBUTION,
    )


def _stored_operators() -> I64:
    """The database's numbers of all operators; one that somebody named before stays as it is."""
    every = [Operator(name=name, operator_type=sort) for name, sort in operators()]
    Operator.objects.bulk_create(every, ignore_conflicts=True)
    found = Operator.objects.in_bulk([one.name for one in every], field_name="name")
    return np.array([found[one.name].pk for one in every], np.int64)
