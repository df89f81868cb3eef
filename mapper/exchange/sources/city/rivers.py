"""Two rivers that meet in the middle of the city, and the ground that is theirs."""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from mapper.geometry.arrays import F64, Flags

BANK_M = 60.0
"""How far from the water the nearest street keeps."""

_MAIN_HALF_M, _SIDE_HALF_M = 260.0, 150.0
_STEP_M = 100.0
Course = Callable[[F64], F64]


@dataclass(frozen=True, slots=True)
class Rivers:
    """One river from west to east, and one that joins it from the north.

    `phases` (three, in radians) tell one city's rivers from another's; all else is in metres.
    """

    phases: F64

    def main_north(self, east: F64) -> F64:
        """How far north the middle of the main river lies, by how far east."""
        return 2_200 * _swing(east, 6_500, self.phases[0]) + 500 * _swing(
            east, 1_900, self.phases[1]
        )

    def side_east(self, north: F64) -> F64:
        """How far east the middle of the other river lies, by how far north."""
        return 1_800 * _swing(north, 5_200, self.phases[2])

    def at(self, spots: F64) -> Flags:
        """Which spots, in rows of metres east and north, lie in water or on its banks."""
        east, north = spots[:, 0], spots[:, 1]
        shore = self.main_north(east)
        in_main = np.abs(north - shore) < (_MAIN_HALF_M + BANK_M) * _slant(self.main_north, east)
        aside = np.abs(east - self.side_east(north))
        in_side = aside < (_SIDE_HALF_M + BANK_M) * _slant(self.side_east, north)
        return in_main | in_side & (north > shore)

    def courses(self, reach_m: float) -> list[tuple[F64, float]]:
        """The middle of each river as far as `reach_m` from the city's, and half its width."""
        along = np.arange(-reach_m, reach_m + _STEP_M, _STEP_M)
        upward = along[along >= 0]
        main = np.column_stack([along, self.main_north(along)])
        side = np.column_stack([self.side_east(upward), upward])
        return [(main, _MAIN_HALF_M), (side, _SIDE_HALF_M)]


def _swing(along: F64, length_m: float, phase: float) -> F64:
    """How far a bend leads aside, from -1 to 1 and more, so that it passes through the middle."""
    aside: F64 = np.sin(along / length_m + phase) - np.sin(phase)
    return aside


def _slant(course: Course, along: F64) -> F64:
    """How much wider a river is across an axis to which it runs aslant."""
    rise = (course(along + 1.0) - course(along - 1.0)) / 2
    wider: F64 = np.hypot(1.0, rise)
    return wider
