"""Which ways cameras look, as far as anybody said: up to three facings each, in whole degrees."""

from dataclasses import dataclass

import numpy as np
from numpy.random import Generator
from numpy.typing import NDArray

from mapper.exchange.sources.city.posts import Look
from mapper.exchange.sources.city.stands import Stood
from mapper.geometry.arrays import U8, Flags
from mapper.vocabulary import Kind

I16 = NDArray[np.int16]
LOOKS = tuple(Look)
"""What the numbers in a column of looks mean."""

FACINGS_MOST = 3
NOBODY_SAID = -1
OPENINGS = (30, 40, 60, 80, 90, 110, 120)
ALL_ROUND = (180, 360)
"""Bearing and opening of what sees all round, as OSM's `0-360` is read."""

_TURNS = {
    Look.ALONG: (0,),
    Look.BOTH_WAYS: (0, 180),
    Look.THREE_WAYS: (0, 90, 180),
    Look.ACROSS: (0,),
    Look.UNKNOWN: (),
}
_ASTRAY_DEG = 14.0
_ROUGH_DEG, _ROUGH_SHARE = 5, 0.5
_OPENING_SHARE = 0.35
_ROUND_UNKNOWN_SHARE = 0.75
"""Of a camera that sees all round hardly anybody says which way it faces."""


@dataclass(frozen=True, slots=True)
class Facings:
    """Rows of up to three bearings (0 to 359) and openings; `NOBODY_SAID` stands for none."""

    bearings: I16
    openings: I16


def facings_of(look: U8, kind: U8, kinds: tuple[Kind, ...], at: Stood, dice: Generator) -> Facings:
    """The facings of one camera in each row."""
    count = len(look)
    across = look == LOOKS.index(Look.ACROSS)
    ahead = at.way + 180 * dice.integers(0, 2, count)
    base = np.where(across, at.way - 90 * at.side, ahead) + dice.normal(0, _ASTRAY_DEG, count)
    # Some read a bearing off a map, most guess it.
    rough = np.where(dice.random(count) < _ROUGH_SHARE, _ROUGH_DEG, 1)
    base = np.round(base / rough) * rough
    turns = np.full((len(LOOKS), FACINGS_MOST), -1)
    for number, one in enumerate(LOOKS):
        turns[number, : len(_TURNS[one])] = _TURNS[one]
    seen_round = np.array([one.sees_all_round for one in kinds])[kind]
    said = (turns[look] >= 0) & ~(seen_round & (dice.random(count) < _ROUND_UNKNOWN_SHARE))[:, None]
    bearings = np.where(said, (base[:, None] + turns[look]) % 360, NOBODY_SAID)
    guessed = dice.choice(OPENINGS, count)
    with_opening = said & (dice.random(count) < _OPENING_SHARE)[:, None]
    openings = np.where(with_opening, guessed[:, None], NOBODY_SAID)
    panorama = said[:, 0] & (kind == kinds.index(Kind.PANORAMA))
    return _all_round(bearings.astype(np.int16), openings.astype(np.int16), panorama)


def _all_round(bearings: I16, openings: I16, panorama: Flags) -> Facings:
    """A panorama camera of which anything is said looks all round."""
    for column, first in ((bearings, ALL_ROUND[0]), (openings, ALL_ROUND[1])):
        column[panorama] = NOBODY_SAID
        column[panorama, 0] = first
    return Facings(bearings, openings)
