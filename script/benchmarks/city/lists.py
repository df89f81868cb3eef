"""All cameras of the city as somebody's list into an empty PostGIS, against ogr2ogr."""

import os
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from urllib.request import urlopen

from script.benchmarks.city.filled_city import City
from script.benchmarks.city.peers import program
from script.benchmarks.city.serving import OUR_TILES, our_site
from script.benchmarks.measure import Ratio

_WITHIN_S = 15.0
_FIRST_WITHIN_S = 3.0
_WORLD = OUR_TILES.format(z=0, x=0, y=0)
_LIST = """
    COPY (SELECT id AS ref, kind, operator_type, facings AS facing,
                 ST_X(location) AS lon, ST_Y(location) AS lat FROM flat.camera ORDER BY id)
    TO STDOUT WITH (FORMAT csv, HEADER)
"""
_OURS = (
    "--source Bench --ref-field ref --kind-field kind --operator-type-field operator_type"
    " --facing-field facing --date 2026-10-01"
)
_THEIRS = (
    "-nln camera -a_srs EPSG:4326 -gt unlimited -oo X_POSSIBLE_NAMES=lon -oo Y_POSSIBLE_NAMES=lat"
)


def run(city: City, site: str) -> Iterator[Ratio]:  # noqa: ARG001
    """Each into a new database, with its keys and indexes: it writes one table, we write three."""
    listed = city.folder / "list.csv"
    _write_list(city, listed)
    first = _seconds_to_the_first(city, listed)
    yield Ratio(
        "import of a list, first on the map", first, f"{_FIRST_WITHIN_S:g} s", _FIRST_WITHIN_S, 0.0
    )
    ours = _seconds_of_ours(city, listed)
    yield Ratio("import of a list", ours, f"{_WITHIN_S:g} s", _WITHIN_S, 0.0)
    if program("ogr2ogr"):
        theirs = _seconds_of_ogr2ogr(city, listed)
        yield Ratio("import of a list, against ogr2ogr", ours, "ogr2ogr", theirs, 0.0)


def _write_list(city: City, path: Path) -> None:
    with city.connected() as line, path.open("wb") as file, line.cursor().copy(_LIST) as rows:
        for row in rows:
            file.write(row)


def _import(listed: Path) -> list[str]:
    return [sys.executable, "manage.py", "import_cameras", f"{listed}", *_OURS.split()]


@contextmanager
def _empty_site(city: City) -> Iterator[City]:
    """A city of ours in which nothing is yet but its tables."""
    with city.beside("ours") as empty:
        _seconds([sys.executable, "manage.py", "migrate", "--verbosity", "0"], empty.variables)
        yield empty


def _seconds_to_the_first(city: City, listed: Path) -> float:
    """From the start of the command until a running site's tile of the world shows some of it."""
    with _empty_site(city) as empty, our_site(empty) as site:
        nothing = _world(site)
        start = time.perf_counter()
        command = subprocess.Popen(
            _import(listed),
            env=empty.variables,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        try:
            while _world(site) == nothing:
                if command.poll() is not None:
                    raise RuntimeError("the list was imported, and nothing of it is on the map")
                time.sleep(0.02)
            return time.perf_counter() - start
        finally:
            command.kill()
            command.wait()


def _world(site: str) -> bytes:
    with urlopen(site + _WORLD) as answer:  # noqa: S310  (our own loopback site)
        tile: bytes = answer.read()
    return tile


def _seconds_of_ours(city: City, listed: Path) -> float:
    """`manage.py import_cameras`, from the start of the command to its end."""
    with _empty_site(city) as empty:
        return _seconds(_import(listed), empty.variables)


def _seconds_of_ogr2ogr(city: City, listed: Path) -> float:
    """ogr2ogr in its quickest way: by COPY, all in one transaction, with key and index."""
    with city.beside("theirs") as empty:
        target = f"PG:host={empty.cluster.folder} user=postgres dbname={empty.database}"
        command = ["ogr2ogr", "-f", "PostgreSQL", target, f"{listed}", *_THEIRS.split()]
        return _seconds(command, os.environ | {"PG_USE_COPY": "YES"})


def _seconds(command: Sequence[str], variables: Mapping[str, str]) -> float:
    start = time.perf_counter()
    subprocess.run(command, check=True, env=variables, capture_output=True)
    return time.perf_counter() - start
