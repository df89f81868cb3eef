"""A database with many cameras around, copied by the database itself from the newest of them."""

from pathlib import Path

import psycopg
from psycopg import sql

ACROSS = 317  # cameras in a row: some 90 m from one to the next, as in a town
STEP_DEG = (0.0016, 0.0008)
CORNER = (24.7, 60.0)

_CAMERAS = """
    INSERT INTO cameras_camera (location, {names})
    SELECT ST_SetSRID(ST_MakePoint(%(west)s + (n %% %(across)s) * %(lon_step)s,
                                   %(south)s + (n / %(across)s) * %(lat_step)s), 4326), {names}
    FROM generate_series(0, %(number)s - 1) AS n,
         (SELECT * FROM cameras_camera ORDER BY id DESC LIMIT 1) AS newest
    ORDER BY n
"""
_SIGHTINGS = """
    INSERT INTO sightings_sighting (camera_id, location, {names})
    SELECT camera.id, camera.location, {names}
    FROM (SELECT id, location FROM cameras_camera) AS camera,
         (SELECT * FROM sightings_sighting ORDER BY id DESC LIMIT 1) AS newest
    WHERE camera.id > newest.camera_id
"""


def stand(number: int, off: float = 0.0) -> tuple[float, float]:
    """Where the camera of a number stands, or so many steps beside it."""
    row, column = divmod(number, ACROSS)
    return CORNER[0] + (column + off) * STEP_DEG[0], CORNER[1] + row * STEP_DEG[1]


def connected(folder: Path) -> psycopg.Connection:
    """A line to the database of a cluster."""
    return psycopg.connect(host=str(folder), user="postgres", dbname="mapper", autocommit=True)


def names_of(line: psycopg.Connection, table: str, *but: str) -> list[str]:
    """The columns of a table, without its key and some others."""
    found = line.execute(
        "SELECT column_name FROM information_schema.columns WHERE table_name = %s", [table]
    )
    return [name for (name,) in found.fetchall() if name not in {"id", *but}]


def fill_town(folder: Path, number: int) -> int:
    """Copy the newest camera and its sighting so often; gives the id of the first copy."""
    with connected(folder) as line:
        (newest,) = line.execute("SELECT max(id) FROM cameras_camera").fetchone() or (0,)
        grid = {"west": CORNER[0], "south": CORNER[1], "across": ACROSS, "number": number}
        grid |= {"lon_step": STEP_DEG[0], "lat_step": STEP_DEG[1]}
        line.execute(_with_names(line, _CAMERAS, "cameras_camera", "location"), grid)
        own = ("location", "camera_id", "idempotency_key")
        line.execute(_with_names(line, _SIGHTINGS, "sightings_sighting", *own))
        line.execute("VACUUM ANALYZE")
        return int(newest) + 1


def _with_names(line: psycopg.Connection, text: str, table: str, *but: str) -> sql.Composed:
    names = sql.SQL(", ").join(map(sql.Identifier, names_of(line, table, *but)))
    return sql.SQL(text).format(names=names)
