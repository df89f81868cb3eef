"""One import at a time: two at once would take off and bring back one another's indexes."""

from django.db import connection

_CLAIM = "SELECT pg_try_advisory_lock(hashtextextended('one import at a time', 0))"


def claim_imports() -> bool:
    """Whether nobody else imports; where that is so, nobody else can until this connection ends.

    PostgreSQL keeps it, so that it ends with the process, however that ends. SQLite takes nothing
    off, and lets one after the other write.
    """
    if connection.vendor != "postgresql":
        return True
    with connection.cursor() as cursor:
        cursor.execute(_CLAIM)
        return bool(cursor.fetchone()[0])
