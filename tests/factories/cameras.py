"""Cameras, sources and their records for tests."""

from datetime import date
from typing import Any

from django.contrib.gis.geos import Point

from mapper.cameras.models import Camera, Event, EventKind, Operator, Source, SourceRecord
from mapper.cameras.rules import home_cell_of
from mapper.vocabulary import Kind, OperatorType, Role, State

HERE = (24.94, 60.17)
"""Longitude and latitude where everything stands that was not told otherwise."""
SEEN_ON = date(2026, 9, 1)


def make_operator(name: str = "City of Testing", **fields: Any) -> Operator:
    """Somebody who runs cameras; asked twice for one name it is the same."""
    return Operator.objects.get_or_create(name=name, defaults=fields)[0]


def make_camera(lon: float = HERE[0], lat: float = HERE[1], **fields: Any) -> Camera:
    """A fixed, unconfirmed camera of a public body, seen on `SEEN_ON`, unless told otherwise.

    One at a private home gets its cell by itself.
    """
    seen: dict[str, Any] = {"first_seen_on": SEEN_ON, "last_seen_on": SEEN_ON}
    if "last_seen_on" in fields and "first_seen_on" not in fields:
        seen["first_seen_on"] = fields["last_seen_on"]
    values = {
        "kind": Kind.FIXED,
        "operator_type": OperatorType.PUBLIC,
        "state": State.UNCONFIRMED,
        "voices": 1,
        **seen,
        **fields,
    }
    values.setdefault("home_cell", home_cell_of(values["operator_type"], lon, lat))
    return Camera.objects.create(location=Point(lon, lat, srid=4326), **values)


def make_home_camera(lon: float = HERE[0], lat: float = HERE[1], **fields: Any) -> Camera:
    """A doorbell at a private home, which must never be shown by itself."""
    return make_camera(
        lon, lat, **{"kind": Kind.DOORBELL, "operator_type": OperatorType.PRIVATE_HOME, **fields}
    )


def make_source(slug: str = "openstreetmap", **fields: Any) -> Source:
    """An imported list of cameras."""
    values = {"title": "OpenStreetMap", "kind": "osm", "licence": "ODbL 1.0", **fields}
    return Source.objects.get_or_create(slug=slug, defaults=values)[0]


def make_record(camera: Camera, external_id: str = "node/1", **fields: Any) -> SourceRecord:
    """What a source says of a camera."""
    values = {
        "source": fields.pop("source", None) or make_source(),
        "tags": {"man_made": "surveillance"},
        "location": camera.location,
        "seen_on": SEEN_ON,
        "first_vintage_on": SEEN_ON,
        "last_vintage_on": SEEN_ON,
        **fields,
    }
    return SourceRecord.objects.create(camera=camera, external_id=external_id, **values)


def make_event(camera: Camera, **fields: Any) -> Event:
    """Something that happened to a camera: it was logged, unless told otherwise."""
    values = {"day": SEEN_ON, "what": EventKind.LOGGED, "by": Role.RESIDENT, **fields}
    return Event.objects.create(camera=camera, **values)
