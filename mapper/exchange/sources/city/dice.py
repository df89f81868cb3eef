"""Throwing for many at once, each with the weights of its own row."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Self, TypeVar

import numpy as np
from numpy.random import Generator

from mapper.geometry.arrays import F64, I64, U8

Choice = TypeVar("Choice")


@dataclass(frozen=True, slots=True)
class Loaded:
    """Dice with a row of weights for each sort of thing, as shares added up from left to right."""

    sums: F64

    @classmethod
    def of(cls, rows: Iterable[Mapping[Choice, float]], choices: Sequence[Choice]) -> Self:
        """Dice that fall on the number of a choice in `choices`, as often as its weight says."""
        weights = np.array([[row.get(one, 0.0) for one in choices] for row in rows])
        sums = np.cumsum(weights, axis=1)
        return cls(sums / sums[:, -1:])

    def thrown(self, dice: Generator, rows: I64) -> U8:
        """One number for each of `rows`, by the weights of that row."""
        luck = dice.random(len(rows))
        fallen: U8 = np.zeros(len(rows), np.uint8)
        for column in self.sums.T[:-1]:
            fallen += luck >= column[rows]
        return fallen
