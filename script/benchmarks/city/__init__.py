"""How fast everything is in a city of 2,580,000 cameras, side by side with what others wrote."""

import os
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

from script.benchmarks.city import (
    archive,
    building,
    cold_tiles,
    embedded,
    frames,
    freshness,
    items,
    lists,
    neighbours,
    pages,
    tiles,
    wards,
)
from script.benchmarks.city.filled_city import WHOLE, City, filled_city
from script.benchmarks.city.goals import judged
from script.benchmarks.city.serving import our_site
from script.benchmarks.measure import Ratio

PARTS: dict[str, Callable[[City, str], Iterator[Ratio]]] = {
    "tiles": tiles.run,
    "cold_tiles": cold_tiles.run,
    "building": building.run,
    "archive": archive.run,
    "freshness": freshness.run,
    "neighbours": neighbours.run,
    "wards": wards.run,
    "items": items.run,
    "pages": pages.run,
    "frames": frames.run,
    "embedded": embedded.run,
    "lists": lists.run,
}


def run() -> Iterator[Ratio]:
    """All parts, or those in MAPPER_BENCH_PARTS, in one city of MAPPER_BENCH_CAMERAS."""
    cameras = cameras_asked_for()
    chosen = os.environ.get("MAPPER_BENCH_PARTS", "").split(",")
    with (
        tempfile.TemporaryDirectory() as folder,
        filled_city(cameras, Path(folder)) as city,
        our_site(city) as site,
    ):
        for name, part in PARTS.items():
            if chosen == [""] or name in chosen:
                yield from (judged(ratio, cameras) for ratio in part(city, site))


def edition() -> str:
    """What sets the results of this city apart from those of the whole one."""
    cameras = cameras_asked_for()
    return "" if cameras == WHOLE else f"-{cameras}"


def cameras_asked_for() -> int:
    """How many cameras the city is to have."""
    return int(os.environ.get("MAPPER_BENCH_CAMERAS", "").split(",")[0] or WHOLE)
