"""Where cameras hang: how far along which street, and how far beside its middle."""

from dataclasses import dataclass

import numpy as np
from numpy.random import Generator

from mapper.exchange.sources.city.posts import Stand
from mapper.exchange.sources.city.streets import CLASSES, CityStreets
from mapper.geometry.arrays import F64, I64, U8
from mapper.vocabulary import StreetClass

STANDS = tuple(Stand)
"""What the numbers in a column of stands mean."""

_HALF_WIDE_M = {
    StreetClass.PRIMARY: 11.0,
    StreetClass.SECONDARY: 7.5,
    StreetClass.SERVICE: 3.0,
    StreetClass.PEDESTRIAN: 4.0,
}
_USUAL_HALF_M = 5.0
_LAMPS_M = 32.0
_CORNER_M = (3.0, 9.0)
_CROWD_M = 24.0
_FRONT_M = (1.5, 3.5)
_HOUSE_M = (4.0, 18.0)
_SHAKEN_M = 0.25
"""Two cameras on one pole are told apart."""


@dataclass(frozen=True, slots=True)
class Lines:
    """The streets as lines to walk along, with the spot on each where people gather.

    `along` is how far each corner is from the first of all, street after street, in metres; no way
    leads from one street to the next. `crowd` is from 0 to 1 along each street.
    """

    streets: CityStreets
    along: F64
    crowd: F64

    def length_m(self) -> F64:
        """How long each street is."""
        first = self.streets.first
        lengths: F64 = self.along[first[1:] - 1] - self.along[first[:-1]]
        return lengths


def lines_of(streets: CityStreets, dice: Generator) -> Lines:
    """Streets to walk along."""
    steps = np.hypot(*np.diff(streets.spots, axis=0).T)
    steps[streets.first[1:-1] - 1] = 0
    along = np.concatenate([[0.0], np.cumsum(steps)])
    return Lines(streets, along, dice.uniform(0.1, 0.9, len(streets)))


@dataclass(frozen=True, slots=True)
class Stood:
    """Where cameras hang (metres east and north), and which way their street runs there.

    `way` is in degrees clockwise from north, `side` 1 to the right of it and -1 to the left.
    """

    spots: F64
    way: F64
    side: F64


def stood(lines: Lines, street: I64, stand: U8, dice: Generator) -> Stood:
    """Put one camera on each of `street`, on the stand of the same row."""
    streets, along = lines.streets, lines.along
    first, last = streets.first[street], streets.first[street + 1] - 1
    length = along[last] - along[first]
    walked = _walked(lines, street, stand, length, dice)
    corner = np.searchsorted(along, along[first] + walked, side="right") - 1
    corner = np.clip(corner, first, last - 1)
    begin, step = streets.spots[corner], streets.spots[corner + 1] - streets.spots[corner]
    span = np.hypot(step[:, 0], step[:, 1])
    ahead = step / span[:, None]
    on_line = begin + ahead * (along[first] + walked - along[corner])[:, None]
    lamp = stand == STANDS.index(Stand.LAMP)
    odd = np.where(lamp, np.floor(walked / _LAMPS_M) % 2, dice.integers(0, 2, len(street)))
    side = 1.0 - 2.0 * odd
    right = np.column_stack([ahead[:, 1], -ahead[:, 0]])
    beside = right * (side * _aside(streets, street, stand, dice))[:, None]
    shaken = dice.normal(0.0, _SHAKEN_M, on_line.shape)
    way = np.degrees(np.arctan2(ahead[:, 0], ahead[:, 1])) % 360
    return Stood(on_line + beside + shaken, way, side)


def _walked(lines: Lines, street: I64, stand: U8, length: F64, dice: Generator) -> F64:
    """How far along its street each camera hangs, in metres."""
    streets, count = lines.streets, len(street)
    anywhere = dice.random(count)
    corners = np.diff(streets.first)[street]
    corner = streets.first[street] + (dice.random(count) * corners).astype(np.int64)
    off = dice.uniform(*_CORNER_M, count) * dice.choice((-1.0, 1.0), count)
    found = np.select(
        [stand == STANDS.index(one) for one in (Stand.CORNER, Stand.LAMP, Stand.CROWD)],
        [
            lines.along[corner] - lines.along[streets.first[street]] + off,
            (np.floor(anywhere * length / _LAMPS_M) + 0.5) * _LAMPS_M,
            lines.crowd[street] * length + dice.normal(0.0, _CROWD_M, count),
        ],
        anywhere * length,
    )
    within: F64 = np.clip(found, 0.0, length)
    return within


def _aside(streets: CityStreets, street: I64, stand: U8, dice: Generator) -> F64:
    """How far from its street's middle each camera hangs, in metres."""
    halves = np.array([_HALF_WIDE_M.get(one, _USUAL_HALF_M) for one in CLASSES])
    half = halves[streets.street_class[street]]
    front = dice.uniform(*_FRONT_M, len(street))
    house = dice.uniform(*_HOUSE_M, len(street))
    at_kerb = np.isin(stand, [STANDS.index(Stand.CORNER), STANDS.index(Stand.LAMP)])
    further = np.where(stand == STANDS.index(Stand.HOUSE), house, front)
    aside: F64 = half + np.where(at_kerb, 0.0, further)
    return aside
