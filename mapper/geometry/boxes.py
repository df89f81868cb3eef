"""Boxes of longitude and latitude: read, checked, and cut at the date line."""

from dataclasses import dataclass
from math import isfinite
from typing import Self

import numpy as np
from numpy.typing import NDArray

from mapper.geometry.angles import DATE_LINE, POLE

_CORNERS = 4


@dataclass(frozen=True, slots=True)
class Box:
    """A box in degrees of WGS 84; `west` above `east` means that it crosses the date line.

    Raises `ValueError`, in words a reader can use, where a number is not finite or out of range
    or where `south` is above `north`. A box without extent is a point or a line, and allowed.
    """

    west: float
    south: float
    east: float
    north: float

    def __post_init__(self) -> None:
        """Refuse what is no box on the earth."""
        corners = (self.west, self.south, self.east, self.north)
        if not all(isfinite(corner) for corner in corners):
            raise ValueError("a box needs four finite numbers")
        if not max(abs(self.west), abs(self.east)) <= DATE_LINE:
            raise ValueError("longitudes lie from -180 to 180 degrees")
        if not max(abs(self.south), abs(self.north)) <= POLE:
            raise ValueError("latitudes lie from -90 to 90 degrees")
        if self.south > self.north:
            raise ValueError("the south of a box lies below its north")

    @classmethod
    def parse(cls, text: str) -> Self:
        """Read `west,south,east,north`; raises `ValueError` saying what is wrong."""
        parts = text.split(",")
        if len(parts) != _CORNERS:
            raise ValueError("a box is four numbers with commas: west,south,east,north")
        try:
            west, south, east, north = (float(part) for part in parts)
        except ValueError:
            raise ValueError(f"a box is made of numbers, and “{text}” is not") from None
        return cls(west, south, east, north)

    @property
    def crosses_date_line(self) -> bool:
        """Whether the box runs over 180 degrees."""
        return self.west > self.east

    def split(self) -> tuple["Box", ...]:
        """Give the one or two boxes that together cover this one and do not cross the line."""
        if not self.crosses_date_line:
            return (self,)
        return (
            Box(self.west, self.south, DATE_LINE, self.north),
            Box(-DATE_LINE, self.south, self.east, self.north),
        )

    def contains_each(self, lonlat: NDArray[np.float64]) -> NDArray[np.bool_]:
        """Of each of many points, in rows of longitude and latitude, whether `contains` holds."""
        inside = [
            (lonlat >= (part.west, part.south)) & (lonlat <= (part.east, part.north))
            for part in self.split()
        ]
        found: NDArray[np.bool_] = np.any([both.all(axis=1) for both in inside], axis=0)
        return found

    def contains(self, lon: float, lat: float) -> bool:
        """Whether a point lies in the box or on its edge."""
        return any(
            part.west <= lon <= part.east and part.south <= lat <= part.north
            for part in self.split()
        )
