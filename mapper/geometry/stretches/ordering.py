"""Puts numbers in order within many small groups at once."""

import numpy as np

from mapper.geometry.arrays import F64, I64
from mapper.geometry.compiled import compiled

_FEW = 24
"""So many are in order soonest when each is moved to its place past those before it."""


@compiled
def ordered(group: I64, key: F64, groups: int) -> tuple[I64, I64]:
    """Give the order by group and then by key, and where each of so many groups starts in it.

    Equal keys of a small group keep the order they came in.
    """
    starts = np.zeros(groups + 1, dtype=np.int64)
    for number in group:
        starts[number + 1] += 1
    starts = np.cumsum(starts)
    filled = starts[:-1].copy()
    order = np.empty(len(group), dtype=np.int64)
    for index in range(len(group)):
        order[filled[group[index]]] = index
        filled[group[index]] += 1
    for number in range(groups):
        _sort(order[starts[number] : starts[number + 1]], key)
    return order, starts


@compiled
def _sort(order: I64, key: F64) -> None:
    if len(order) > _FEW:
        order[:] = order[np.argsort(key[order])]
        return
    for place in range(1, len(order)):
        index = order[place]
        while place > 0 and key[order[place - 1]] > key[index]:
            order[place] = order[place - 1]
            place -= 1  # noqa: PLW2901 - the gap moves down
        order[place] = index
