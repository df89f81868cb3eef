"""The settings while requests are served: as everywhere, with kept connections and time limits.

Imports and other commands may take their time; somebody who waits for a page may not.
"""

from typing import Any

from mapper.settings import limits
from mapper.settings.site import *  # noqa: F403
from mapper.settings.site import DATABASES


def served(database: dict[str, Any]) -> dict[str, Any]:
    """How a database is asked in a request; SQLite's clock is `mapper.spatial.patience`."""
    if database["ENGINE"].endswith("spatialite"):
        return database
    # A pool, because connections that threads keep would be as many as there are threads.
    pool = {
        "min_size": 1,
        "max_size": limits.POOLED_CONNECTIONS,
        "timeout": limits.DATABASE_CONNECT_S,
    }
    patience = (
        f"-c statement_timeout={limits.STATEMENT_MAX_S * 1000:.0f}"
        f" -c lock_timeout={limits.LOCK_MAX_S * 1000:.0f}"
    )
    given = database.get("OPTIONS", {})
    told = " ".join(filter(None, [given.get("options"), patience]))
    # A pool looks after its connections itself: Django must not keep them as well.
    return database | {"CONN_MAX_AGE": 0, "OPTIONS": given | {"pool": pool, "options": told}}


DATABASES = {alias: served(database) for alias, database in DATABASES.items()}
