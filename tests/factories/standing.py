"""First reports of cameras that others with standing saw too."""

from datetime import date, timedelta

from mapper.cameras.models import Camera
from mapper.contributors.models import Contributor
from mapper.settings import limits
from mapper.vocabulary import State
from tests.factories.cameras import HERE, SEEN_ON, make_camera
from tests.factories.sightings import make_contributor, make_sighting


def day(number: int) -> date:
    """A day so many days after the first."""
    return SEEN_ON + timedelta(days=number)


def see(camera: Camera, contributor: Contributor | None, number: int, **fields: object) -> None:
    """A sighting on the day so many days after the first."""
    seen = {"observed_on": day(number), "received_on": day(number), "location": camera.location}
    make_sighting(camera, contributor=contributor, **seen, **fields)


def reported(contributor: Contributor, number: int) -> Camera:
    """A camera she is the first to report, some streets from the others."""
    camera = make_camera(HERE[0] + 0.02 * number, HERE[1])
    see(camera, contributor, number)
    return camera


def almost_standing() -> tuple[Contributor, Camera, list[Contributor]]:
    """Somebody who lacks one confirmed report, the camera it is of, and who may confirm it."""
    contributor = make_contributor()
    others = [make_contributor(has_standing=True) for _ in range(limits.STANDING_VOUCHERS)]
    cameras = [reported(contributor, number) for number in (0, 2, 4, 6, 8)]
    for turn, camera in enumerate(cameras[:4]):
        see(camera, others[turn % len(others)], 20)
        Camera.objects.filter(pk=camera.pk).update(state=State.CONFIRMED)
    return contributor, cameras[4], others
