"""Writing what is read, or believed, of a camera onto its row."""

from mapper.cameras.models import Camera
from mapper.cameras.rules import home_cell_of
from mapper.vocabulary import CameraReading

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


def apply_reading(camera: Camera, reading: CameraReading) -> None:
    """Write every aspect of a reading but the operator onto an unsaved or loaded camera."""
    for aspect in ASPECTS:
        setattr(camera, aspect, getattr(reading, aspect))
    camera.facings = [
        {"bearing": facing.bearing, "opening": facing.opening} for facing in reading.facings
    ]
    camera.home_cell = None
    if reading.private_home:
        camera.home_cell = home_cell_of(reading.operator_type, *camera.location.coords)
