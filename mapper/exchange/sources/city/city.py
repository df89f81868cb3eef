"""The whole invented city of a seed: its plan, its streets, and its cameras block by block."""

from collections.abc import Iterator
from dataclasses import dataclass
from zlib import crc32

import numpy as np
from numpy.random import Generator

from mapper.exchange.sources.city.cameras import CityCameras, make_cameras
from mapper.exchange.sources.city.plan import Plan, make_plan
from mapper.exchange.sources.city.stands import Lines, lines_of
from mapper.exchange.sources.city.streets import CLASSES, CityStreets, make_streets
from mapper.geometry.arrays import F64, I64
from mapper.vocabulary import StreetClass

CAMERAS_A_STREET = 129
"""As in Chongqing, if it has 20,000 streets for its 2.58 million cameras."""

BLOCK = 50_000
"""Cameras made at once: some 20 MB, and the same blocks whoever asks."""

GROUND, COUNTS, CAMERAS, NAMES = range(4)
"""The parts that have dice of their own."""

_BUSY = {
    StreetClass.PRIMARY: 1.6,
    StreetClass.SECONDARY: 1.5,
    StreetClass.PEDESTRIAN: 2.4,
    StreetClass.SERVICE: 0.7,
}
_CORE = 1.1
_UNEVEN = 0.45
_CROWDED = 4.0
"""No street has more cameras a metre than so many times the average."""


@dataclass(frozen=True, slots=True)
class City:
    """A city; `starts` are the numbers of the first camera of each street, and of no camera."""

    seed: str
    plan: Plan
    lines: Lines
    starts: I64

    @property
    def streets(self) -> CityStreets:
        """The streets it has."""
        return self.lines.streets

    @property
    def cameras(self) -> int:
        """How many cameras it has."""
        return int(self.starts[-1])

    def blocks(self) -> Iterator[CityCameras]:
        """All cameras, street after street; a block follows from the seed and its number."""
        for block, first in enumerate(range(0, self.cameras, BLOCK)):
            numbers = np.arange(first, min(first + BLOCK, self.cameras))
            street = np.searchsorted(self.starts, numbers, side="right") - 1
            yield make_cameras(self.lines, first, street, dice_for(self.seed, CAMERAS, block))


def make_city(seed: str, cameras: int, streets: int) -> City:
    """The city of a seed: the same seed and numbers always give the same."""
    dice = dice_for(seed, GROUND)
    plan = make_plan(dice, streets)
    lines = lines_of(make_streets(plan, dice, streets), dice)
    counts = dice_for(seed, COUNTS).multinomial(cameras, _shares(plan, lines, dice))
    return City(seed, plan, lines, np.concatenate([[0], np.cumsum(counts)]))


def usual_streets(cameras: int) -> int:
    """How many streets so many cameras ask for."""
    return max(1, round(cameras / CAMERAS_A_STREET))


def dice_for(seed: str, *place: int) -> Generator:
    """Dice of their own for every part, so that no part depends on what was made before."""
    return np.random.default_rng([crc32(seed.encode()), *place])


def _shares(plan: Plan, lines: Lines, dice: Generator) -> F64:
    """Which share of all cameras hangs along each street: most where it is busy and central."""
    streets = lines.streets
    busy = np.array([_BUSY.get(one, 1.0) for one in CLASSES])[streets.street_class]
    core = np.exp(-_CORE * np.maximum(streets.out, 0.0))
    uneven = np.exp(dice.normal(0.0, _UNEVEN, len(streets)))
    lengths, a_metre = lines.length_m(), busy * core * uneven * plan.watched[streets.quarter]
    weights = lengths * np.minimum(a_metre, _CROWDED * np.average(a_metre, weights=lengths))
    shares: F64 = weights / weights.sum()
    return shares
