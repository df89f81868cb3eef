"""Taking indexes and references off the tables of cameras while very many rows are written."""

from collections import deque
from collections.abc import Callable, Iterable

from django.db import connection, transaction
from django.db.backends.utils import CursorWrapper

from mapper.cameras.models import Camera, Loosened, SourceRecord
from mapper.cameras.services.side_by_side import side_by_side
from mapper.settings import limits

TABLES = tuple(model._meta.db_table for model in (Camera, SourceRecord))
"""The tables that are written, in the order in which they are."""

# Keys that others refer to stay, and so does what holds next to none of the rows: partial indexes.
_INDEXES = """
SELECT i.relname, pg_get_indexdef(i.oid), c.conname, c.contype
FROM pg_index x
JOIN pg_class i ON i.oid = x.indexrelid
LEFT JOIN pg_constraint c ON c.conindid = i.oid AND c.contype IN ('u', 'p')
WHERE x.indrelid = %s::regclass AND x.indpred IS NULL
AND NOT EXISTS (SELECT FROM pg_constraint r WHERE r.contype = 'f' AND r.conindid = i.oid)
ORDER BY i.relname
"""
_SORTS = {"u": "UNIQUE", "p": "PRIMARY KEY"}
_REFERENCES = """
SELECT conname, pg_get_constraintdef(oid) FROM pg_constraint
WHERE conrelid = %s::regclass AND contype = 'f' ORDER BY conname
"""


def loosen() -> None:
    """Take indexes, but for keys that are referred to, and references off; `tighten` undoes it.

    On PostgreSQL alone, and never inside a transaction, which would keep everybody waiting. Waits
    for whoever reads or writes cameras just then, and they for it: a moment.
    """
    if connection.vendor != "postgresql" or connection.in_atomic_block:
        return
    with transaction.atomic(), connection.cursor() as cursor:
        notes = [note for table in TABLES for note in _without_references(cursor, table)]
        notes += [note for table in TABLES for note in _without_indexes(cursor, table)]
        Loosened.objects.bulk_create(notes)


def _without_references(cursor: CursorWrapper, table: str) -> Iterable[Loosened]:
    """Take one table's references off; gives what brings them back, step by step."""
    cursor.execute(_REFERENCES, [table])
    for name, definition in cursor.fetchall():
        cursor.execute(f'ALTER TABLE "{table}" DROP CONSTRAINT "{name}"')
        # Without a look at all rows it is back in a moment; they are looked at when all can go on.
        added = f'ALTER TABLE "{table}" ADD CONSTRAINT "{name}" {definition} NOT VALID'
        yield Loosened(step=3, statement=added)
        yield Loosened(step=4, statement=f'ALTER TABLE "{table}" VALIDATE CONSTRAINT "{name}"')


def _without_indexes(cursor: CursorWrapper, table: str) -> Iterable[Loosened]:
    """Take one table's indexes off; gives what brings them back, step by step."""
    cursor.execute(_INDEXES, [table])
    for name, definition, constraint, sort in cursor.fetchall():
        yield Loosened(step=1, statement=definition)
        if constraint is None:
            cursor.execute(f'DROP INDEX "{name}"')
            continue
        cursor.execute(f'ALTER TABLE "{table}" DROP CONSTRAINT "{constraint}"')
        using = f'ADD CONSTRAINT "{constraint}" {_SORTS[sort]} USING INDEX "{name}"'
        yield Loosened(step=2, statement=f'ALTER TABLE "{table}" {using}')


def tighten(told: Callable[[int, int], None]) -> None:
    """Bring back whatever was taken off, also by somebody who was ended before.

    Several at a time where nobody waits for this transaction; `told` hears how many of how many are
    back. Each comes back on its own, so that being ended loses none.
    """
    total, done = Loosened.objects.count(), 0
    for step in sorted(set(Loosened.objects.values_list("step", flat=True))):
        notes = Loosened.objects.filter(step=step).order_by("pk").values_list("pk", flat=True)
        for _ in side_by_side(_bring_back, list(notes)):
            done += 1
            told(done, total)
    if total:
        deque(side_by_side(_count_rows, TABLES), maxlen=0)


def _bring_back(number: int) -> None:
    with transaction.atomic(), connection.cursor() as cursor:
        note = Loosened.objects.select_for_update().filter(pk=number).first()
        if note is None:
            return
        cursor.execute(f"SET LOCAL maintenance_work_mem = '{limits.BULK_INDEX_MB}MB'")
        cursor.execute(note.statement)
        note.delete()


def _count_rows(table: str) -> None:
    """Let the database know how many rows there are now: it plans its queries by it."""
    with connection.cursor() as cursor:
        cursor.execute(f'ANALYZE "{table}"')
