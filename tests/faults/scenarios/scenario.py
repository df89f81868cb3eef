"""What a scenario is, and the day and the words that all of them share."""

from collections.abc import Callable, Collection
from dataclasses import dataclass
from datetime import timedelta

from mapper.cameras.models import Camera
from mapper.contributors.rules.senders import Sender
from mapper.sightings.services.believe_cameras import believe_cameras
from mapper.sightings.services.log_sighting import Observation
from mapper.vocabulary import Basis, Kind, Role, Verdict
from tests.factories.cameras import HERE, SEEN_ON, make_camera
from tests.factories.sightings import make_contributor, make_sighting

DAY = SEEN_ON + timedelta(days=20)
DEVICE = Sender("a-key-made-on-a-device", "192.0.2.1")
KEY = "a" * 64
CLAIMS = {
    "camera:type": ("dome", Basis.SAW),
    "camera:mount": ("pole", Basis.SAW),
    "surveillance:face_recognition": ("yes", Basis.SIGN),
}
TEXTS = {"operator": "Wall & Sons", "note": "Behind the tree."}

Act = Callable[[], object]


@dataclass(frozen=True, slots=True)
class Scenario:
    """`stage` builds what must be there and gives the act; `notes` are the events it leaves.

    One act of one person is one event in each journal that it concerns, named by its model. A
    service that leaves none is a step of others, which note it.
    """

    stage: Callable[[], Act]
    notes: tuple[str, ...] = ("Event",)


def observation() -> Observation:
    """What somebody says with as many words as there are."""
    return Observation(
        lon=HERE[0],
        lat=HERE[1],
        accuracy_m=8.0,
        verdict=Verdict.PRESENT,
        observed_on=DAY,
        claims=CLAIMS,
        texts=TEXTS,
    )


def believed(cameras: Collection[Camera]) -> None:
    """Store cameras as all voices have it, so that only the act itself can change them."""
    believe_cameras(ids=[camera.pk for camera in cameras], day=SEEN_ON, by=Role.IMPORTER)


def camera_somebody_saw() -> Camera:
    """A camera of which somebody with standing said that it is there, and no more."""
    camera = make_camera(kind=Kind.UNKNOWN)
    make_sighting(camera, contributor=make_contributor(has_standing=True))
    return camera
