"""The city as it is laid out: quarters between two rivers, each with a grid of its own."""

from dataclasses import dataclass

import numpy as np
from numpy.random import Generator

from mapper.exchange.sources.city.rivers import Rivers
from mapper.geometry.arrays import F64

STREETS_A_QUARTER = 180
QUARTER_M = 3_300.0
"""How far apart the middles of quarters lie: so far that green is left between some of them."""

_ROW = 3**0.5 / 2
_OFF_CENTRE = np.array([0.5, 0.35])
_LONG = np.array([1.35, 0.85])
"""The city is longer along its main river than across it."""

_JITTER = 0.2
_BLOCK_M = np.array([[95.0, 150.0], [140.0, 240.0]])
_OUTER_BLOCKS = 0.45
_BENDS, _BEND_M = 5, 26.0


@dataclass(frozen=True, slots=True)
class Plan:
    """Where quarters lie and how each is built, one row for each; in metres from the middle.

    `turned` is the way a quarter's streets run, in radians; `blocks` how wide and deep its blocks
    are; `size` how far it spreads beside others; `watched` how many cameras a metre of its streets
    has beside others. `waves` bends the whole city a little: wave numbers east and north, a phase
    and two ways in each row.
    """

    rivers: Rivers
    centres: F64
    turned: F64
    blocks: F64
    size: F64
    watched: F64
    waves: F64

    def bent(self, spots: F64) -> F64:
        """Spots moved a little, so that nothing is ruler-straight and what met still meets."""
        moved = spots.copy()
        for wave in self.waves:
            moved += np.sin(spots @ wave[:2] + wave[2])[:, None] * wave[3:]
        return moved


def make_plan(dice: Generator, streets: int) -> Plan:
    """Lay out as many quarters as so many streets need."""
    rivers = Rivers(dice.uniform(0, 2 * np.pi, 3))
    count = -(-streets // STREETS_A_QUARTER)
    centres = _centres(dice, rivers, count)
    outward = np.hypot(*(centres / _LONG).T)
    outward /= max(float(outward.max()), QUARTER_M)
    blocks = dice.uniform(_BLOCK_M[:, 0], _BLOCK_M[:, 1], (count, 2))
    return Plan(
        rivers=rivers,
        centres=centres,
        turned=dice.uniform(0, np.pi / 2, count),
        blocks=blocks * (1 + _OUTER_BLOCKS * outward)[:, None],
        size=dice.uniform(0.75, 1.25, count) * (1.1 - 0.35 * outward),
        watched=np.exp(dice.normal(0.0, 0.35, count) - 1.2 * outward),
        waves=_waves(dice),
    )


def _centres(dice: Generator, rivers: Rivers, count: int) -> F64:
    """The quarters' middles: a honeycomb, shaken, off the water, those near the middle first."""
    reach = int(np.ceil(np.sqrt(count))) + 4
    column, row = np.meshgrid(np.arange(-reach, reach + 1), np.arange(-reach, reach + 1))
    comb = np.column_stack([(column + row % 2 / 2).ravel(), (row * _ROW).ravel()]) + _OFF_CENTRE
    shaken = (comb + dice.uniform(-_JITTER, _JITTER, comb.shape)) * QUARTER_M
    order = np.hypot(*(shaken / _LONG).T) * dice.uniform(0.85, 1.15, len(shaken))
    order[rivers.at(shaken)] = np.inf
    nearest: F64 = shaken[np.sort(np.argsort(order, kind="stable")[:count])]
    return nearest


def _waves(dice: Generator) -> F64:
    """Waves of 0.9 to 3 km, in every direction."""
    number = 2 * np.pi / dice.uniform(900.0, 3_000.0, _BENDS)
    way, aside = dice.uniform(0, 2 * np.pi, (2, _BENDS))
    return np.column_stack([
        number * np.cos(way), number * np.sin(way), dice.uniform(0, 2 * np.pi, _BENDS),
        _BEND_M * np.cos(aside), _BEND_M * np.sin(aside),
    ])  # fmt: skip
