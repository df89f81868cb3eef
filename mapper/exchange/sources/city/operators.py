"""Who runs the cameras of the city: every operator once, by number."""

from functools import cache

import numpy as np
from numpy.random import Generator

from mapper.exchange.sources.city.labels import OPERATOR_ENDING
from mapper.exchange.sources.city.posts import POSTS
from mapper.geometry.arrays import I64, U8
from mapper.vocabulary import OperatorType

NOBODY = -1

_KNOWN_SHARE = 0.7
"""Of the cameras whose sort of operator is known, those on which a name is read."""

_FAVOUR = 1.7
"""How much more cameras the first of several operators has than the last ones."""


@cache
def operators() -> tuple[tuple[str, OperatorType], ...]:
    """Every operator with its sort, in the order of their numbers."""
    return tuple(
        (name + OPERATOR_ENDING, post.operator_type) for post in POSTS for name in post.operators
    )


def operators_of(post: U8, quarter: I64, dice: Generator) -> I64:
    """The number of the operator of one camera in each row; `NOBODY` where no name is known."""
    many = np.array([len(one.operators) for one in POSTS])
    first = np.concatenate([[0], np.cumsum(many)[:-1]])
    local = np.array([one.local for one in POSTS])
    luck = dice.random(len(post)) ** _FAVOUR
    anyone = (luck * many[post]).astype(np.int64)
    here = quarter % np.maximum(many, 1)[post]
    named = (many[post] > 0) & (dice.random(len(post)) < _KNOWN_SHARE)
    return np.where(named, first[post] + np.where(local[post], here, anyone), NOBODY)
