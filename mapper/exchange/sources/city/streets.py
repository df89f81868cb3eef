"""The streets of the city as columns: grids of quarters cut into streets, and roads between."""

from dataclasses import dataclass

import numpy as np
from numpy.random import Generator

from mapper.exchange.sources.city.plan import QUARTER_M, Plan
from mapper.geometry.arrays import F64, I64, U8, Flags
from mapper.vocabulary import StreetClass

CLASSES = tuple(StreetClass)
"""What the numbers in a column of street classes mean."""

_REACH_M = 0.78 * QUARTER_M
_SPREAD_M = 0.62 * QUARTER_M
_NEIGHBOURS = 19
_GAP_SHARE = 0.1
_THROUGH_EVERY = 5
_ENDS_SHARE, _THROUGH_ENDS_SHARE = 0.4, 0.14
_SERVICE_SHARE = 0.35
_PEDESTRIAN_WITHIN, _PEDESTRIAN_SHARE = 0.3, 0.25
_NEXT_QUARTER_M = 1.3 * QUARTER_M
_ROAD_STEP_M = 150.0
_MAIN = -1.0
"""How far out a main road counts: nearer than any street, so that it is always there."""


@dataclass(frozen=True, slots=True)
class CityStreets:
    """Streets, one row for each but `spots`, which holds every corner of all lines.

    The corners of street `n` are those from `first[n]` to before `first[n + 1]`, in metres east
    and north of the middle. `out` is how far from its quarter's middle a street is: 0 there, about
    1 where the quarter ends.
    """

    spots: F64
    first: I64
    quarter: I64
    street_class: U8
    out: F64

    def __len__(self) -> int:
        return len(self.quarter)

    def chosen(self, rows: I64) -> "CityStreets":
        """Some of the streets, in the order of `rows`."""
        counts = np.diff(self.first)[rows]
        first = np.concatenate([[0], np.cumsum(counts)])
        corners = np.repeat(self.first[rows] - first[:-1], counts) + np.arange(first[-1])
        return CityStreets(
            self.spots[corners],
            first,
            self.quarter[rows],
            self.street_class[rows],
            self.out[rows],
        )


def make_streets(plan: Plan, dice: Generator, count: int) -> CityStreets:
    """Exactly so many streets: main roads first, then those nearest to the quarters' middles.

    They stand in the order of their quarters, so that what is near is mostly stored near.
    """
    grids = [_grid(plan, quarter, dice) for quarter in range(len(plan.centres))]
    every = joined([_roads(plan), *grids])
    nearest = np.argsort(every.out, kind="stable")[:count]
    streets = every.chosen(nearest[np.argsort(every.quarter[nearest], kind="stable")])
    return CityStreets(
        plan.bent(streets.spots), streets.first, streets.quarter, streets.street_class, streets.out
    )


def joined(parts: list[CityStreets]) -> CityStreets:
    """Several lots of streets as one."""
    starts = np.cumsum([0, *(len(part.spots) for part in parts)])
    firsts = [part.first[:-1] + start for part, start in zip(parts, starts, strict=False)]
    return CityStreets(
        np.concatenate([part.spots for part in parts]),
        np.concatenate([*firsts, starts[-1:]]),
        np.concatenate([part.quarter for part in parts]),
        np.concatenate([part.street_class for part in parts]),
        np.concatenate([part.out for part in parts]),
    )


def _roads(plan: Plan) -> CityStreets:
    """A straight main road between the middles of quarters that are neighbours, over any river."""
    apart = np.hypot(*(plan.centres[:, None] - plan.centres).transpose(2, 0, 1))
    one, other = np.nonzero(np.triu(apart < _NEXT_QUARTER_M, 1))
    counts = np.ceil(apart[one, other] / _ROAD_STEP_M).astype(np.int64) + 1
    first = np.concatenate([[0], np.cumsum(counts)])
    road = np.repeat(np.arange(len(one)), counts)
    share = (np.arange(first[-1]) - first[road]) / (counts[road] - 1)
    start, way = plan.centres[one], plan.centres[other] - plan.centres[one]
    return CityStreets(
        start[road] + way[road] * share[:, None],
        first,
        one,
        np.full(len(one), CLASSES.index(StreetClass.PRIMARY), np.uint8),
        np.full(len(one), _MAIN),
    )


