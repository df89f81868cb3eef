"""Supercluster over the city's cameras, in Node, with its tiles made into bytes by vt-pbf."""

import json
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from script.benchmarks.city.filled_city import City
from script.benchmarks.city.peers import packages_of

_SCRIPT = Path(__file__).with_name("served") / "supercluster.mjs"
_MEMORY_MB = 8_000


@dataclass(frozen=True)
class Superclustered:
    """Seconds until its index stands, and of each tile the seconds and the bytes."""

    load_s: float
    tiles: list[tuple[float, int]]


def superclustered(city: City, tiles: Sequence[Sequence[int]]) -> Superclustered | None:
    """Its figures, or `None` where it is not to be had."""
    packages = packages_of("supercluster")
    if packages is None:
        return None
    points = city.folder / "points.f64"
    city.lonlat.tofile(points)
    node = [sys.executable.replace("python", "node"), f"--max-old-space-size={_MEMORY_MB}"]
    command = [*node, str(_SCRIPT), str(points), json.dumps(tiles), str(packages)]
    ran = subprocess.run(command, check=True, capture_output=True, text=True)
    told = json.loads(ran.stdout)
    return Superclustered(told["load"], [(seconds, size) for seconds, size in told["tiles"]])
