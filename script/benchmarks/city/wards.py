"""Counting the cameras in each of a thousand wards, as the join of PostGIS must count them."""

import time
from collections.abc import Callable, Iterator
from itertools import pairwise

import numpy as np
import psycopg
import shapely

from mapper.coverage.block import Shapes, areas_of
from mapper.geometry.areas_of_points import numbers_in_areas
from mapper.geometry.arrays import F64, I64
from script.benchmarks.city.filled_city import City
from script.benchmarks.measure import Ratio

_COLUMNS, _ROWS = 40, 25
# Of a ward's 90 corners; neighbours have those of their common side in common.
_ON_A_SIDE, _ON_TOP = 22, 23
_BENT_BY = 0.2
_WITHIN_S = 1.0
_ROUNDS, _SMALL_ROUNDS = 2, 3
_TABLE = """
DROP TABLE IF EXISTS flat.ward;
CREATE TABLE flat.ward (id int PRIMARY KEY, boundary geometry(Polygon, 4326));
"""
_INDEX = "CREATE INDEX ON flat.ward USING gist (boundary); VACUUM ANALYZE flat.ward"
_JOIN = """
    SELECT ward.id, count(*)
    FROM flat.ward JOIN flat.camera ON ST_Intersects(ward.boundary, camera.location)
    GROUP BY ward.id
"""


def run(city: City, site: str) -> Iterator[Ratio]:  # noqa: ARG001
    """Some rounds of each side; ours includes the grid over the wards, theirs not its index."""
    wards = wards_over(city.lonlat)
    areas = areas_of(wards)
    ours, theirs = [], []

    def count() -> I64:
        return numbers_in_areas(city.lonlat, areas, len(wards))

    expected = count()
    with city.connected() as line:
        _store(line, wards)
        for _ in range(_SMALL_ROUNDS if city.is_small else _ROUNDS):
            ours.append(_timed(count))
            theirs.append(_timed(lambda: _compare(expected, line)))
    name = f"cameras in {len(wards):,} wards"
    yield Ratio(name, float(np.median(ours)), f"{_WITHIN_S:g} s", _WITHIN_S, 0.0)
    yield Ratio.of_rounds(f"{name}, against the join of PostGIS", ours, "PostGIS", theirs)


def wards_over(lonlat: F64) -> Shapes:
    """Wards of 90 corners that share out the ground under some points, as many in each row."""
    random = np.random.default_rng(7)
    shares = np.linspace(0, 1, _COLUMNS + 1), np.linspace(0, 1, _ROWS + 1)
    lon, lat = (np.quantile(lonlat[:, axis], shares[axis]) for axis in (0, 1))
    upright = [
        [_bent((x, south), (x, north), _ON_A_SIDE, random) for x in lon]
        for south, north in pairwise(lat)
    ]
    level = [
        [_bent((west, y), (east, y), _ON_TOP, random) for west, east in pairwise(lon)] for y in lat
    ]
    rings = [
        np.concatenate(
            (
                level[row][column][:-1],
                upright[row][column + 1][:-1],
                level[row + 1][column][:0:-1],
                upright[row][column][:0:-1],
            )
        )
        for row in range(_ROWS)
        for column in range(_COLUMNS)
    ]
    return np.array([shapely.Polygon(ring) for ring in rings], dtype=object)


def _bent(
    start: tuple[float, float], end: tuple[float, float], steps: int, random: np.random.Generator
) -> F64:
    """A line from corner to corner that wavers to both sides, by a share of its steps."""
    along = np.linspace(start, end, steps + 1)
    aside = np.subtract(end, start)[::-1] / steps
    along[1:-1] += random.uniform(-_BENT_BY, _BENT_BY, (steps - 1, 1)) * aside
    return along


def _store(line: psycopg.Connection, wards: Shapes) -> None:
    """The wards as a table, with its index."""
    line.execute(_TABLE)
    with line.cursor() as cursor:
        cursor.executemany(
            "INSERT INTO flat.ward VALUES (%s, ST_GeomFromWKB(%s, 4326))",
            list(enumerate(shapely.to_wkb(wards).tolist())),
        )
    for statement in _INDEX.split(";"):
        line.execute(statement)


def _compare(expected: I64, line: psycopg.Connection) -> None:
    """Let PostGIS count; raises `RuntimeError` where it finds other numbers."""
    found = np.zeros(len(expected), dtype=np.int64)
    for ward, number in line.execute(_JOIN).fetchall():
        found[ward] = number
    if not np.array_equal(found, expected):
        raise RuntimeError(f"not the same cameras in wards: {expected.sum()} and {found.sum()}")


def _timed(work: Callable[[], object]) -> float:
    start = time.perf_counter()
    work()
    return time.perf_counter() - start
