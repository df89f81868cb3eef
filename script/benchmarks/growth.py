"""How the index of cameras grows: from ten thousand to a hundred million, in its own memory."""

import os
import statistics
import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

import numpy as np
from django.utils import timezone

from mapper.cameras.changes import Position
from mapper.exchange.sources.city.city import make_city, usual_streets
from mapper.geometry.arrays import F64, I64, U8
from mapper.geometry.mercator import lonlat_of
from mapper.geometry.morton import ACROSS, BITS, codes_of, columns_and_rows, units_of
from mapper.tiles.camera_layers import camera_tile_bytes
from mapper.tiles.index.camera_index import CameraIndex, Homes
from mapper.tiles.index.details import COLUMNS, Details
from mapper.tiles.index.files import KeptIndex, index_path, read_index, write_index
from mapper.tiles.index.points import Points
from mapper.tiles.index.questions import nearest
from mapper.tiles.index.reading import HomeCells
from mapper.tiles.index.texts import Texts
from mapper.tiles.index.words import PARTS
from mapper.tiles.kept_tiles import finished
from mapper.tiles.tile import Tile
from mapper.vocabulary import Selection
from script.benchmarks.measure import Ratio, spoken

CITY, MOST = 2_580_000, 100_000_000
SIZES = [
    int(size)
    for size in os.environ.get(
        "MAPPER_BENCH_SIZES", f"10000,100000,1000000,{CITY},10000000,{MOST}"
    ).split(",")
]
AS_FAST, BUILT_S = 2 / 3, 40.0
"""A tile of the largest takes no more than half as long again as in one city."""
_STREET_ZOOM, _ZOOMS, _ASKED, _RUNS = 16, (4, 8, 12), 300, 5
# Cities side by side, each as far from the next as an index of the whole world would have them.
_APART = ACROSS // 64
_DATABASE = "growth"
_TEXTS = (b"", b"90", b"45/60", b"180", b"270/90")


@dataclass(frozen=True)
class Measured:
    """What was measured of an index of so many cameras: seconds, bytes of its file."""

    cameras: int
    built_s: float
    written_s: float
    read_s: float
    file_bytes: int
    street_s: float
    slowest_s: float
    nearest_s: float


def run() -> Iterator[Ratio]:
    """Each size built from columns in memory; then tiles nobody asked for, and neighbours."""
    city = one_city()
    measure(SIZES[0], city)  # compiles what has not been compiled yet
    measured = {}
    for size in SIZES:
        found = measured[size] = measure(size, city)
        print(
            f"{size:>11,}: built {spoken(found.built_s)}, written {spoken(found.written_s)},"
            f" {found.file_bytes / 1e6:,.0f} MB, read {spoken(found.read_s)},"
            f" street tile {spoken(found.street_s)}, slowest {spoken(found.slowest_s)},"
            f" nearest five {spoken(found.nearest_s)}"
        )
    if {CITY, MOST} <= set(SIZES):
        yield from _compared(measured[MOST], measured[CITY])


def _compared(most: Measured, city: Measured) -> Iterator[Ratio]:
    built = most.built_s + most.written_s
    yield Ratio("a hundred million sorted, counted and written", built, "40 s", BUILT_S, 1.0)
    for name, ours, theirs in (
        ("a street tile of a hundred million", most.street_s, city.street_s),
        ("the slowest tile of a hundred million", most.slowest_s, city.slowest_s),
        ("the nearest five of a hundred million", most.nearest_s, city.nearest_s),
    ):
        yield Ratio(name, ours, "2.58 million", theirs, AS_FAST)


def one_city() -> tuple[I64, I64]:
    """The Z-order numbers and words of one invented city, in the order it numbers its cameras."""
    codes, words = [], []
    for block in make_city("1", CITY, usual_streets(CITY)).blocks():
        columns, rows = units_of(block.lonlat[:, 0], block.lonlat[:, 1])
        codes.append(codes_of(columns, rows))
        words.append(
            _packed("kind", block.kind)
            | _packed("face_recognition", block.face)
            | _packed("plate_reading", block.plate)
            | _packed("lifecycle", block.lifecycle)
        )
    return np.concatenate(codes), np.concatenate(words)


