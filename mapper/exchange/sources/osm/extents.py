"""The box an extract covers: said by the operator, by the file, or taken from what lies in it."""

import numpy as np
from numpy.typing import NDArray

from mapper.exchange.sources.osm.objects import tidy
from mapper.geometry import Box

_INNER = (1, 99)
"""Percentiles between which positions surely belong to the extract."""
_REACH = 0.5
"""How far beyond these, as a share of the distance between them, positions still belong to it."""


def box_around_most(positions: NDArray[np.float64]) -> Box | None:
    """The bounding box of positions (rows of longitude, latitude) without the strays among them.

    One way that leads far away (a sea boundary, a ferry) would otherwise stretch the box of a
    town over half a country. None without any position.
    """
    if not len(positions):
        return None
    low, high = np.percentile(positions, _INNER, axis=0)
    reach = (high - low) * _REACH
    near = np.all((positions >= low - reach) & (positions <= high + reach), axis=1)
    kept = positions[near] if near.any() else positions
    west, south = (tidy(float(number)) for number in kept.min(axis=0))
    east, north = (tidy(float(number)) for number in kept.max(axis=0))
    return Box(west, south, east, north)
