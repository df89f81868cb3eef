"""The longest stretches of a place's public streets that no known camera may see."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np
import shapely
from django.contrib.gis.db.models.functions import AsWKB
from shapely.geometry import LineString
from shapely.geometry.base import BaseGeometry

from mapper.coverage.models import CoverageCell
from mapper.coverage.records import STREET, STRETCH, Rows, unpack
from mapper.geometry import Box
from mapper.geometry.arrays import F64
from mapper.geometry.cells import cells_of
from mapper.geometry.stretches import Ways, lengths_of
from mapper.places.models import Place, Street
from mapper.settings import limits

_SHORTEST_M = 1.0
"""What is shorter lies where two views nearly touch, or was cut off by a boundary."""

_UNNAMED = "\0"
"""Begins what stands for the name of a way without one; no name does."""


@dataclass(frozen=True, slots=True)
class Gap:
    """A stretch out of view: its street's name, empty where it has none, and where it lies.

    `looked` tells *somebody looked, and no known camera sees it* from *nobody has looked*.
    `middle` is the longitude and latitude halfway along.
    """

    name: str
    metres: float
    looked: bool
    middle: tuple[float, float]
    line: LineString


class _Path(NamedTuple):
    """The corners of one line, and how many metres along it each lies."""

    lonlat: F64
    along_m: F64

    def at(self, metres: float) -> tuple[float, float]:
        """The point that lies so many metres along."""
        lon, lat = (np.interp(metres, self.along_m, axis) for axis in self.lonlat.T)
        return float(lon), float(lat)

    def between(self, from_m: float, to_m: float) -> LineString:
        """The part from one metre to another."""
        inner = (self.along_m > from_m) & (self.along_m < to_m)
        return LineString([self.at(from_m), *self.lonlat[inner].tolist(), self.at(to_m)])


class _Streets(NamedTuple):
    """The public streets of a place, in the order of their numbers."""

    pk: list[int]
    name: list[str]
    paths: list[_Path]
    cells: set[int]


def gaps_of(place: Place, at_most: int) -> list[Gap]:
    """The longest gaps in a place, as last computed; streets not computed have none.

    Gaps on one name that touch are one. Service roads and tunnels are left out. Two queries.
    """
    boundary = shapely.from_wkb(bytes(place.boundary.wkb))
    streets = _public_streets(boundary)
    lines: dict[tuple[str, bool], list[LineString]] = defaultdict(list)
    for street, looked, line in _out_of_view(streets):
        # Ways without a name are not one street because they touch.
        name = streets.name[street] or f"{_UNNAMED}{street}"
        lines[name, looked].append(line)
    shapely.prepare(boundary)
    gaps = [_gap(key, line) for key, parts in lines.items() for line in _joined(parts, boundary)]
    gaps = [gap for gap in gaps if gap.metres > _SHORTEST_M]
    return sorted(gaps, key=lambda gap: (-gap.metres, gap.middle))[:at_most]


def _public_streets(boundary: BaseGeometry) -> _Streets:
    """The public streets that touch a boundary's box."""
    rows = list(
        Street.objects.in_box(Box(*boundary.bounds))
        .public_ways()
        .filter(tunnel=False)
        .annotate(wkb=AsWKB("line"))
        .order_by("pk")
        .values_list("pk", "name", "wkb")
    )
    paths = _paths_of([shapely.from_wkb(bytes(wkb)) for _, _, wkb in rows])
    first = np.array([path.lonlat[0] for path in paths]).reshape(-1, 2)
    return _Streets(
        pk=[pk for pk, _, _ in rows],
        name=[name for _, name, _ in rows],
        paths=paths,
        cells=set(cells_of(first, limits.COVERAGE_CELL_ZOOM).tolist()),
    )


def _paths_of(lines: Sequence[BaseGeometry]) -> list[_Path]:
    """Lines with the metres along them, which are counted as the figures count them."""
    if not lines:
        return []
    lonlat, line = shapely.get_coordinates(lines, return_index=True)
    begins = np.flatnonzero(np.diff(line, prepend=-1))
    pairs = np.stack((np.roll(lonlat, 1, axis=0), lonlat), axis=1).reshape(-1, 2)
    steps = lengths_of(Ways(pairs, np.arange(0, len(pairs) + 1, 2)))
    steps[begins] = 0.0
    return [
        _Path(corners, np.cumsum(own))
        for corners, own in zip(
            np.split(lonlat, begins[1:]), np.split(steps, begins[1:]), strict=True
        )
    ]


def _out_of_view(streets: _Streets) -> Iterator[tuple[int, bool, LineString]]:
    """Each part no camera may see: its street's place in the list, whether looked at, a line."""
    computed, stretches = _stored(streets.cells)
    numbers = np.array(streets.pk, dtype=np.int64)
    rows = np.searchsorted(stretches["street"], np.stack((numbers, numbers + 1), axis=1)).tolist()
    for street, (pk, path) in enumerate(zip(streets.pk, streets.paths, strict=True)):
        if pk not in computed:
            continue
        for from_m, to_m, looked in _runs(stretches[slice(*rows[street])], path.along_m[-1]):
            yield street, looked, path.between(from_m, to_m)


def _stored(cells: set[int]) -> tuple[set[int], Rows]:
    """The streets of some cells that were computed, and their stretches."""
    rows = CoverageCell.objects.filter(cell__in=cells).values_list("streets", "stretches")
    packed = [(unpack(bytes(one), STREET), unpack(bytes(two), STRETCH)) for one, two in rows]
    computed = {pk for streets, _ in packed for pk in streets["street"].tolist()}
    stretches = np.concatenate([np.empty(0, STRETCH), *(two for _, two in packed)])
    return computed, stretches[np.lexsort((stretches["from_m"], stretches["street"]))]


def _runs(stretches: Rows, length_m: float) -> Iterator[tuple[float, float, bool]]:
    """From where to where a street is out of view; what no stretch tells of nobody looked at."""
    reached = 0.0
    for row in stretches:
        if row["from_m"] > reached:
            yield reached, float(row["from_m"]), False
        if not row["possible"]:
            yield float(row["from_m"]), float(row["to_m"]), bool(row["looked_on"])
        reached = float(row["to_m"])
    if reached < length_m:
        yield reached, length_m, False


def _joined(lines: Iterable[LineString], boundary: BaseGeometry) -> Iterator[LineString]:
    """Lines that touch as one, and of each what lies within a boundary."""
    merged = shapely.line_merge(shapely.union_all(list(lines)))
    inside = merged if boundary.covers(merged) else boundary.intersection(merged)
    parts = shapely.get_parts(shapely.line_merge(inside))
    return (part for part in parts if isinstance(part, LineString))


def _gap(key: tuple[str, bool], line: LineString) -> Gap:
    name, looked = key
    [path] = _paths_of([line])
    metres = float(path.along_m[-1])
    return Gap(name.partition(_UNNAMED)[0], metres, looked, path.at(metres / 2), line)
