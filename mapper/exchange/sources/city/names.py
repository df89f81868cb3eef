"""Names for streets, quarters and districts: of plants, birds, trades; never a person's."""

from collections.abc import Sequence

import numpy as np
from numpy.random import Generator

from mapper.exchange.sources.city.streets import CLASSES, CityStreets
from mapper.exchange.sources.demo_town.names import NOUNS
from mapper.geometry.arrays import I64
from mapper.vocabulary import StreetClass

_ENDINGS = {
    StreetClass.PRIMARY: ("Avenue", "Boulevard", "Parkway"),
    StreetClass.SECONDARY: ("Road", "Way", "Rise"),
    StreetClass.SERVICE: ("Yard", "Court", "Mews"),
    StreetClass.PEDESTRIAN: ("Arcade", "Steps", "Walk"),
}
_USUAL = ("Street", "Street", "Lane", "Terrace", "Row", "Hill", "Gate")
_BEFORE = ("", "Upper ", "Lower ", "New ", "Old ", "Great ", "Little ")
"""What tells streets and quarters apart once every name has been given."""


def street_names(streets: CityStreets, dice: Generator) -> list[str]:
    """One name for each street; in a quarter no two have the same, in the city many do."""
    names = [""] * len(streets)
    kinds = streets.quarter * len(CLASSES) + streets.street_class
    order = np.argsort(kinds, kind="stable")
    bounds = np.flatnonzero(np.diff(kinds[order], prepend=-1))
    for rows in np.split(order, bounds[1:]):
        endings = _ENDINGS.get(CLASSES[streets.street_class[rows[0]]], _USUAL)
        for row, name in zip(rows.tolist(), _given(len(rows), endings, dice), strict=True):
            names[row] = name
    return names


def area_names(count: int, ending: str, dice: Generator) -> list[str]:
    """So many names of areas, no two the same."""
    return _given(count, (ending,), dice)


def _given(count: int, endings: Sequence[str], dice: Generator) -> list[str]:
    """So many names, no two the same: every noun once before any comes again."""
    nouns = _shuffled(len(NOUNS), count, dice)
    names = []
    for number, noun in enumerate(nouns.tolist()):
        again, ending = number // len(NOUNS), endings[(number + noun) % len(endings)]
        if again >= len(_BEFORE):
            ending = f"{ending} {again - len(_BEFORE) + 2}"
        names.append(f"{_BEFORE[again % len(_BEFORE)]}{NOUNS[noun]} {ending}")
    return names


def _shuffled(choices: int, count: int, dice: Generator) -> I64:
    """Numbers below `choices`, each once in its turn, in an order of chance."""
    order = dice.permutation(choices)
    return np.resize(order, count)
