"""What is known of a camera as one small number, and which of these numbers a reader chose.

Six words of the vocabulary fit 14 bits. With the *step* of the day it was last seen, 3 bits more,
that is all a filter asks for: a table of flags, one for each such number, answers it at once.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import Any

import numpy as np
from numpy.typing import NDArray

from mapper.evidence import CAN_GROW_STALE
from mapper.geometry.arrays import U8, Flags
from mapper.settings import limits
from mapper.tiles.index.scanning import Wanted
from mapper.vocabulary import Age, Answer, Kind, Lifecycle, OperatorType, Selection, State
from mapper.vocabulary.words import Word

Histogram = NDArray[np.int64]
"""How many cameras have each number, shape (2 ** 17,)."""


@dataclass(frozen=True, slots=True)
class Part:
    """Where in the number the word of one aspect stands."""

    words: tuple[Word, ...]
    bit: int
    bits: int

    def number_in(self, packed: NDArray[np.int64]) -> NDArray[np.int64]:
        """The place of the word in `words`."""
        return packed >> self.bit & (1 << self.bits) - 1


# The columns of a camera; the order and the bits are those of the files that are kept.
PARTS = {
    "kind": Part(tuple(Kind), 0, 3),
    "operator_type": Part(tuple(OperatorType), 3, 3),
    "face_recognition": Part(tuple(Answer), 6, 2),
    "plate_reading": Part(tuple(Answer), 8, 2),
    "lifecycle": Part(tuple(Lifecycle), 10, 1),
    "state": Part(tuple(State), 11, 3),
}
WORD_BITS = 14
STEP_BITS = 3
FACE_BIT = PARTS["face_recognition"].bit
FACE_YES = PARTS["face_recognition"].words.index(Answer.YES)
KINDS = len(Kind)
STATE_BIT = PARTS["state"].bit
STATE_STALE = PARTS["state"].words.index(State.STALE)
UNKNOWN_DAY = 0
UNKNOWN_STEP = 7
EPOCH = date(1970, 1, 1)
_LAST_DAY = 2**16 - 1
_CAN_GROW_STALE = np.zeros(1 << PARTS["state"].bits, dtype=np.bool_)
_CAN_GROW_STALE[[PARTS["state"].words.index(state) for state in CAN_GROW_STALE]] = True
FILTERS = ("kind", "operator_type", "state", "face_recognition", "plate_reading", "age")
"""The filters in the order in which a group of like cameras names its words."""


def day_number(day: date | None) -> int:
    """A day as 16 bits hold it: days since 1970, or `UNKNOWN_DAY`."""
    if day is None:
        return UNKNOWN_DAY
    return min(max((day - EPOCH).days, UNKNOWN_DAY + 1), _LAST_DAY)


def packed_words(words: Mapping[str, str]) -> int:
    """The words of one camera as one number; raises `ValueError` for one that is none."""
    return sum(
        [str(word) for word in part.words].index(words[name]) << part.bit
        for name, part in PARTS.items()
    )


@lru_cache(maxsize=2)
def steps_by_day(today: date) -> U8:
    """How many steps ago each day is, by its number, shape (65536,)."""
    ends = [day_number(today) - days for days in _bounds()]
    steps: U8 = (np.arange(_LAST_DAY + 1)[:, None] <= ends).sum(axis=1, dtype=np.uint8)
    steps[UNKNOWN_DAY] = UNKNOWN_STEP
    return steps


@lru_cache(maxsize=64)
def chosen(selection: Selection, today: date) -> Wanted:
    """What a selection lets through on a day."""
    numbers = _all_numbers()
    flags = np.ones(len(numbers), dtype=np.bool_)
    for name, words, places in _aspects(numbers):
        wanted = [place for place, word in enumerate(words) if word in selection.chosen(name)]
        if selection.chosen(name):
            flags &= np.isin(places, wanted)
    return Wanted(steps_by_day(today), flags, selection.is_empty)


def words_in_order(name: str) -> list[str]:
    """The words of a filter in the order of the alphabet, as a database orders them."""
    words = tuple(Age) if name == "age" else PARTS[name].words
    return sorted(word.value for word in words)


@lru_cache(maxsize=len(FILTERS))
def ranks_of(name: str) -> NDArray[np.int64]:
    """For each number the place of its word of a filter in `words_in_order`, shape (2 ** 17,)."""
    aspects = {aspect: (words, places) for aspect, words, places in _aspects(_all_numbers())}
    words, places = aspects[name]
    order = words_in_order(name)
    return np.array([order.index(word.value) for word in words], dtype=np.int64)[places]


def _all_numbers() -> NDArray[np.int64]:
    return np.arange(1 << WORD_BITS + STEP_BITS)


def groups_of(histogram: Histogram) -> list[tuple[tuple[str, ...], int]]:
    """Like cameras together: their words in the order of `FILTERS`, and how many there are."""
    numbers = np.flatnonzero(histogram)
    aspects = {name: (words, places) for name, words, places in _aspects(numbers)}
    columns = [[aspects[name][0][at].value for at in aspects[name][1]] for name in FILTERS]
    groups: dict[tuple[str, ...], int] = {}
    for words, count in zip(zip(*columns, strict=True), histogram[numbers].tolist(), strict=True):
        groups[words] = groups.get(words, 0) + count
    return list(groups.items())


def _aspects(
    numbers: NDArray[np.int64],
) -> Iterator[tuple[str, tuple[Word, ...], NDArray[np.int64]]]:
    """For each filter its words, and the place of the word that each number has."""
    packed, steps = numbers & (1 << WORD_BITS) - 1, numbers >> WORD_BITS
    for name in FILTERS:
        if name == "age":
            ages = [_age_of(step) for step in range(1 << STEP_BITS)]
            yield name, tuple(Age), np.array([tuple(Age).index(age) for age in ages])[steps]
            continue
        places = PARTS[name].number_in(packed)
        if name == "state":
            places = np.where(grown_stale(packed, steps), STATE_STALE, places)
        yield name, PARTS[name].words, np.minimum(places, len(PARTS[name].words) - 1)


def grown_stale(words: NDArray[Any], steps: NDArray[Any]) -> Flags:
    """Of each number and step, whether the state it holds has grown stale since."""
    part = PARTS["state"]
    can = _CAN_GROW_STALE[words >> part.bit & (1 << part.bits) - 1]
    first = _bounds().index(limits.STALE_AFTER_DAYS + 1) + 1
    stale: Flags = can & (steps >= first) & (steps != UNKNOWN_STEP)
    return stale


def _bounds() -> list[int]:
    """The days ago at which a step begins, other than the first."""
    ages = {newest for newest, _ in (age.days for age in Age) if newest is not None}
    return sorted(ages | {limits.STALE_AFTER_DAYS + 1})


def _age_of(step: int) -> Age:
    """The word for a step; steps that do not occur are called unknown."""
    starts = [0, *_bounds()]
    if step >= len(starts):
        return Age.UNKNOWN
    return max(
        (age for age in Age if age is not Age.UNKNOWN and (age.days[0] or 0) <= starts[step]),
        key=lambda age: age.days[0] or 0,
    )
