"""Which database an index is of: that of another one must never be shown for it."""

from pathlib import Path

from django.db import DEFAULT_DB_ALIAS, connections

_POSTGRESQL = """
    SELECT (SELECT system_identifier FROM pg_control_system()),
           CASE WHEN pg_is_in_recovery()
                THEN (SELECT timeline_id FROM pg_control_checkpoint())
                -- A standby that was promoted is on a new one at once, and notes so later.
                ELSE ('x' || left(pg_walfile_name(pg_current_wal_lsn()), 8))::bit(32)::int
           END,
           'cameras_camera'::regclass::oid
"""


def database_identity(using: str = DEFAULT_DB_ALIAS) -> str:
    """A text that another database, or the same restored from a backup, does not share.

    PostgreSQL: cluster, timeline and number of the table. SpatiaLite: the file on its disk.
    """
    connection = connections[using]
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute(_POSTGRESQL)
            return " ".join(map(str, cursor.fetchone()))
    path = Path(connection.settings_dict["NAME"])
    found = path.stat()
    return f"{path.name} {found.st_dev} {found.st_ino}"
