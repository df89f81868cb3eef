"""Where Django sends a query: reads of a request to its replica, all else to the primary."""

from typing import Any

from django.db import DEFAULT_DB_ALIAS, connections
from django.db.models import Model

from mapper.replicas.asked import asked_replica, read_from_primary


class ReplicaRouter:
    """The router; without a request that has a replica, everything is asked of the primary."""

    def db_for_read(self, model: type[Model], **hints: Any) -> str:  # noqa: ANN401, ARG002
        """The replica of this request; within a transaction the primary, which is written to."""
        alias = asked_replica()
        if alias is None or connections[DEFAULT_DB_ALIAS].in_atomic_block:
            return DEFAULT_DB_ALIAS
        return alias

    def db_for_write(self, model: type[Model], **hints: Any) -> str:  # noqa: ANN401, ARG002
        """The primary; and whoever writes, or locks, reads there too from then on."""
        read_from_primary()
        return DEFAULT_DB_ALIAS

    def allow_relation(self, one: Model, other: Model, **hints: Any) -> bool:  # noqa: ANN401, ARG002
        """Records may belong together wherever each was read: all are copies of one database."""
        return True

    def allow_migrate(self, db: str, app_label: str, **hints: Any) -> bool:  # noqa: ANN401, ARG002
        """Only the primary: replicas follow by themselves."""
        return db == DEFAULT_DB_ALIAS
