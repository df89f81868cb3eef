"""Letting go of what memory took up, where the transaction it was taken in comes to nothing."""

from collections.abc import Callable
from weakref import finalize

from django.db import transaction


class _Promise:
    """Waits for the commit; where Django drops it with a rollback, its end lets go."""

    def __init__(self, let_go: Callable[[], None]) -> None:
        self._end = finalize(self, let_go)
        self._end.atexit = False

    def __call__(self) -> None:
        self._end.detach()


def kept_on_commit(let_go: Callable[[], None]) -> None:
    """Call `let_go` at once when the transaction around is rolled back, and never otherwise.

    Django tells nobody of a rollback, but it drops what was waiting for the commit, also for that
    of a savepoint; nothing else holds the promise, and so it ends there and then.
    """
    transaction.on_commit(_Promise(let_go))
