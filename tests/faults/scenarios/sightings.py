"""Scenarios for the services of sightings."""

from datetime import timedelta
from functools import partial
from typing import Any

from django.db import transaction

from mapper.cameras.models import Camera
from mapper.contributors.models import Contributor
from mapper.contributors.rules.keys import key_hash
from mapper.contributors.rules.senders import Sender
from mapper.settings import limits
from mapper.sightings.services.believe_cameras import believe_cameras
from mapper.sightings.services.bring_code import bring_code
from mapper.sightings.services.examine_standing import examine_standing
from mapper.sightings.services.forget_contributor import forget_contributor
from mapper.sightings.services.log_sighting import log_sighting, log_sighting_within
from mapper.sightings.services.rebuild_cameras import rebuild_cameras
from mapper.sightings.services.restore_sighting import restore_sighting
from mapper.sightings.services.spread_standing import spread_standing
from mapper.sightings.services.withdraw_sighting import withdraw_sighting
from mapper.vocabulary import Role
from tests.factories.cameras import HERE, SEEN_ON, make_camera
from tests.factories.sightings import make_contributor, make_sighting
from tests.faults.scenarios.contributors import a_code
from tests.faults.scenarios.scenario import (
    CLAIMS,
    DAY,
    KEY,
    Act,
    Scenario,
    believed,
    camera_somebody_saw,
    observation,
)


def cameras_seen_again() -> list[int]:
    """Two cameras that a second voice has just confirmed."""
    cameras = [camera_somebody_saw(), camera_somebody_saw()]
    for camera in cameras:
        make_sighting(camera, CLAIMS, observed_on=DAY, received_on=DAY)
    return [camera.pk for camera in cameras]


def believing() -> Act:
    """Two cameras whose state is to change."""
    return partial(believe_cameras, ids=cameras_seen_again(), day=DAY, by=Role.RESIDENT)


def logging(camera: Camera | None) -> Act:
    """A sighting of that camera, or of one nobody had logged."""
    return partial(log_sighting, **what_is_logged(camera))


def what_is_logged(camera: Camera | None) -> dict[str, Any]:
    """Somebody's sighting with claims, as the service is told of it."""
    return {
        "observation": observation(),
        "camera": camera,
        "contributor": make_contributor(has_standing=True),
        "idempotency_key": KEY,
        "received_on": DAY,
        "by": Role.RESIDENT,
    }


def logging_within() -> Act:
    """A sighting of a camera nobody had logged, in a transaction that is its caller's."""
    return transaction.atomic(partial(log_sighting_within, **what_is_logged(None)))


def withdrawing() -> Act:
    """The only sighting of a camera."""
    sighting = make_sighting(make_camera(), CLAIMS)
    return partial(withdraw_sighting, sighting=sighting, day=DAY, by=Role.RESIDENT)


def restoring() -> Act:
    """The only sighting of a camera, which left the map with it."""
    sighting = make_sighting(make_camera(hidden_on=SEEN_ON), CLAIMS, withdrawn_on=SEEN_ON)
    return partial(restore_sighting, sighting=sighting, day=DAY, by=Role.RESIDENT)


def deserving() -> list[Camera]:
    """Somebody who was the first to tell of five cameras that three others then confirmed."""
    somebody = make_contributor()
    others = [make_contributor(has_standing=True) for _ in range(limits.STANDING_VOUCHERS)]
    cameras = [make_camera(HERE[0] + 0.02 * number) for number in range(limits.STANDING_REPORTS)]
    for number, camera in enumerate(cameras):
        for later, contributor in enumerate((somebody, *others)):
            day = SEEN_ON + timedelta(days=3 * number + later)
            make_sighting(camera, contributor=contributor, observed_on=day, received_on=day)
    believed(cameras)
    return cameras


def examining() -> Act:
    """Somebody who is to get standing."""
    numbers = [camera.pk for camera in deserving()]
    return partial(examine_standing, cameras=numbers, day=DAY, by=Role.RESIDENT)


def spreading() -> Act:
    """Somebody whose standing is new, and has not been heard yet."""
    camera = make_camera()
    somebody = make_contributor(has_standing=True)
    for contributor, day in ((somebody, SEEN_ON), (make_contributor(), DAY)):
        make_sighting(camera, contributor=contributor, observed_on=day, received_on=day)
    return partial(spread_standing, contributors=[somebody.pk], day=DAY, by=Role.RESIDENT)


def bringing_code() -> Act:
    """A code, brought by somebody whose only sighting a second voice agrees with."""
    device = Sender("another-key-of-a-device", "192.0.2.9")
    somebody = make_contributor(key_hash=key_hash(device.key or ""))
    camera = make_camera()
    for contributor, day in ((somebody, SEEN_ON), (make_contributor(), DAY)):
        make_sighting(camera, contributor=contributor, observed_on=day, received_on=day)
    return partial(bring_code, code=a_code(), sender=device, day=DAY, by=Role.RESIDENT)


def forgetting() -> Act:
    """Somebody with a camera of her own, and one that others saw too."""
    somebody = make_contributor(has_standing=True)
    make_sighting(make_camera(), contributor=somebody)
    shared = make_camera()
    for contributor in (somebody, make_contributor()):
        make_sighting(shared, contributor=contributor)
    believed([shared])
    number = somebody.pk

    def forget() -> None:
        # Deleting takes the number from the object, which is then of no use for another try.
        contributor = Contributor.objects.get(pk=number)
        forget_contributor(contributor=contributor, day=DAY, by=Role.RESIDENT)

    return forget


def rebuilding() -> Act:
    """Two cameras that are not stored as their voices have it."""
    return partial(rebuild_cameras, ids=cameras_seen_again(), day=DAY, by=Role.OPERATOR)


SCENARIOS = {
    # One call, two cameras: each has an event of its own.
    "believe_cameras": Scenario(believing, ("Event",) * 2),
    "bring_code": Scenario(bringing_code, ("ContributorEvent", "Event")),
    "examine_standing": Scenario(examining, ("ContributorEvent",)),
    "forget_contributor": Scenario(forgetting, ("ContributorEvent", "Event")),
    "log_sighting of a known camera": Scenario(lambda: logging(camera_somebody_saw())),
    "log_sighting of a new camera": Scenario(lambda: logging(None)),
    "log_sighting_within": Scenario(logging_within),
    "rebuild_cameras": Scenario(rebuilding, ("Event",) * 2),
    "restore_sighting": Scenario(restoring),
    "spread_standing": Scenario(spreading),
    "withdraw_sighting": Scenario(withdrawing),
}
