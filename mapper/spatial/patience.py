"""How long a statement may take on SQLite, which has no such setting of its own."""

import time
from collections.abc import Callable

from django.db.backends.base.base import BaseDatabaseWrapper

from mapper.settings import limits


class Patience:
    """Lets no statement of one connection run longer than `most_s` seconds, from when it began.

    What runs over raises Django's `OperationalError`, as on PostgreSQL.
    """

    def __init__(self, most_s: float) -> None:
        self._most_s = most_s
        self._until = float("inf")

    def __call__(self, execute: Callable[..., object], *statement: object) -> object:
        """Begin to count with each statement."""
        self._until = time.monotonic() + self._most_s
        return execute(*statement)

    def is_over(self) -> bool:
        """Whether the statement that runs is to be given up."""
        return time.monotonic() > self._until


def watch(
    sender: object,  # noqa: ARG001  (Django's signature)
    connection: BaseDatabaseWrapper,
    **_: object,
) -> None:
    """Watch all statements of a connection that was just opened, where it is SQLite's."""
    if connection.vendor != "sqlite":
        return
    patience = Patience(limits.STATEMENT_MAX_S)
    others = [one for one in connection.execute_wrappers if not isinstance(one, Patience)]
    connection.execute_wrappers = [*others, patience]
    connection.connection.set_progress_handler(patience.is_over, limits.STATEMENT_STEPS)
