"""The way a camera faces: the middle of what it looks at, and how wide."""

from dataclasses import dataclass
from math import isfinite

from mapper.vocabulary.compass import FULL_TURN


@dataclass(frozen=True, slots=True, order=True)
class Facing:
    """One facing of a camera, in degrees.

    `bearing` is clockwise from north, at least 0 and below 360. `opening` is the full angle of
    view, above 0 and at most 360 (all round), or `None` where nobody has said. Raises
    `ValueError` outside these ranges.
    """

    bearing: float
    opening: float | None = None

    def __post_init__(self) -> None:
        """Refuse angles that mean nothing."""
        if not (isfinite(self.bearing) and 0 <= self.bearing < FULL_TURN):
            raise ValueError(f"a bearing lies from 0 up to 360 degrees, not at {self.bearing}")
        if self.opening is not None and not 0 < self.opening <= FULL_TURN:
            raise ValueError(f"an opening is above 0 and at most 360 degrees, not {self.opening}")


@dataclass(frozen=True, slots=True)
class Directions:
    """What was read from a direction text: the facings, and in words what could not be read."""

    facings: tuple[Facing, ...] = ()
    problems: tuple[str, ...] = ()
