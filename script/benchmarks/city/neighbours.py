"""The nearest five and all within 15 m, inside the process, against PostGIS."""

import statistics
import time
from collections.abc import Iterator, Sequence

import psycopg

from mapper.geometry import box_around
from script.benchmarks.city.asked_places import drawn_places
from script.benchmarks.city.filled_city import City
from script.benchmarks.city.inner_time import measured_inside
from script.benchmarks.measure import Ratio

_ASKED, _METRES, _WITHIN_S = 1_000, 15.0, 0.0001
# Beside a camera rather than on it.
_BESIDE_DEG = 0.00003
_NEAREST = """
    SELECT id FROM flat.camera ORDER BY location <-> ST_SetSRID(ST_MakePoint(%s, %s), 4326) LIMIT 5
"""
# By the index in degrees, then by the distance: what is asked as geography finds no index here.
_NEAR = """
    SELECT id FROM flat.camera
    WHERE location && ST_MakeEnvelope(%s, %s, %s, %s, 4326)
      AND ST_DistanceSphere(location, ST_SetSRID(ST_MakePoint(%s, %s), 4326)) <= %s
"""


def run(city: City, site: str) -> Iterator[Ratio]:  # noqa: ARG001
    """A thousand questions one after the other on both sides, which must find as many."""
    places = [(lon + _BESIDE_DEG, lat) for lon, lat in drawn_places(city, _ASKED)]
    ours = measured_inside(city, "neighbours", places)
    with city.connected() as line:
        nearest, _ = asked(line, _NEAREST, places)
        boxes = [box_around(lon, lat, _METRES) for lon, lat in places]
        near, met = asked(
            line,
            _NEAR,
            [
                (box.west, box.south, box.east, box.north, lon, lat, _METRES)
                for box, (lon, lat) in zip(boxes, places, strict=True)
            ],
        )
    if abs(met - ours["met"]) > 0.01 * met:
        raise RuntimeError(f"not the same neighbours: {ours['met']} and {met}")
    for name, seconds, theirs in (
        ("the nearest five", ours["nearest"], nearest),
        ("all within 15 m", ours["near"], near),
    ):
        yield Ratio(name, seconds, "0.1 ms", _WITHIN_S, 0.0)
        yield Ratio(f"{name}, against PostGIS", seconds, "PostGIS", theirs, 0.0)


def asked(
    line: psycopg.Connection, question: str, asked_of: Sequence[tuple[float, ...]]
) -> tuple[float, int]:
    """The median seconds of an answer, and how many rows all answers have."""
    seconds, rows = [], 0
    for values in asked_of:
        start = time.perf_counter()
        found = line.execute(question, values, prepare=True).fetchall()
        seconds.append(time.perf_counter() - start)
        rows += len(found)
    return statistics.median(seconds), rows
