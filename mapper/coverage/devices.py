"""The devices that are assumed where nobody knows what a camera is: one for each scenario."""

from typing import NamedTuple

from mapper.geometry.views import reach_m
from mapper.settings import limits
from mapper.vocabulary import Detail, Scenario


class Device(NamedTuple):
    """A picture's width in pixels, and the opening of its lens in degrees."""

    pixels_across: float
    opening: float

    def reach_m(self, detail: Detail, opening: float | None = None) -> float:
        """How far it shows a person in such detail; another lens than its own reaches elsewhere."""
        return reach_m(self.pixels_across, opening or self.opening, detail.pixels_a_metre)


DEVICES = {
    Scenario.LOW: Device(*limits.DEVICE_LOW),
    Scenario.CENTRAL: Device(*limits.DEVICE_CENTRAL),
    Scenario.HIGH: Device(*limits.DEVICE_HIGH),
}
