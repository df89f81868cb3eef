"""A camera as one set of tags tells it: the record that OSM tags are read into and written from."""

from dataclasses import dataclass
from datetime import date

from mapper.vocabulary.camera_words import (
    Answer,
    Kind,
    Lifecycle,
    Mount,
    OperatorType,
    Scope,
)
from mapper.vocabulary.facing import Facing


@dataclass(frozen=True, slots=True, kw_only=True)
class CameraReading:
    """Every aspect of a camera but its position; what the tags do not say is unknown or empty.

    `tilt_deg` is degrees above the horizon (-90 straight down to 90 straight up, as in OSM);
    `height_m` is metres above the ground (0 to 500). `operator`, `zone`, `manufacturer`, `ref`,
    `start_date` and `fixme` are texts as they stand. `sign_operator` and `sign_contact` say whether
    a sign names who runs the camera, and how to reach them. `seen_on` is the day of the newest
    survey.
    `is_camera` is false where the tags describe something else, and
    `not_a_camera` then says what. `problems` lists in words what stood there and was not used.
    """

    is_camera: bool = True
    not_a_camera: str = ""
    kind: Kind = Kind.UNKNOWN
    mount: Mount = Mount.UNKNOWN
    facings: tuple[Facing, ...] = ()
    tilt_deg: float | None = None
    height_m: float | None = None
    operator: str = ""
    operator_type: OperatorType = OperatorType.UNKNOWN
    scope: Scope = Scope.UNKNOWN
    zone: str = ""
    face_recognition: Answer = Answer.UNKNOWN
    plate_reading: Answer = Answer.UNKNOWN
    signage: Answer = Answer.UNKNOWN
    sign_operator: Answer = Answer.UNKNOWN
    sign_contact: Answer = Answer.UNKNOWN
    lifecycle: Lifecycle = Lifecycle.IN_USE
    manufacturer: str = ""
    ref: str = ""
    start_date: str = ""
    fixme: str = ""
    seen_on: date | None = None
    problems: tuple[str, ...] = ()

    @property
    def private_home(self) -> bool:
        """Whether this camera may only ever be counted in a cell, never shown by itself."""
        return self.operator_type is OperatorType.PRIVATE_HOME
