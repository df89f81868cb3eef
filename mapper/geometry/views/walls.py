"""Walls: the outlines of buildings as flat arrays, each ring turned the same way round."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import shapely
from numpy.typing import NDArray
from shapely.geometry.base import BaseGeometry
from shapely.validation import explain_validity

from mapper.geometry.arrays import F64, I64

_NO_NUMBER = "a corner is no finite number"


@dataclass(frozen=True, slots=True)
class Walls:
    """The rings of buildings, outer ones and those of courtyards alike.

    Corners are in degrees, and no ring repeats its first corner at its end. Every ring has its
    building on the left: outer rings run against the clock, courtyards with it. `building` is
    the number of the outline that a ring belongs to, ascending.
    """

    lonlat: F64
    starts: I64
    building: I64


@dataclass(frozen=True, slots=True)
class Repair:
    """What was wrong with an outline, in words."""

    index: int
    reason: str


def walls_of(outlines: Sequence[BaseGeometry]) -> tuple[Walls, list[Repair]]:
    """Give the walls of outlines in degrees; the number of a building is its outline's index.

    Outlines that cross themselves are repaired. What has no area (a point, a line, nothing at
    all) or a corner that is no number has no walls. All of this is told, outline by outline.
    """
    shapes = np.array(outlines, dtype=object)
    repairs = [*_without_numbers(shapes), *_mended(shapes)]
    parts, building = shapely.get_parts(shapes, return_index=True)
    # What a mended outline leaves may hold lines beside areas, one collection down.
    parts, inner = shapely.get_parts(parts, return_index=True)
    building = building[inner]
    areas = (shapely.get_type_id(parts) == shapely.GeometryType.POLYGON) & ~shapely.is_empty(parts)
    told = [repair.index for repair in repairs if repair.reason == _NO_NUMBER]
    bare = np.setdiff1d(np.arange(len(shapes)), np.concatenate((building[areas], told)))
    repairs += [Repair(int(index), "it has no area") for index in bare]
    return _rings_of(parts[areas], building[areas]), sorted(repairs, key=lambda one: one.index)


def _without_numbers(shapes: NDArray[np.object_]) -> list[Repair]:
    """Empty, in place, the outlines of which a corner is no finite number."""
    corners, shape = shapely.get_coordinates(shapes, return_index=True)
    lost = np.unique(shape[~np.isfinite(corners).all(axis=1)])
    shapes[lost] = shapely.Polygon()
    return [Repair(int(index), _NO_NUMBER) for index in lost]


def _mended(shapes: NDArray[np.object_]) -> list[Repair]:
    """Make valid, in place, the outlines that are not."""
    broken = np.flatnonzero(~shapely.is_valid(shapes))
    repairs = [Repair(int(index), explain_validity(shapes[index])) for index in broken]
    shapes[broken] = shapely.make_valid(shapes[broken], method="structure", keep_collapsed=False)
    return repairs


def _rings_of(polygons: NDArray[np.object_], building: I64) -> Walls:
    """The rings of valid polygons, turned and without the corner that closes them."""
    turned = shapely.orient_polygons(polygons, exterior_cw=False)
    rings, polygon = shapely.get_rings(turned, return_index=True)
    counts = shapely.get_num_coordinates(rings).astype(np.int64) - 1
    closing = np.cumsum(counts + 1) - 1
    lonlat = np.delete(shapely.get_coordinates(rings), closing, axis=0)
    starts = np.concatenate((np.zeros(1, dtype=np.int64), np.cumsum(counts)))
    return Walls(np.ascontiguousarray(lonlat), starts, building[polygon].astype(np.int64))
