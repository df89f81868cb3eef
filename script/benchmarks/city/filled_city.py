"""A city of so many cameras on a PostGIS cluster of its own, and the flat table its peers read."""

import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

import numpy as np
import psycopg

from mapper.geometry.compiled import F64
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
# Cameras stand along 2,000 streets that lie closer the nearer the centre, more of them on some
# than on others, and a few metres beside the street's middle. Dice that the database itself
# throws: the same for the same number on every machine.
_MAKE = """
CREATE SCHEMA flat;
CREATE FUNCTION flat.dice(number bigint, throw bigint) RETURNS double precision
    LANGUAGE sql IMMUTABLE PARALLEL SAFE
    RETURN (hashint8extended(number, throw) & 4294967295) / 4294967296.0;
CREATE FUNCTION flat.bell(number bigint, throw bigint) RETURNS double precision
    LANGUAGE sql IMMUTABLE PARALLEL SAFE
    RETURN (flat.dice(number, throw) + flat.dice(number, throw + 1)
            + flat.dice(number, throw + 2) - 1.5) * 2;
CREATE FUNCTION flat.one_of(words text[], number bigint, throw bigint) RETURNS text
    LANGUAGE sql IMMUTABLE PARALLEL SAFE
    RETURN words[1 + (flat.dice(number, throw) * cardinality(words))::int % cardinality(words)];
"""
_CAMERAS = """
INSERT INTO cameras_camera (location, kind, facings, mount, scope, zone, operator_type,
    face_recognition, plate_reading, signage, manufacturer, ref, start_date, lifecycle, state,
    voices, last_seen_on, first_seen_on)
WITH street AS (
    SELECT s, 106.55 + 0.12 * flat.bell(s, 10) AS lon, 29.56 + 0.10 * flat.bell(s, 20) AS lat,
           pi() * flat.dice(s, 30) AS bearing, 200 + 1800 * flat.dice(s, 31) AS metres
    FROM generate_series(0, 1999) AS s),
thrown AS (
    SELECT n, floor(2000 * power(flat.dice(n, 1), 1.4))::int AS s, flat.dice(n, 2) - 0.5 AS along,
           6 * flat.bell(n, 3) AS beside, floor(360 * flat.dice(n, 40)) AS facing
    FROM generate_series(1, %(cameras)s) AS n),
placed AS (
    SELECT thrown.*, lon + (metres * along * sin(bearing) + beside * cos(bearing)) / 96770 AS lon,
           lat + (metres * along * cos(bearing) - beside * sin(bearing)) / 111195 AS lat
    FROM thrown JOIN street USING (s))
SELECT ST_SetSRID(ST_MakePoint(lon, lat), 4326),
    flat.one_of('{fixed,fixed,dome,panning,unknown}', n, 50),
    CASE n %% 3 WHEN 0 THEN '[]'
        ELSE jsonb_build_array(jsonb_build_object('bearing', facing, 'opening', NULL)) END,
    flat.one_of('{wall,pole,unknown}', n, 51), 'unknown', '',
    flat.one_of('{public,business,unknown}', n, 52),
    flat.one_of('{unknown,unknown,yes,no}', n, 53), flat.one_of('{unknown,unknown,yes,no}', n, 54),
    'unknown', '', '', '', 'in_use', flat.one_of('{unconfirmed,confirmed}', n, 55), 1,
    date '2026-10-01' - floor(200 * flat.dice(n, 56))::int, date '2026-01-01'
FROM placed ORDER BY s, along
"""
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
    """The city's cluster, how many cameras it has, and a folder for what is made of it."""

    cluster: Cluster
    cameras: int
    folder: Path

    def connected(self) -> psycopg.Connection:
        """A line to its database."""
        return psycopg.connect(
            host=str(self.cluster.folder), user="postgres", dbname="mapper", autocommit=True
        )

    @property
    def variables(self) -> dict[str, str]:
        """The environment of a process of ours over this city."""
        own = {"MAPPER_DATABASE_URL": self.cluster.url, "MAPPER_VAR_DIR": str(self.folder)}
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


@contextmanager
def filled_city(cameras: int, folder: Path) -> Iterator[City]:
    """A city that is there as long as the block lasts."""
    with running_database(_SETTINGS) as cluster:
        city = City(cluster, cameras, folder)
        migrate = [sys.executable, "manage.py", "migrate", "--verbosity", "0"]
        subprocess.run(migrate, check=True, env=city.variables)
        with city.connected() as line:
            cursor = psycopg.ClientCursor(line)
            cursor.execute(_MAKE)
            cursor.execute(_CAMERAS, {"cameras": cameras})
            cursor.execute(_FLAT)
            cursor.execute("VACUUM ANALYZE")
        yield city
