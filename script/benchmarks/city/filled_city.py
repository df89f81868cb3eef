"""A city of so many cameras on a PostGIS cluster of its own, and the flat table its peers read."""

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

import numpy as np
import psycopg

from mapper.geometry.arrays import F64
from tests.running_database import Cluster, running_database

# A server’s usual share of a machine of 24 GB; PostgreSQL’s own defaults are for one of 1 GB.
# Queries are not compiled: for tiles that costs more than it saves, and would slow the peers down.
_SETTINGS = """
shared_buffers = 1GB
effective_cache_size = 8GB
maintenance_work_mem = 1GB
work_mem = 64MB
max_wal_size = 8GB
random_page_cost = 1.1
jit = off
"""
# Dice that the database itself throws: the same for the same number on every machine.
_DICE = """
CREATE SCHEMA flat;
CREATE FUNCTION flat.dice(number bigint, throw bigint) RETURNS double precision
    LANGUAGE sql IMMUTABLE PARALLEL SAFE
    RETURN (hashint8extended(number, throw) & 4294967295) / 4294967296.0;
"""
_DAY = "2026-10-01"
_FLAT = """
CREATE TABLE flat.camera AS
    SELECT id::int, location, kind::text, state::text, operator_type::text, face_recognition::text,
           plate_reading::text, lifecycle::text, coalesce(facings -> 0 ->> 'bearing', '') AS facings
    FROM cameras_camera WHERE home_cell IS NULL AND hidden_on IS NULL ORDER BY id;
ALTER TABLE flat.camera ADD PRIMARY KEY (id);
ALTER TABLE flat.camera ALTER COLUMN location TYPE geometry(Point, 4326);
CREATE INDEX ON flat.camera USING gist (location);
"""


WHOLE, SMALL = 2_580_000, 100_000


@dataclass(frozen=True)
class City:
    """The city's cluster, how many cameras it has, and a folder for what is made of it.

    `database` is its own in that cluster.
    """

    cluster: Cluster
    cameras: int
    folder: Path
    database: str = "mapper"

    def connected(self) -> psycopg.Connection:
        """A line to its database."""
        return psycopg.connect(
            host=str(self.cluster.folder), user="postgres", dbname=self.database, autocommit=True
        )

    @property
    def url(self) -> str:
        """Its database, as `MAPPER_DATABASE_URL` names it."""
        return self.cluster.url.removesuffix("mapper") + self.database

    @contextmanager
    def beside(self, database: str) -> "Iterator[City]":
        """A city without anything, in the same cluster, as long as the block lasts."""
        folder = self.folder / database
        folder.mkdir()
        with self.connected() as line:
            line.execute(f"CREATE DATABASE {database}")
        empty = City(self.cluster, 0, folder, database)
        try:
            with empty.connected() as line:
                line.execute("CREATE EXTENSION postgis")
            yield empty
        finally:
            with self.connected() as line:
                line.execute(f"DROP DATABASE {database} WITH (FORCE)")
                # What it left behind is not to be written while others are measured.
                line.execute("CHECKPOINT")
            shutil.rmtree(folder)

    @property
    def variables(self) -> dict[str, str]:
        """The environment of a process of ours over this city."""
        own = {"MAPPER_DATABASE_URL": self.url, "MAPPER_VAR_DIR": str(self.folder)}
        return os.environ | own | {"DJANGO_SETTINGS_MODULE": "mapper.settings.site"}

    @cached_property
    def lonlat(self) -> F64:
        """Where its public cameras stand, in degrees, shape (n, 2)."""
        with self.connected() as line:
            rows = line.execute(
                "SELECT ST_X(location), ST_Y(location) FROM flat.camera ORDER BY id"
            )
            return np.array(rows.fetchall())

    @property
    def is_small(self) -> bool:
        """Whether it is the small edition, which has a minute for everything."""
        return self.cameras <= SMALL


class EmbeddedCity(City):
    """The same city on SpatiaLite, in a file in its folder; the lots are drawn in the cluster."""

    @property
    def url(self) -> str:
        """Its database, as `MAPPER_DATABASE_URL` names it."""
        return f"spatialite:///{self.folder}/mapper.sqlite3"


@contextmanager
def filled_city(cameras: int, folder: Path) -> Iterator[City]:
    """A city that is there as long as the block lasts."""
    with running_database(_SETTINGS) as cluster:
        city = City(cluster, cameras, folder)
        _fill(city)
        with city.connected() as line:
            line.execute(_DICE)
            line.execute(_FLAT)
            line.execute("VACUUM ANALYZE")
        yield city


@contextmanager
def embedded_city(city: City) -> Iterator[City]:
    """The same city on SpatiaLite, as long as the block lasts."""
    folder = city.folder / "embedded"
    folder.mkdir()
    embedded = EmbeddedCity(city.cluster, city.cameras, folder, city.database)
    _fill(embedded)
    try:
        yield embedded
    finally:
        shutil.rmtree(folder)


def _fill(city: City) -> None:
    for command in (
        ["migrate", "--verbosity", "0"],
        ["make_city", "--cameras", f"{city.cameras}", "--date", _DAY],
    ):
        manage = [sys.executable, "manage.py", *command]
        subprocess.run(manage, check=True, env=city.variables, stdout=subprocess.DEVNULL)
