"""The sectors a camera looks into: facing by facing, in one scenario, for one detail."""

from collections.abc import Sequence
from typing import NamedTuple

from mapper.coverage.devices import DEVICES
from mapper.geometry.views import ground_limits
from mapper.vocabulary import Detail, Facing, Scenario
from mapper.vocabulary.compass import FULL_TURN


class Gaze(NamedTuple):
    """What of a camera decides where it looks; a height or a tilt nobody knows is None."""

    sees_all_round: bool
    facings: Sequence[Facing]
    height_m: float | None = None
    tilt_deg: float | None = None

    @property
    def is_known(self) -> bool:
        """Whether it is known where it looks."""
        return self.sees_all_round or bool(self.facings)


class Sector(NamedTuple):
    """Part of the ground around a camera, and how likely the camera looks at a point of it.

    The angles are degrees, the distances metres from the camera's foot.
    """

    bearing: float
    opening: float
    near_m: float
    far_m: float
    share: float


def sectors_of(gaze: Gaze, scenario: Scenario, detail: Detail) -> list[Sector]:
    """Where a camera looks; nowhere, at the least, where nobody has said which way it faces.

    It then counts with the share of the circle that it sees at once, and at the most with all
    of it.
    """
    device = DEVICES[scenario]
    if gaze.facings and not gaze.sees_all_round:
        return [_faced(gaze, facing, scenario, detail) for facing in gaze.facings]
    if gaze.sees_all_round or scenario is Scenario.HIGH:
        return [_circle(gaze, device.reach_m(detail), 1.0)]
    if scenario is Scenario.LOW:
        return []
    return [_circle(gaze, device.reach_m(detail), device.opening / FULL_TURN)]


def _faced(gaze: Gaze, facing: Facing, scenario: Scenario, detail: Detail) -> Sector:
    """One facing: an opening that is known decides how far the same picture reaches."""
    device = DEVICES[scenario]
    reach_m = device.reach_m(detail, facing.opening)
    opening = facing.opening or device.opening
    if opening == FULL_TURN:
        return _circle(gaze, reach_m, 1.0)
    near_m, far_m = ground_limits(gaze.height_m, gaze.tilt_deg, opening, reach_m)
    return Sector(facing.bearing, opening, near_m, far_m, 1.0)


def _circle(gaze: Gaze, reach_m: float, share: float) -> Sector:
    """All round: however it is tilted, the ground below it may be in view."""
    _, far_m = ground_limits(gaze.height_m, None, FULL_TURN, reach_m)
    return Sector(0.0, FULL_TURN, 0.0, far_m, share)
