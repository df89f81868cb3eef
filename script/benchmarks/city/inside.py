"""What is measured inside one process of ours, in a process of its own; prints JSON.

python -m script.benchmarks.city.inside WHAT JSON-OF-WHAT-IS-ASKED
"""

import json
import statistics
import sys
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

import django
import numpy as np

django.setup()

from django.utils import timezone  # noqa: E402

from mapper.settings import limits  # noqa: E402
from mapper.tiles.archive import write_archive  # noqa: E402
from mapper.tiles.camera_layers import camera_tile_bytes, gathered  # noqa: E402
from mapper.tiles.index.building import build_index, index_folder  # noqa: E402
from mapper.tiles.index.cells import count_all  # noqa: E402
from mapper.tiles.index.database import database_identity  # noqa: E402
from mapper.tiles.index.files import read_index  # noqa: E402
from mapper.tiles.index.points import Points  # noqa: E402
from mapper.tiles.index.questions import nearest  # noqa: E402
from mapper.tiles.index.words import chosen  # noqa: E402
from mapper.tiles.kept_tiles import finished  # noqa: E402
from mapper.tiles.tile import Tile  # noqa: E402
from mapper.vocabulary import Selection  # noqa: E402

_RUNS, _TILE_RUNS = 3, 9
_WITHIN_M = 15.0


def build(_: object) -> dict[str, Any]:
    """Seconds from the database to the file, and of sorting and counting alone."""
    seconds = [_timed(build_index) for _ in range(_RUNS)]
    index = read_index(index_folder(), database_identity()).index
    mixed = np.random.default_rng(1).permutation(len(index.base))
    columns = {
        name: getattr(index.base, name)[mixed]
        for name in ("ids", "codes", "words", "seen", "facings")
    }
    return {
        "database": seconds,
        "sorting": [
            _timed(lambda: count_all(Points.sorted_from(**columns, texts=index.base.texts)))
            for _ in range(_RUNS)
        ],
    }


def load(_: object) -> list[float]:
    """Seconds from the file to an index that answers, some times over."""
    return [_timed(lambda: read_index(index_folder(), database_identity())) for _ in range(_RUNS)]


def tiles(asked: list[list[int]]) -> list[dict[str, Any]]:
    """Of each tile: seconds until its bytes are compressed, their number, and that of its cameras.

    A tile that holds counts has no cameras. Nothing is kept from run to run, but loops are
    compiled before.
    """
    index, today = read_index(index_folder(), database_identity()).index, timezone.localdate()
    answers = []
    for place in asked:
        tile = Tile(*place)
        found = gathered(index, tile, chosen(Selection(), today))

        def make(tile: Tile = tile) -> bytes:
            kept = finished(camera_tile_bytes(index, tile, Selection(), today))
            return kept.compressed

        size = len(make())
        seconds = statistics.median(_timed(make) for _ in range(_TILE_RUNS))
        single = tile.z >= limits.CAMERAS_MIN_ZOOM and found is not None
        cameras = len(found.ids) if found and single else 0
        answers.append({"seconds": seconds, "bytes": size, "cameras": cameras})
    return answers


def neighbours(asked: list[list[float]]) -> dict[str, Any]:
    """Median seconds of the nearest five and of all within 15 m, and how many those were."""
    index, today = read_index(index_folder(), database_identity()).index, timezone.localdate()

    def first(number: int, metres: float, lon: float, lat: float) -> list[tuple[int, float]]:
        return nearest(index, (lon, lat), number, metres, Selection(), today)

    within = partial(first, len(index.base), _WITHIN_M)
    return {
        "nearest": _each(partial(first, 5, 1_000.0), asked),
        "near": _each(within, asked),
        "met": sum(len(within(*place)) for place in asked),
    }


def archive(asked: list[Any]) -> dict[str, Any]:
    """Seconds until all tiles to a zoom are in a file, how many those are, and its bytes."""
    file, deepest = Path(asked[0]), asked[1]
    index, today = read_index(index_folder(), database_identity()).index, timezone.localdate()
    write = partial(write_archive, index, file, today, deepest=deepest, told=_untold)
    tiles, size = write()
    return {"seconds": [_timed(write) for _ in range(_RUNS)], "tiles": tiles, "bytes": size}


def _untold(*_: object) -> None:
    """Nobody watches."""


def _each(question: Callable[[float, float], object], asked: list[list[float]]) -> float:
    question(*asked[0])
    return statistics.median(_timed(partial(question, *place)) for place in asked)


def _timed(work: Callable[[], object]) -> float:
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


if __name__ == "__main__":
    subjects: dict[str, Callable[[Any], object]] = {
        measured.__name__: measured for measured in (build, load, tiles, neighbours, archive)
    }
    print(json.dumps(subjects[sys.argv[1]](json.loads(Path(sys.argv[2]).read_text()))))
