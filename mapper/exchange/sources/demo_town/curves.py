"""Smooth lines through drawn spots, and one gentle bend for the whole plan."""

from collections.abc import Sequence
from math import cos, hypot, pi, sin
from random import Random
from typing import TypeVar

import numpy as np
import shapely
from numpy.typing import NDArray
from shapely.geometry.base import BaseGeometry

from mapper.exchange.sources.demo_town.plan.words import Spot

_STEP_M = 12.0
G = TypeVar("G", bound=BaseGeometry)


def smooth(spots: Sequence[Spot], *, closed: bool = False) -> list[Spot]:
    """Points about 12 m apart on a curve through every spot (a Catmull-Rom spline)."""
    ends = (spots[-1], (spots[0], spots[1])) if closed else (spots[0], (spots[-1],))
    control = [ends[0], *spots, *ends[1]]
    points: list[Spot] = []
    for before, start, end, after in zip(
        control, control[1:], control[2:], control[3:], strict=False
    ):
        steps = max(1, round(hypot(end[0] - start[0], end[1] - start[1]) / _STEP_M))
        points += [_between(before, start, end, after, step / steps) for step in range(steps)]
    return points if closed else [*points, spots[-1]]


def _between(before: Spot, start: Spot, end: Spot, after: Spot, share: float) -> Spot:
    """The point of the spline at `share` of the way from `start` to `end`."""
    x, y = (
        0.5
        * (
            2 * b
            + (c - a) * share
            + (2 * a - 5 * b + 4 * c - d) * share**2
            + (3 * b - a - 3 * c + d) * share**3
        )
        for a, b, c, d in zip(before, start, end, after, strict=True)
    )
    return x, y


class Bend:
    """A smooth displacement of the plane: a sum of long waves, the same for one seed."""

    def __init__(self, seed: str, *, height_m: float, length_m: float, waves: int = 6) -> None:
        """Waves of about `length_m` that together move nothing further than `height_m`."""
        dice = Random(seed)
        angles = [dice.uniform(0, 2 * pi) for _ in range(waves)]
        lengths = [length_m * dice.uniform(0.6, 1.6) for _ in range(waves)]
        self._vectors = np.array(
            [
                (2 * pi / length * cos(angle), 2 * pi / length * sin(angle))
                for angle, length in zip(angles, lengths, strict=True)
            ]
        )
        self._phases = np.array([[dice.uniform(0, 2 * pi) for _ in range(2)] for _ in angles])
        self._height = height_m / waves

    def of_points(self, points: NDArray[np.float64]) -> NDArray[np.float64]:
        """Move an array of shape (n, 2)."""
        waves = points @ self._vectors.T
        moved = np.sin(waves[:, :, None] + self._phases[None, :, :]).sum(axis=1)
        bent: NDArray[np.float64] = points + self._height * moved
        return bent

    def of(self, shape: G) -> G:
        """Move every vertex of a shape; long edges must have been given vertices before."""
        bent: G = shapely.transform(shape, self.of_points)
        return bent
