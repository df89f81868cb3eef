"""One tile nobody has asked for before, inside the process, against ST_AsMVT and supercluster."""

import statistics
import time
from collections.abc import Iterator
from math import inf
from operator import itemgetter

import psycopg

from script.benchmarks.city.asked_places import MIXED_ZOOMS, SINGLE_AT_MOST, cameras_by_tile
from script.benchmarks.city.filled_city import City
from script.benchmarks.city.inner_time import measured_inside
from script.benchmarks.city.supercluster import superclustered
from script.benchmarks.measure import Ratio

_STREET_ZOOM, _FAR_ZOOMS = 16, (8, 12)
_STREET_S, _ANY_S = 0.001, 0.005
_RUNS = 9
_AS_MVT = """
    SELECT ST_AsMVT(feature, 'cameras', 4096, 'shape'), count(*) FROM (
        SELECT id, kind, state, operator_type, face_recognition, plate_reading, lifecycle, facings,
               ST_AsMVTGeom(ST_Transform(location, 3857), ST_TileEnvelope(%(z)s, %(x)s, %(y)s),
                            4096, 256) AS shape
        FROM flat.camera
        WHERE location && ST_Transform(
            ST_TileEnvelope(%(z)s, %(x)s, %(y)s, margin => 0.0625), 4326)) AS feature
"""


def run(city: City, site: str) -> Iterator[Ratio]:  # noqa: ARG001
    """The fullest tile of each zoom, and the fullest street tile that is not counts."""
    street = fullest(city, _STREET_ZOOM, SINGLE_AT_MOST)
    tiles = [street, *(fullest(city, zoom) for zoom in MIXED_ZOOMS)]
    single, *ours = measured_inside(city, "tiles", tiles)
    slowest = max(tile["seconds"] for tile in ours)
    yield Ratio("a cold street tile", single["seconds"], "1 ms", _STREET_S, 0.0)
    yield Ratio("the slowest cold tile, zoom 4–17", slowest, "5 ms", _ANY_S, 0.0)
    with city.connected() as line:
        seconds, cameras = as_mvt(line, street)
    if abs(cameras - single["cameras"]) > 0.01 * cameras:
        raise RuntimeError(f"not the same tile: {single['cameras']} cameras and {cameras}")
    name = "a cold street tile, against ST_AsMVT"
    said = (f"{cameras} cameras, {single['seconds'] * 1e3:.3g} ms", f"{seconds * 1e3:.3g} ms")
    yield Ratio(name, single["seconds"], "ST_AsMVT", seconds, 0.0, said=said)
    theirs = superclustered(city, tiles[1:])
    if theirs is None:
        return
    for zoom, tile, (their_s, _) in zip(MIXED_ZOOMS, ours, theirs.tiles, strict=True):
        if zoom in _FAR_ZOOMS:
            name = f"a cold tile, zoom {zoom}, against supercluster"
            yield Ratio(name, tile["seconds"], "supercluster", their_s, 0.0)


def fullest(city: City, zoom: int, at_most: float = inf) -> list[int]:
    """The tile of a zoom with the most cameras that are no more than so many: z, x, y."""
    places = (entry for entry in cameras_by_tile(city, zoom) if entry[1] <= at_most)
    (x, y), _ = max(places, key=itemgetter(1))
    return [zoom, x, y]


def as_mvt(line: psycopg.Connection, tile: list[int]) -> tuple[float, int]:
    """Median seconds until PostGIS has made a tile, and how many cameras are in it."""
    asked = dict(zip("zxy", tile, strict=True))
    seconds, cameras = [], 0
    for _ in range(_RUNS):
        start = time.perf_counter()
        row = line.execute(_AS_MVT, asked, prepare=True, binary=True).fetchone()
        seconds.append(time.perf_counter() - start)
        cameras = row[1] if row else 0
    return statistics.median(seconds), cameras
