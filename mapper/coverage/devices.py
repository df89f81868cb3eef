"""The devices that are assumed where nobody knows what a camera is: one for each scenario."""

from typing import NamedTuple

from mapper.geometry.views import reach_m
from mapper.settings import limits
from mapper.vocabulary import Detail, Scenario
from mapper.vocabulary.compass import FULL_TURN

_HALF_TURN = FULL_TURN / 2


class Device(NamedTuple):
    """A picture's width in pixels, and the opening of its lens in degrees."""

    pixels_across: float
    opening: float

    def reach_m(self, detail: Detail, opening: float | None = None) -> float:
        """How far it shows a person in such detail; another lens than its own reaches elsewhere.

        An opening of half a turn or more is no lens's: several look together, each as its own.
        """
        lens = opening if opening and opening < _HALF_TURN else self.opening
        reach = reach_m(self.pixels_across, lens, detail.pixels_a_metre)
        return min(reach, limits.VIEW_REACH_MAX_M)


DEVICES = {
    Scenario.LOW: Device(*limits.DEVICE_LOW),
    Scenario.CENTRAL: Device(*limits.DEVICE_CENTRAL),
    Scenario.HIGH: Device(*limits.DEVICE_HIGH),
}
