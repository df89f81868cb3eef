"""Making a camera from a reading of what somebody said of it."""

from datetime import date

from django.contrib.gis.geos import Point
from django.db import transaction

from mapper.cameras.models import Camera, Event, EventKind
from mapper.cameras.rules import home_cell_of
from mapper.cameras.services.operators import operators_named
from mapper.geometry import Box
from mapper.vocabulary import CameraReading, Role


def create_camera(
    *, lon: float, lat: float, accuracy_m: float | None, reading: CameraReading, day: date, by: Role
) -> Camera:
    """Store a new camera at a position in degrees, and that it was logged on `day`.

    Raises `ValueError` where the position is not on the earth.
    """
    Box(lon, lat, lon, lat)  # the box of a point: its checks are those of a position
    with transaction.atomic():
        camera = Camera(location=Point(lon, lat, srid=4326), accuracy_m=accuracy_m)
        apply_reading(camera, reading)
        camera.operator = operators_named([reading]).get(reading.operator)
        camera.save()
        Event.objects.create(camera=camera, day=day, what=EventKind.LOGGED, by=by)
        return camera


def apply_reading(camera: Camera, reading: CameraReading) -> None:
    """Write every aspect of a reading but the operator onto an unsaved or loaded camera."""
    for aspect in ASPECTS:
        setattr(camera, aspect, getattr(reading, aspect))
    camera.facings = [
        {"bearing": facing.bearing, "opening": facing.opening} for facing in reading.facings
    ]
    camera.home_cell = home_cell_of(reading.operator_type, camera.location.x, camera.location.y)


# The aspects a reading and a camera hold under the same name.
ASPECTS = (
    "kind",
    "mount",
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
)
