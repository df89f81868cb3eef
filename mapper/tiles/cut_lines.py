"""Lines cut into pieces by metres along them, many at once."""

from typing import NamedTuple

import numpy as np
import shapely
from numpy.typing import NDArray

from mapper.geometry.distances import EARTH_RADIUS_M
from mapper.tiles.shapes import Shapes
from mapper.vocabulary.compass import FULL_TURN

F64 = NDArray[np.float64]
I64 = NDArray[np.int64]

_APART_M = 1.0
"""Metres left free between one line and the next, where all are laid on one long scale."""


class Pieces(NamedTuple):
    """Parts of lines: the line's place among all, and from which metre to which."""

    line: I64
    from_m: F64
    to_m: F64


def metres_of(lines: Shapes) -> F64:
    """The length of each line in metres."""
    lonlat, line = shapely.get_coordinates(lines, return_index=True)
    steps = _laid_out(lonlat, line)[1]
    return np.bincount(line, steps, minlength=len(lines)).astype(np.float64)


def cut(lines: Shapes, pieces: Pieces) -> Shapes:
    """The pieces as lines of their own; each goes on for more than nothing inside its line.

    A line's metres are laid out by each of its segments in the plane around that segment's middle,
    as the figures are; between two corners a metre is everywhere as long.
    """
    lonlat, line = shapely.get_coordinates(lines, return_index=True)
    lonlat, steps = _laid_out(lonlat, line)
    starts = np.flatnonzero(np.diff(line, prepend=-1))
    # Every line on one scale, each after the one before, so that one search serves them all.
    scale = np.cumsum(steps + _APART_M * np.isin(np.arange(len(line)), starts))
    begin = scale[starts][np.searchsorted(line[starts], pieces.line)]
    ends = np.stack([begin + pieces.from_m, begin + pieces.to_m])
    first = np.searchsorted(scale, ends[0], side="right")
    beyond = np.maximum(np.searchsorted(scale, ends[1], side="left"), first)
    corners = beyond - first + 2
    owner = np.repeat(np.arange(len(pieces.line)), corners)
    place = np.arange(corners.sum()) - np.repeat(np.cumsum(corners) - corners, corners)
    inner = np.clip(first[owner] + place - 1, 0, max(len(lonlat) - 1, 0))
    at = np.where(place == 0, ends[0][owner], scale[inner])
    at = np.where(place == corners[owner] - 1, ends[1][owner], at)
    found = np.column_stack([np.interp(at, scale, lonlat[:, axis]) for axis in (0, 1)])
    return np.asarray(shapely.linestrings(found, indices=owner), dtype=object)


def _laid_out(lonlat: F64, line: NDArray[np.intp]) -> tuple[F64, F64]:
    """Corners that go on beyond 180 degrees, and metres from the corner before (0 at the first)."""
    aside, up = np.diff(lonlat, axis=0, prepend=lonlat[:1]).T
    turned = np.round(aside / FULL_TURN)
    turned[np.diff(line, prepend=-1) != 0] = 0
    whole_turns = np.cumsum(turned)
    whole_turns -= whole_turns[np.searchsorted(line, line)]
    middle = np.radians(lonlat[:, 1] - up / 2)
    metres = np.hypot(np.radians(aside - turned * FULL_TURN) * np.cos(middle), np.radians(up))
    steps = np.where(np.diff(line, prepend=-1) == 0, metres * EARTH_RADIUS_M, 0.0)
    return np.column_stack((lonlat[:, 0] - whole_turns * FULL_TURN, lonlat[:, 1])), steps
