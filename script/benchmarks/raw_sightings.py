"""The least that taking a sighting asks of the database: one transaction and nothing else."""

from pathlib import Path
from uuid import uuid4

from psycopg import sql

from script.benchmarks.filled_town import connected, names_of
from script.benchmarks.measure import median_seconds

# What a new camera with two claims writes, and in this order.
WRITTEN = (
    "contributors_contributor",
    "cameras_camera",
    "sightings_sighting",
    "sightings_claim",
    "sightings_claim",
    "cameras_event",
)
AROUND = """
    SELECT id, ST_AsEWKB(location), kind, facings, mount, operator_type FROM cameras_camera
    WHERE location && ST_Expand((SELECT location FROM cameras_camera WHERE id = %s), 0.0006)
"""


class RawSightings:
    """Rows written as a site wrote them before, copied by the database itself."""

    def __init__(self, folder: Path) -> None:
        self.line = connected(folder)
        self.copies = {table: self._copy_of(table) for table in WRITTEN}
        self.number = 0

    def close(self) -> None:
        """Close the line."""
        self.line.close()

    def median_seconds(self, runs: int) -> float:
        """The median time of one transaction."""
        self._write()  # once unmeasured
        return median_seconds(self._write, runs)

    def _write(self) -> None:
        self.number += 1
        with self.line.transaction():
            self.line.execute(AROUND, [self.number]).fetchall()
            for table in WRITTEN:
                self.line.execute(self.copies[table], {"unique": uuid4().hex})

    def _copy_of(self, table: str) -> sql.Composed:
        """A statement that writes the newest row of a table again, under keys of its own."""
        names = names_of(self.line, table)
        return sql.SQL("INSERT INTO {table} ({names}) SELECT {values} FROM {table}").format(
            table=sql.Identifier(table),
            names=sql.SQL(", ").join(map(sql.Identifier, names)),
            values=sql.SQL(", ").join(map(_value_of, names)),
        ) + sql.SQL(" WHERE id = (SELECT max(id) FROM {table})").format(table=sql.Identifier(table))


def _value_of(name: str) -> sql.Composable:
    """Where a column must hold something of its own, that; else what stood there before."""
    return sql.SQL("%(unique)s") if name in _UNIQUE else sql.Identifier(name)


_UNIQUE = frozenset({"key_hash", "idempotency_key", "aspect"})
