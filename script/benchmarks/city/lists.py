"""All cameras of the city as somebody's list into an empty PostGIS, against ogr2ogr."""

import os
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from script.benchmarks.city.filled_city import City
from script.benchmarks.city.peers import program
from script.benchmarks.measure import Ratio

_WITHIN_S = 15.0
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
    ours = _seconds_of_ours(city, listed)
    yield Ratio("import of a list", ours, f"{_WITHIN_S:g} s", _WITHIN_S, 0.0)
    if program("ogr2ogr"):
        theirs = _seconds_of_ogr2ogr(city, listed)
        yield Ratio("import of a list, against ogr2ogr", ours, "ogr2ogr", theirs, 0.0)


def _write_list(city: City, path: Path) -> None:
    with city.connected() as line, path.open("wb") as file, line.cursor().copy(_LIST) as rows:
        for row in rows:
            file.write(row)


def _seconds_of_ours(city: City, listed: Path) -> float:
    """`manage.py import_cameras`, from the start of the command to its end."""
    folder = city.folder / "ours"
    folder.mkdir()
    variables = city.variables | {
        "MAPPER_DATABASE_URL": _new_database(city, "ours"),
        "MAPPER_VAR_DIR": f"{folder}",
    }
    manage = [sys.executable, "manage.py"]
    _seconds([*manage, "migrate", "--verbosity", "0"], variables)
    try:
        return _seconds([*manage, "import_cameras", f"{listed}", *_OURS.split()], variables)
    finally:
        _drop(city, "ours")
        shutil.rmtree(folder)


def _seconds_of_ogr2ogr(city: City, listed: Path) -> float:
    """ogr2ogr in its quickest way: by COPY, all in one transaction, with key and index."""
    _new_database(city, "theirs")
    target = f"PG:host={city.cluster.folder} user=postgres dbname=theirs"
    command = ["ogr2ogr", "-f", "PostgreSQL", target, f"{listed}", *_THEIRS.split()]
    try:
        return _seconds(command, os.environ | {"PG_USE_COPY": "YES"})
    finally:
        _drop(city, "theirs")


def _new_database(city: City, name: str) -> str:
    """An empty database in the city's cluster, as `MAPPER_DATABASE_URL` names it."""
    with city.connected() as line:
        line.execute(f"CREATE DATABASE {name}")
    with city.connected(name) as line:
        line.execute("CREATE EXTENSION postgis")
    return city.cluster.url.removesuffix("mapper") + name


def _drop(city: City, name: str) -> None:
    with city.connected() as line:
        line.execute(f"DROP DATABASE {name}")
        # What it left behind is not to be written while others are measured.
        line.execute("CHECKPOINT")


def _seconds(command: Sequence[str], variables: Mapping[str, str]) -> float:
    start = time.perf_counter()
    subprocess.run(command, check=True, env=variables, capture_output=True)
    return time.perf_counter() - start
