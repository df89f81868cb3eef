"""How fast views are cut out of streets, and metres in view counted, against PostGIS."""

from collections.abc import Iterable, Iterator
from math import cos, pi, radians

import numpy as np
import psycopg
import shapely
from shapely.geometry.base import BaseGeometry

from mapper.geometry.stretches import Areas, Pieces, Ways, lengths_of, measured, pieces_inside
from script.benchmarks.measure import Ratio, median_seconds
from tests.running_database import running_database

STREETS, VIEWS = 20_000, 10_000
# The streets of a city of half a million: 171 m each, in four to eight segments.
MEAN_M = 171.4
SEGMENTS = (4, 9)
# What a camera sees by the central device, cut by walls.
REACH_M, CORNERS = 36.0, 40
WEST, SOUTH, WIDE, HIGH = 24.70, 60.10, 0.30, 0.15
METRE_NORTH = 1 / 111_195
METRE_EAST = METRE_NORTH / cos(radians(SOUTH + HIGH / 2))
BUDGET_S = 0.030
# Shares are the same to six digits.
SAME = 5e-7

MAKE = """
CREATE EXTENSION IF NOT EXISTS postgis;
CREATE TABLE street (line geometry(LineString));
CREATE TABLE seen (ring geometry(Polygon));
"""
INDEX = "CREATE INDEX ON seen USING gist (ring); ANALYZE"
ASK = """
SELECT sum(ST_Length(ST_Intersection(street.line, views.ring)::geography, false))
FROM street CROSS JOIN LATERAL (
    SELECT ST_Union(ring) AS ring FROM seen WHERE ST_Intersects(ring, street.line)
) views WHERE views.ring IS NOT NULL
"""


def run() -> Iterator[Ratio]:
    """Both on the same streets and views, in one run; they must agree to six digits."""
    dice = np.random.default_rng(3)
    streets, views = drawn_streets(dice), drawn_views(dice)
    found = metres_in_view(streets, views)  # once unmeasured: it is compiled
    ours_s = median_seconds(lambda: metres_in_view(streets, views), runs=9)
    theirs, theirs_s = asked_of_postgis(streets, views)
    whole = float(lengths_of(streets).sum())
    print(f"{whole / 1000:,.0f} km, {found / whole:.6%} in view; PostGIS: {theirs / whole:.6%}")
    if abs(found - theirs) > SAME * whole:
        raise RuntimeError("the shares differ")
    name = f"{VIEWS:,} views over {STREETS:,} streets"
    yield Ratio(name, ours_s, "PostGIS", theirs_s, 12.0)
    yield Ratio(f"{name}, one core", ours_s, "30 ms", BUDGET_S, 1.0)


def metres_in_view(streets: Ways, views: Areas) -> float:
    """The metres in view of at least one camera, from the bare coordinates on."""
    lengths, cameras = lengths_of(streets), np.arange(len(views.area))
    whole = Pieces(
        np.arange(len(streets)), np.zeros(len(streets)), lengths, np.arange(len(streets))
    )
    metres = measured(
        whole,
        pieces_inside(streets, views),
        share=np.ones(len(cameras)),
        camera=cameras,
        traits=np.zeros(len(cameras), dtype=np.uint8),
        rows=len(streets),
    )
    return float(metres[:, 0].sum())


def drawn_streets(dice: np.random.Generator) -> Ways:
    """Streets that bend a little at every corner."""
    counts = dice.integers(*SEGMENTS, STREETS)
    lengths = np.repeat(MEAN_M / counts, counts) * dice.uniform(0.5, 1.5, counts.sum())
    firsts = np.cumsum(counts) - counts
    turns = dice.normal(0, 0.2, counts.sum())
    turns[firsts] = dice.uniform(0, 2 * pi, STREETS)
    bearings = np.cumsum(turns)
    steps = np.column_stack((np.sin(bearings) * METRE_EAST, np.cos(bearings) * METRE_NORTH))
    starts = np.concatenate(([0], np.cumsum(counts + 1)))
    corners = np.insert(steps * lengths[:, np.newaxis], firsts, 0, axis=0)
    corners = np.cumsum(corners, axis=0)
    moved = drawn_points(dice, STREETS) - corners[starts[:-1]]
    return Ways(corners + np.repeat(moved, counts + 1, axis=0), starts)


def drawn_views(dice: np.random.Generator) -> Areas:
    """Rings around cameras, drawn in here and there where a wall would stand."""
    bearings = np.linspace(0, 2 * pi, CORNERS, endpoint=False)
    reach = REACH_M * dice.uniform(0.3, 1.0, (VIEWS, CORNERS))
    east, north = reach * np.sin(bearings) * METRE_EAST, reach * np.cos(bearings) * METRE_NORTH
    rings = drawn_points(dice, VIEWS)[:, np.newaxis] + np.stack((east, north), axis=2)
    return Areas(rings.reshape(-1, 2), np.arange(VIEWS + 1) * CORNERS, np.arange(VIEWS))


def drawn_points(dice: np.random.Generator, count: int) -> np.ndarray:
    """Points all over the city."""
    return dice.uniform((WEST, SOUTH), (WEST + WIDE, SOUTH + HIGH), (count, 2))


def asked_of_postgis(streets: Ways, views: Areas) -> tuple[float, float]:
    """The metres in view as PostGIS has them, and the seconds it takes."""
    answers: list[float] = []
    lines = map(shapely.LineString, np.split(streets.lonlat, streets.starts[1:-1]))
    rings = map(shapely.Polygon, np.split(views.lonlat, views.starts[1:-1]))
    with (
        running_database() as cluster,
        psycopg.connect(
            host=str(cluster.folder), user="postgres", dbname="mapper", autocommit=True
        ) as database,
    ):
        database.execute(MAKE)
        copied(database, "street", lines)
        copied(database, "seen", rings)
        database.execute(INDEX)

        def ask() -> None:
            [answer] = database.execute(ASK).fetchone() or [0.0]
            answers.append(answer)

        seconds = median_seconds(ask)
    return answers[-1], seconds


def copied(database: psycopg.Connection, table: str, shapes: Iterable[BaseGeometry]) -> None:
    """Fill a table with shapes."""
    with database.cursor().copy(f"COPY {table} FROM STDIN") as copy:
        for shape in shapes:
            copy.write_row((shape.wkb_hex,))
