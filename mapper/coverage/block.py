"""Some cells with everything that bears on their figures, as flat arrays: what is computed from."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np
import shapely
from numpy.typing import NDArray

from mapper.geometry.arrays import F64, I64, U8, Flags
from mapper.geometry.cells import cells_of
from mapper.geometry.stretches import Areas, Ways
from mapper.geometry.views import Walls
from mapper.settings import limits
from mapper.vocabulary import SensitiveKind, State

STATES = (State.CONFIRMED, State.UNCONFIRMED, State.STALE, State.DISPUTED)
"""What is believed of a camera that counts."""
SENSITIVE_KINDS = tuple(SensitiveKind)

Shapes = NDArray[np.object_]
"""Shapes in degrees, as shapely has them."""


@dataclass(frozen=True, slots=True)
class Cameras:
    """Cameras that count, and where each faces.

    `height_m`, `tilt_deg` and `opening` are NaN where nobody knows. `facing_of` is the place in
    these arrays of the camera that a facing belongs to, in ascending order. `state` is a place in
    `STATES`, `traits` the bits of `Trait`.
    """

    pk: I64
    lonlat: F64
    all_round: Flags
    indoors: Flags
    height_m: F64
    tilt_deg: F64
    state: I64
    traits: U8
    facing_of: I64
    bearing: F64
    opening: F64

    def __len__(self) -> int:
        """How many they are."""
        return len(self.pk)

    @property
    def cell(self) -> I64:
        """The cell that each stands in."""
        return cells_of(self.lonlat, limits.COVERAGE_CELL_ZOOM)

    def only(self, keep: Flags) -> Cameras:
        """Some of them, in the same order."""
        new = np.cumsum(keep) - 1
        faced = keep[self.facing_of]
        return Cameras(
            pk=self.pk[keep],
            lonlat=self.lonlat[keep],
            all_round=self.all_round[keep],
            indoors=self.indoors[keep],
            height_m=self.height_m[keep],
            tilt_deg=self.tilt_deg[keep],
            state=self.state[keep],
            traits=self.traits[keep],
            facing_of=new[self.facing_of[faced]],
            bearing=self.bearing[faced],
            opening=self.opening[faced],
        )

    def joined(self, others: Cameras) -> Cameras:
        """These and, after them, others."""
        together = {
            name: np.concatenate((getattr(self, name), getattr(others, name)))
            for name in self.__slots__
        }
        together["facing_of"] = np.concatenate((self.facing_of, others.facing_of + len(self)))
        return Cameras(**together)

    @property
    def facing_unknown(self) -> Flags:
        """Those of which nobody knows where they look."""
        faced = np.bincount(self.facing_of, minlength=len(self)) > 0
        return ~(faced | self.all_round)


@dataclass(frozen=True, slots=True)
class Streets:
    """Ways by their number; `cell` is the one that the first point lies in."""

    pk: I64
    cell: I64
    public: Flags
    tunnel: Flags
    ways: Ways

    def __len__(self) -> int:
        """How many they are."""
        return len(self.pk)

    def only(self, keep: Flags) -> Streets:
        """Some of them, in the same order."""
        return Streets(
            self.pk[keep],
            self.cell[keep],
            self.public[keep],
            self.tunnel[keep],
            Ways(*taken(self.ways.lonlat, self.ways.starts, np.flatnonzero(keep))),
        )


@dataclass(frozen=True, slots=True)
class Places:
    """Places with their boundaries, cut to what is around the cells."""

    pk: I64
    shapes: Shapes


@dataclass(frozen=True, slots=True)
class SensitivePlaces:
    """Sensitive places, where each is, and the lines along which each meets the public.

    `kind` is a place in `SENSITIVE_KINDS`, `front_of` the place in these arrays of the one that a
    line belongs to.
    """

    pk: I64
    kind: I64
    lonlat: F64
    front_of: I64
    fronts: Ways


@dataclass(frozen=True, slots=True)
class Looked:
    """Where somebody looked, area by area, and on which day, as an ordinal."""

    areas: Areas
    looked_on: I64


@dataclass(frozen=True, slots=True)
class Block:
    """Some cells, in ascending order, with everything that bears on their figures."""

    cells: I64
    streets: Streets
    cameras: Cameras
    walls: Walls
    places: Places
    sensitive: SensitivePlaces
    looked: Looked


def taken(lonlat: F64, starts: I64, rows: I64) -> tuple[F64, I64]:
    """The corners of some rows of a flat array of lines or rings, and where each row starts."""
    counts = starts[rows + 1] - starts[rows]
    new = np.concatenate((np.zeros(1, np.int64), np.cumsum(counts)))
    corners = np.arange(new[-1]) + np.repeat(starts[rows] - new[:-1], counts)
    return lonlat[corners], new


def ways_of(lines: Shapes) -> Ways:
    """Lines in degrees as flat arrays."""
    lonlat, line = shapely.get_coordinates(lines, return_index=True)
    counts = np.bincount(line, minlength=len(lines))
    return Ways(lonlat, np.concatenate((np.zeros(1, np.int64), np.cumsum(counts))))


def areas_of(shapes: Shapes) -> Areas:
    """Areas in degrees, numbered in their order, as rings that do not repeat a corner."""
    parts, shape = shapely.get_parts(shapes, return_index=True)
    parts, inner = shapely.get_parts(parts, return_index=True)
    polygons = shapely.get_type_id(parts) == shapely.GeometryType.POLYGON
    rings, polygon = shapely.get_rings(parts[polygons], return_index=True)
    lonlat = shapely.get_coordinates(rings)
    ends = np.cumsum(shapely.get_num_coordinates(rings).astype(np.int64))
    starts = np.concatenate((np.zeros(1, np.int64), ends)) - np.arange(len(rings) + 1)
    area = shape[inner][polygons][polygon]
    return Areas(np.delete(lonlat, ends - 1, axis=0), starts, area.astype(np.int64))


def shapes_of(wkbs: Iterable[bytes | memoryview]) -> Shapes:
    """Shapes from well-known binary, all at once."""
    found: Shapes = shapely.from_wkb(np.array([bytes(wkb) for wkb in wkbs], dtype=object))
    return found


def ways_joined(*parts: Ways) -> Ways:
    """Ways and, after them, others."""
    before = np.cumsum([0, *(len(part.lonlat) for part in parts)])
    starts = [part.starts[:-1] + first for part, first in zip(parts, before[:-1], strict=True)]
    lonlat = np.concatenate([part.lonlat for part in parts])
    return Ways(lonlat, np.concatenate((*starts, before[-1:])))
