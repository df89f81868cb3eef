"""How fast coverage is computed: a real city centre, ever more cameras, and one that changes."""

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from script.benchmarks.measure import Ratio, shared_data
from tests.running_database import running_database

HELSINKI = Path("osm-helsinki-centre-pbf/Helsinki.osm.pbf")
HELSINKI_AT_MOST_S = 2.0
CHANGE_AT_MOST_S = 2.0
# One camera may cost a third more where there are ten or a hundred times as many.
GROWTH_AT_MOST = 4 / 3
SIZES = (10_000, 100_000)
MEMORY_AT_MOST_GB = 2.0


def run() -> Iterator[Ratio]:
    """The centre, the growth, and the change; MAPPER_BENCH_CAMERAS=1000000,… asks for others."""
    source = shared_data() / HELSINKI
    if source.exists():
        told = in_new_database("import", str(source))
        yield _within(f"{told['cameras']} cameras of Helsinki", told["compute"], HELSINKI_AT_MOST_S)
    asked = os.environ.get("MAPPER_BENCH_CAMERAS", "")
    sizes = [int(size) for size in asked.split(",") if size] or SIZES
    first = None
    for size in sizes:
        told = in_new_database("town", str(size))
        each = told["compute"] / size
        first = first or each
        name = f"one of {size:,} cameras"
        yield Ratio(name, each, f"one of {sizes[0]:,}", first, 1 / GROWTH_AT_MOST)
        yield _within(f"a change among {size:,} cameras", told["change"], CHANGE_AT_MOST_S)
        yield _within(f"gigabytes for {size:,} cameras", told["memory_gb"], MEMORY_AT_MOST_GB)


def in_new_database(*what: str) -> dict[str, Any]:
    """What `covered_town` says of itself, in a process and on a PostGIS cluster of its own."""
    with running_database() as cluster:
        variables = os.environ | {"MAPPER_DATABASE_URL": cluster.url}
        migrate = [sys.executable, "manage.py", "migrate", "--verbosity", "0"]
        subprocess.run(migrate, check=True, env=variables)
        command = [sys.executable, "-m", "script.benchmarks.covered_town", *what]
        ran = subprocess.run(command, check=True, env=variables, capture_output=True, text=True)
        told: dict[str, Any] = json.loads(ran.stdout.splitlines()[-1])
        return told


def _within(name: str, ours: float, at_most: float) -> Ratio:
    return Ratio(name, ours, "what is allowed", at_most, 1.0)
