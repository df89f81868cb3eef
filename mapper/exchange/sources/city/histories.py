"""What is believed of cameras and since when: states, voices, and days counted back."""

from dataclasses import dataclass

import numpy as np
from numpy.random import Generator

from mapper.exchange.sources.city.dice import Loaded
from mapper.geometry.arrays import I64, U8
from mapper.vocabulary import State

STATES = (State.UNCONFIRMED, State.CONFIRMED, State.DISPUTED, State.GONE)
"""What the numbers in a column of states mean."""

_WEIGHTS = {State.UNCONFIRMED: 40, State.CONFIRMED: 50, State.DISPUTED: 3, State.GONE: 7}
_VOICES = {State.UNCONFIRMED: 1, State.CONFIRMED: 2, State.DISPUTED: 2, State.GONE: 3}
_MORE_VOICES = 0.55
_MOST_VOICES = 12
_USUAL_DAYS = 260.0
_YEARS_DAYS = 5 * 365
_KNOWN_FOR_DAYS = 420.0


@dataclass(frozen=True, slots=True)
class Histories:
    """One camera in each row; days are counted back from the day the city is of."""

    state: U8
    voices: I64
    first_seen_ago: I64
    last_seen_ago: I64


def histories(count: int, dice: Generator) -> Histories:
    """So many histories of up to some five years."""
    state = Loaded.of([_WEIGHTS], STATES).thrown(dice, np.zeros(count, np.int64))
    several = np.array([_VOICES[one] for one in STATES])
    more = dice.geometric(_MORE_VOICES, count) - 1
    alone = state == STATES.index(State.UNCONFIRMED)
    voices = np.minimum(several[state] + np.where(alone, 0, more), _MOST_VOICES)
    last = np.minimum(dice.exponential(_USUAL_DAYS, count), _YEARS_DAYS).astype(np.int64)
    earlier = 1 + dice.exponential(_KNOWN_FOR_DAYS, count).astype(np.int64)
    first = np.minimum(last + np.where(alone, 0, earlier), 2 * _YEARS_DAYS)
    return Histories(state, voices, first, last)
