"""How long a city as densely watched as Chongqing takes: 2.58 million cameras on 20,000 streets."""

import os
import resource
import subprocess
import sys
import time
from collections.abc import Iterator
from math import cos, radians

import psycopg

from script.benchmarks.measure import Ratio
from tests.running_database import Cluster, running_database

# A square of blocks of houses, with a street along two of their sides, and cameras all along it.
BLOCKS_ACROSS = int(os.environ.get("MAPPER_BENCH_BLOCKS", "100"))
BLOCK_M, HOUSES_ACROSS, HOUSE_M, FIRST_M, NEXT_M = 171.4, 6, 20.0, 12.0, 26.0
CAMERAS_A_STREET, BESIDE_M = 129, 4.0
WEST, SOUTH = 106.5, 29.5
METRE_NORTH = 1 / 111_195
METRE_EAST = METRE_NORTH / cos(radians(SOUTH))
AT_MOST_S = 300.0
MEMORY_AT_MOST_GB = 2.0

_STREETS_OF_BLOCK = 2
_GROUND = """
    INSERT INTO places_ground (slug, title, attribution, vintage_on, extent, revision)
    VALUES ('bench', 'Bench', '', '2026-01-01', ST_MakeEnvelope(106, 29, 108, 31, 4326), 0)
"""
_PLACE = """
    INSERT INTO places_place (slug, name, level, boundary, external_id, ground_id)
    SELECT 'bench', 'Bench', 'city', ST_Multi(extent), '', id FROM places_ground
"""
_STREETS = """
    INSERT INTO places_street (name, street_class, line, tunnel, external_id, ground_id)
    SELECT '', 'residential', ST_SetSRID(ST_MakeLine(ST_MakePoint(x, y), ST_MakePoint(
        x + (1 - side) * %(wide)s, y + side * %(high)s)), 4326), false, '', ground.id
    FROM places_ground ground, block, generate_series(0, 1) AS side
"""
_BUILDINGS = """
    INSERT INTO places_building (outline, external_id, ground_id)
    SELECT ST_Multi(ST_MakeEnvelope(
        x + (%(first)s + i * %(next)s) * %(east)s, y + (%(first)s + j * %(next)s) * %(north)s,
        x + (%(first)s + i * %(next)s + %(house)s) * %(east)s,
        y + (%(first)s + j * %(next)s + %(house)s) * %(north)s, 4326)), '', ground.id
    FROM places_ground ground, block, generate_series(0, %(houses)s - 1) AS i,
        generate_series(0, %(houses)s - 1) AS j
"""
_CAMERAS = """
    INSERT INTO cameras_camera (location, kind, facings, mount, scope, zone, operator_type,
        face_recognition, plate_reading, signage, manufacturer, ref, start_date, lifecycle, state,
        voices, last_seen_on, first_seen_on)
    SELECT ST_SetSRID(ST_MakePoint(
            x + (1 - side) * %(wide)s * (k + 0.5) / %(cameras)s + side * %(beside)s * %(east)s,
            y + side * %(high)s * (k + 0.5) / %(cameras)s + (1 - side) * %(beside)s * %(north)s),
            4326),
        CASE k %% 3 WHEN 0 THEN 'dome' ELSE 'fixed' END,
        CASE k %% 3 WHEN 1 THEN '[{"bearing": 180.0, "opening": null}]' ELSE '[]' END::jsonb,
        'unknown', 'unknown', '', CASE k %% 2 WHEN 0 THEN 'public' ELSE 'business' END, 'unknown',
        'unknown', 'unknown', '', '', '', 'in_use', 'confirmed', 1, '2026-09-01', '2026-09-01'
    FROM block, generate_series(0, 1) AS side, generate_series(0, %(cameras)s - 1) AS k
"""
_BLOCKS = """
    WITH block AS (
        SELECT %(west)s + (n %% %(across)s) * %(wide)s AS x,
               %(south)s + (n / %(across)s) * %(high)s AS y
        FROM generate_series(0, %(across)s * %(across)s - 1) AS n)
"""


def run() -> Iterator[Ratio]:
    """The whole city by every core, from stored rows to stored figures."""
    streets = _STREETS_OF_BLOCK * BLOCKS_ACROSS**2
    cameras = streets * CAMERAS_A_STREET
    with running_database() as cluster:
        variables = os.environ | {"MAPPER_DATABASE_URL": cluster.url}
        manage = [sys.executable, "manage.py"]
        subprocess.run([*manage, "migrate", "--verbosity", "0"], check=True, env=variables)
        fill(cluster)
        begin = time.perf_counter()
        subprocess.run([*manage, "compute_coverage"], check=True, env=variables)
        seconds = time.perf_counter() - begin
    name = f"{cameras:,} cameras on {streets:,} streets"
    share = cameras / (2 * CAMERAS_A_STREET * 100**2)
    yield Ratio(name, seconds, "what is allowed", AT_MOST_S * share, 1.0)
    most = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1e6
    yield Ratio("gigabytes of the largest process", most, "what is allowed", MEMORY_AT_MOST_GB, 1.0)


def fill(cluster: Cluster) -> None:
    """Build the city."""
    told = {
        "west": WEST,
        "south": SOUTH,
        "across": BLOCKS_ACROSS,
        "wide": BLOCK_M * METRE_EAST,
        "high": BLOCK_M * METRE_NORTH,
        "east": METRE_EAST,
        "north": METRE_NORTH,
        "houses": HOUSES_ACROSS,
        "house": HOUSE_M,
        "first": FIRST_M,
        "next": NEXT_M,
        "cameras": CAMERAS_A_STREET,
        "beside": BESIDE_M,
    }
    with psycopg.connect(
        host=str(cluster.folder), user="postgres", dbname="mapper", autocommit=True
    ) as line:
        cursor = psycopg.ClientCursor(line)
        cursor.execute(_GROUND)
        cursor.execute(_PLACE)
        for statement in (_STREETS, _BUILDINGS, _CAMERAS):
            head, _, select = statement.partition("    SELECT ")
            cursor.execute(f"{head}{_BLOCKS}    SELECT {select}", told)
        cursor.execute("VACUUM ANALYZE")
