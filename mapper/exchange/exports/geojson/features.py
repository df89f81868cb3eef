"""One camera as a GeoJSON feature: what is believed of it, in the design's words."""

from datetime import date
from typing import Any

from mapper.cameras.models import Camera
from mapper.cameras.rules import state_on
from mapper.vocabulary import State

# Seven decimals of a degree are a centimetre: more than anybody measured.
DECIMALS = 7

AS_STORED = (
    "kind",
    "mount",
    "facings",
    "height_m",
    "tilt_deg",
    "scope",
    "zone",
    "operator_type",
    "face_recognition",
    "plate_reading",
    "signage",
    "manufacturer",
    "ref",
    "start_date",
    "lifecycle",
    "accuracy_m",
    "voices",
)


def feature_of(camera: Camera, today: date) -> dict[str, Any]:
    """A feature with its number, its point and its properties; its operator must be at hand."""
    return {
        "type": "Feature",
        "id": camera.pk,
        "geometry": point_of(camera),
        "properties": properties_of(camera, today),
    }


def point_of(camera: Camera) -> dict[str, Any]:
    """Where a camera is, as a GeoJSON point."""
    lon, lat = camera.location.coords
    return {"type": "Point", "coordinates": [round(lon, DECIMALS), round(lat, DECIMALS)]}


def properties_of(camera: Camera, today: date) -> dict[str, Any]:
    """Every aspect of a camera as believed on `today`; days in ISO 8601, the unknown as null."""
    return {
        "state": state_on(State(camera.state), camera.last_seen_on, today).value,
        **{name: getattr(camera, name) for name in AS_STORED},
        "operator": camera.operator.name if camera.operator else None,
        "first_seen_on": day_text(camera.first_seen_on),
        "last_seen_on": day_text(camera.last_seen_on),
    }


def day_text(day: date | None) -> str | None:
    """A day in ISO 8601."""
    return day.isoformat() if day else None
