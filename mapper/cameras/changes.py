"""Which cameras changed since somebody last asked: the log that the database itself keeps.

Triggers on the table of cameras note every row that is added, changed or deleted, whoever writes
it and by whatever road, in the transaction that does so: what follows the cameras cannot miss one.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

from django.db import DEFAULT_DB_ALIAS, connections, transaction

from mapper.settings import limits

TRIGGERS = "cameras_note"
"""How the names of the triggers begin."""


class BehindError(Exception):
    """A copy of the database has not come as far as somebody has read in another."""


@dataclass(frozen=True, slots=True)
class Position:
    """How far in the log somebody has read.

    On SpatiaLite, where transactions follow one another, `mark` is the number of the last row.
    On PostgreSQL numbers do not come in the order of commits, so `mark` is a transaction: all
    before it had ended when the log was read, and `seen` are rows of later ones already read.
    It is never further than the one after the last that noted something: what that one wrote is
    on the disk, whereas the number of one that came to nothing is given again after a crash.
    """

    mark: int = 0
    seen: frozenset[int] = field(default_factory=frozenset)


@dataclass(frozen=True, slots=True)
class Changes:
    """What changed: the numbers of cameras, and fixed cells in which homes are to be counted.

    `many` says that it was too much to be told one by one, or too long ago.
    """

    cameras: frozenset[int]
    cells: frozenset[int]
    many: bool
    position: Position


_ROWS = {
    "sqlite": "SELECT id, camera, cell, id, 0 FROM cameras_change WHERE id > %s ORDER BY id",
    "postgresql": (
        "SELECT id, camera, cell, txid, pg_snapshot_xmin(pg_current_snapshot())::text::bigint"
        " FROM cameras_change WHERE txid >= %s"
    ),
}
_NEWEST = {
    "sqlite": "SELECT coalesce(max(id), 0) FROM cameras_change",
    "postgresql": (
        "SELECT least(pg_snapshot_xmin(pg_current_snapshot())::text::bigint,"
        " (SELECT coalesce(max(txid) + 1, 0) FROM cameras_change))"
    ),
}
_NOTE_MANY = {
    "sqlite": "INSERT INTO cameras_change (camera, cell, txid) VALUES (NULL, NULL, 0)",
    "postgresql": (
        "INSERT INTO cameras_change (camera, cell, txid)"
        " VALUES (NULL, NULL, pg_current_xact_id()::text::bigint)"
    ),
}
# What is forgotten leaves its newest row, as one that tells of many: who was not that far begins
# anew instead of missing something.
_MARKS = {"sqlite": "id", "postgresql": "txid"}


def newest_position(using: str = DEFAULT_DB_ALIAS) -> Position:
    """Where the log ends now; what is read from the cameras afterwards is no older."""
    with connections[using].cursor() as cursor:
        cursor.execute(_NEWEST[connections[using].vendor])
        mark = Position(cursor.fetchone()[0])
    # Of transactions that were still open some may have ended since, and their rows are there.
    return changes_since(mark, using).position


def require_as_far(position: Position, using: str) -> None:
    """Raise `BehindError` where a PostgreSQL standby does not hold all that was read so far.

    A standby only ever comes further: what holds once holds for all that is read from it later.
    """
    with connections[using].cursor() as cursor:
        cursor.execute("SELECT pg_snapshot_xmin(pg_current_snapshot())::text::bigint")
        ended_before = cursor.fetchone()[0]
        cursor.execute(
            "SELECT count(*) FROM cameras_change WHERE id = ANY(%s)", [list(position.seen)]
        )
        if ended_before < position.mark or cursor.fetchone()[0] < len(position.seen):
            raise BehindError


def changes_since(position: Position, using: str = DEFAULT_DB_ALIAS) -> Changes:
    """What changed after a position; one short query, which most often finds nothing."""
    with connections[using].cursor() as cursor:
        cursor.execute(_ROWS[connections[using].vendor], [position.mark])
        rows = cursor.fetchall()
    new = [row for row in rows if row[0] not in position.seen]
    return Changes(
        cameras=frozenset(row[1] for row in new if row[1] is not None),
        cells=frozenset(row[2] for row in new if row[2] is not None),
        many=any(row[1] is None for row in new),
        position=_after(position, rows, connections[using].vendor),
    )


def _after(position: Position, rows: list[tuple[Any, ...]], vendor: str) -> Position:
    if not rows:
        return position
    if vendor == "sqlite":
        return Position(rows[-1][0])
    mark = min(rows[0][4], max(row[3] for row in rows) + 1)
    return Position(mark, frozenset(row[0] for row in rows if row[3] >= mark))


def note_many(using: str = DEFAULT_DB_ALIAS) -> None:
    """Note that so much changes in this transaction that everything is to be read anew."""
    with connections[using].cursor() as cursor:
        cursor.execute(_NOTE_MANY[connections[using].vendor])


@contextmanager
def noted_as_many(using: str = DEFAULT_DB_ALIAS) -> Iterator[None]:
    """Write many cameras in a transaction of their own without a note of each, but one of all."""
    connection = connections[using]
    with transaction.atomic(using=using), connection.cursor() as cursor:
        note_many(using)
        if connection.vendor == "postgresql":
            # The triggers heed it; without a lock, so that others write and are noted meanwhile.
            cursor.execute("SELECT set_config('mapper.many', 'on', true)")
            yield
            return
        cursor.execute(
            "SELECT name, sql FROM sqlite_master WHERE type = 'trigger' AND name LIKE %s",
            [f"{TRIGGERS}%"],
        )
        triggers = cursor.fetchall()
        for name, _ in triggers:
            cursor.execute(f'DROP TRIGGER "{name}"')
        yield
        for _, statement in triggers:
            cursor.execute(statement)


def forget_changes(position: Position, using: str = DEFAULT_DB_ALIAS) -> None:
    """Delete what nobody asks for any more: all but `limits.CHANGES_KEPT` before a position."""
    connection = connections[using]
    mark = _MARKS[connection.vendor]
    with connection.cursor() as cursor:
        cursor.execute(
            f"SELECT {mark} FROM cameras_change WHERE {mark} < %s"  # noqa: S608
            f" ORDER BY {mark} DESC LIMIT 1 OFFSET %s",
            [position.mark, limits.CHANGES_KEPT],
        )
        found = cursor.fetchone()
    # Asked outside a transaction that writes: it would wait for a long import to end.
    if found is None:
        return
    with transaction.atomic(using=using), connection.cursor() as cursor:
        cursor.execute(f"DELETE FROM cameras_change WHERE {mark} < %s", found)  # noqa: S608
        cursor.execute(
            f"UPDATE cameras_change SET camera = NULL, cell = NULL WHERE {mark} = %s",  # noqa: S608
            found,
        )