def measure(size: int, city: tuple[I64, I64]) -> Measured:
    """Build, write, map, and ask an index of so many cameras."""
    points, details = unsorted(size, city), told(size)
    homes = Homes.of(HomeCells(np.empty(0, dtype=np.int64), np.empty(0, dtype=np.int64)))
    start = time.perf_counter()
    columns = Points.sorted_from(**points, texts=Texts.of(_TEXTS), details=details)
    index = CameraIndex.of(columns, homes)
    built = time.perf_counter() - start
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        kept = KeptIndex(index, Position(0, frozenset()), _DATABASE)
        written = _timed(partial(write_index, kept, folder))
        del index, kept, points, columns, details
        read = _timed(lambda: read_index(folder, _DATABASE))
        found = read_index(folder, _DATABASE).index
        lonlat, tiles, far = _asked(found)
        street = statistics.median(map(partial(_tile_s, found), tiles))
        slowest = max(map(partial(_tile_s, found), far))
        near = statistics.median(_near_s(found, lon, lat) for lon, lat in lonlat.tolist())
        file_bytes = index_path(folder).stat().st_size
        return Measured(size, built, written, read, file_bytes, street, slowest, near)


def unsorted(size: int, city: tuple[I64, I64]) -> dict[str, Any]:
    """So many cameras in as many cities as that takes, in no order, as columns of the index."""
    codes, words = city
    columns, rows = columns_and_rows(codes)
    cities = -(-size // CITY)
    across = max(1, int(np.ceil(np.sqrt(cities))))
    whole = np.concatenate(
        [
            codes_of(
                (columns + number % across * _APART) % ACROSS,
                (rows + number // across * _APART) % ACROSS,
            )
            for number in range(cities)
        ]
    )
    dice = np.random.default_rng(size)
    chosen = np.sort(dice.choice(CITY, size, replace=False)) if cities == 1 else np.arange(size)
    return {
        "ids": np.arange(1, size + 1),
        "codes": whole[chosen],
        "words": words[chosen % CITY].astype(np.uint16),
        "seen": dice.integers(19_000, 20_700, size, dtype=np.uint16),
        "facings": dice.integers(0, len(_TEXTS), size, dtype=np.uint32),
    }


def told(size: int) -> Details:
    """What no map asks for of so many cameras: which of a few texts each has."""
    dice = np.random.default_rng(size)
    rows = dice.integers(0, len(_TEXTS), (size, COLUMNS), dtype=np.uint32)
    return Details(rows, Texts.of(_TEXTS), Texts.of(_TEXTS))


def _packed(name: str, places: U8) -> I64:
    return places.astype(np.int64) << PARTS[name].bit


def _asked(index: CameraIndex) -> tuple[F64, list[Tile], list[Tile]]:
    """Places beside cameras drawn by lot, the street tiles there, and the fullest far tiles."""
    drawn = np.random.default_rng(1).integers(0, len(index.base), _ASKED)
    columns, rows = columns_and_rows(index.base.codes[drawn])
    lon, lat = lonlat_of(columns / ACROSS, rows / ACROSS)
    shift = BITS - _STREET_ZOOM
    street = [
        Tile(_STREET_ZOOM, x, y)
        for x, y in zip((columns >> shift).tolist(), (rows >> shift).tolist(), strict=True)
    ]
    far = [_fullest(index, zoom) for zoom in _ZOOMS]
    return np.column_stack([lon, lat]), street, far


def _fullest(index: CameraIndex, zoom: int) -> Tile:
    numbers, counts = np.unique(index.levels[zoom].numbers >> 6, return_counts=True)
    column, row = columns_and_rows(numbers[np.argmax(counts)][None])
    return Tile(zoom, int(column[0]), int(row[0]))


def _tile_s(index: CameraIndex, tile: Tile) -> float:
    today = timezone.localdate()
    return _median(lambda: finished(camera_tile_bytes(index, tile, Selection(), today)).compressed)


def _near_s(index: CameraIndex, lon: float, lat: float) -> float:
    today = timezone.localdate()
    return _median(lambda: nearest(index, (lon, lat), 5, 1_000.0, Selection(), today))


def _median(work: Callable[[], object]) -> float:
    return statistics.median(_timed(work) for _ in range(_RUNS))


def _timed(work: Callable[[], object]) -> float:
    start = time.perf_counter()
    work()
    return time.perf_counter() - start