def _grid(plan: Plan, quarter: int, dice: Generator) -> CityStreets:
    """The streets of one quarter both ways, as far as no other quarter is nearer."""
    half = np.ceil(_REACH_M / plan.blocks[quarter]).astype(np.int64)
    column, row = np.meshgrid(*(np.arange(-n, n + 1) for n in half), indexing="ij")
    flat = np.stack([column, row], axis=-1) * plan.blocks[quarter]
    turn = plan.turned[quarter]
    ways = np.array([[np.cos(turn), np.sin(turn)], [-np.sin(turn), np.cos(turn)]])
    spots = flat @ ways + plan.centres[quarter]
    own = _is_own(plan, quarter, spots.reshape(-1, 2)).reshape(spots.shape[:2])
    both = [
        _cut(plan, quarter, spots, own, dice),
        _cut(plan, quarter, spots.transpose(1, 0, 2), own.T, dice),
    ]
    return joined(both)


def _is_own(plan: Plan, quarter: int, spots: F64) -> Flags:
    """Which spots are on land, and nearer to this quarter's middle than to any other's."""
    away = np.hypot(*(plan.centres - plan.centres[quarter]).T)
    others = plan.centres[np.argsort(away, kind="stable")[1:_NEIGHBOURS]]
    nearest = np.hypot(*(spots - plan.centres[quarter]).T)
    own = ~plan.rivers.at(spots)
    for other in others:
        own &= nearest <= np.hypot(*(spots - other).T)
    return own


def _cut(plan: Plan, quarter: int, spots: F64, own: Flags, dice: Generator) -> CityStreets:
    """The lines of one way (rows of `spots`) cut into streets at gaps, and here and there."""
    through = np.abs(np.arange(len(spots)) - len(spots) // 2) % _THROUGH_EVERY == 0
    shape = (len(spots), spots.shape[1] - 1)
    there = own[:, :-1] & own[:, 1:] & (through[:, None] | (dice.random(shape) >= _GAP_SHARE))
    ends = np.where(through, _THROUGH_ENDS_SHARE, _ENDS_SHARE)[:, None] > dice.random(shape)
    begins = there.copy()
    begins[:, 1:] &= ~there[:, :-1] | ends[:, 1:]
    line, edge = np.nonzero(there)
    new = begins[line, edge]
    street = np.cumsum(new) - 1
    blocks = np.bincount(street)
    first = np.concatenate([[0], np.cumsum(blocks + 1)]).astype(np.int64)
    corners = np.empty((first[-1], 2))
    corners[np.arange(len(edge)) + street + 1] = spots[line, edge + 1]
    corners[first[:-1]] = spots[line[new], edge[new]]
    middles = (corners[first[:-1]] + corners[first[1:] - 1]) / 2
    out = np.hypot(*(middles - plan.centres[quarter]).T) / (_SPREAD_M * plan.size[quarter])
    return CityStreets(
        corners,
        first,
        np.full(len(blocks), quarter),
        _classes(through[line[new]], blocks, out, dice),
        out,
    )


def _classes(through: Flags, blocks: I64, out: F64, dice: Generator) -> U8:
    """How busy each street is: through, short and for those who live there, on foot in the core."""
    luck = dice.random(len(blocks))
    service = (blocks == 1) & (luck < _SERVICE_SHARE)
    on_foot = (out < _PEDESTRIAN_WITHIN) & (luck > 1 - _PEDESTRIAN_SHARE)
    found = np.select(
        [through, service, on_foot],
        [
            CLASSES.index(one)
            for one in (StreetClass.SECONDARY, StreetClass.SERVICE, StreetClass.PEDESTRIAN)
        ],
        CLASSES.index(StreetClass.RESIDENTIAL),
    )
    return found.astype(np.uint8)
