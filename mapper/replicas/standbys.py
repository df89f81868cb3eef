"""Which standbys answer and are near enough to the primary to be read from.

How far one is behind is told by no clock: every second or so the primary is asked how far its log
of writes goes, and a standby must have taken in what the primary had two seconds ago. A standby
whose line to the primary broke does not notice for a minute; so it is seen at once. While the
primary is silent, a standby must have come as far as the primary or any other is known to have.
"""

from collections import deque
from collections.abc import Iterator, Sequence
from contextlib import suppress
from functools import cache
from itertools import count
from math import inf
from threading import Lock
from time import monotonic

from django.conf import settings
from django.db import DEFAULT_DB_ALIAS, Error, connections

from mapper.settings import limits

# Bytes of the log since the cluster was made. What was promoted is no standby any more.
_WRITTEN = "SELECT pg_wal_lsn_diff(pg_current_wal_lsn(), '0/0')::bigint"
_REPLAYED = (
    "SELECT CASE WHEN pg_is_in_recovery()"
    " THEN pg_wal_lsn_diff(pg_last_wal_replay_lsn(), '0/0')::bigint END"
)


class Standbys:
    """The standbys with these aliases, as one process knows them."""

    def __init__(self, aliases: Sequence[str]) -> None:
        self._aliases = aliases
        self._fresh: tuple[str, ...] = ()
        self._left_alone: dict[str, float] = {}
        self._marks: deque[tuple[float, int]] = deque()
        self._checked: float | None = None
        self._lock = Lock()
        self._turns = count()

    def in_turn(self) -> str | None:
        """The alias of a standby to read from, in turn; None where the primary must be asked."""
        fresh = self.fresh()
        return fresh[next(self._turns) % len(fresh)] if fresh else None

    def fresh(self) -> tuple[str, ...]:
        """The aliases of those that may be read from, as of a second ago or later."""
        # One thread asks them; meanwhile the others go by what is known.
        if self._is_due() and self._lock.acquire(blocking=False):
            try:
                self._check(monotonic())
            finally:
                self._lock.release()
        return self._fresh

    def leave_alone(self, alias: str) -> None:
        """Ask this one nothing for some seconds; it is tried again by itself."""
        is_primary = alias == DEFAULT_DB_ALIAS
        rest = limits.PRIMARY_RETRY_S if is_primary else limits.REPLICA_LEFT_ALONE_S
        self._left_alone[alias] = monotonic() + rest
        self._fresh = tuple(one for one in self._fresh if one != alias)

    def is_left_alone(self, alias: str) -> bool:
        """Whether this one, a standby or the primary, did not answer some seconds ago."""
        return self._left_alone.get(alias, -inf) > monotonic()

    def _is_due(self) -> bool:
        return self._checked is None or monotonic() - self._checked >= limits.REPLICA_CHECK_S

    def _check(self, now: float) -> None:
        written = self._ask(DEFAULT_DB_ALIAS, _WRITTEN)
        taken_in = {alias: self._ask(alias, _REPLAYED) for alias in self._aliases}
        self._remember(now, [written, *taken_in.values()])
        needed = self._marks[0][1]
        self._fresh = tuple(a for a, one in taken_in.items() if one is not None and one >= needed)
        self._checked = now

    def _remember(self, now: float, told: Sequence[int | None]) -> None:
        """Note how far the log goes: what any standby has taken in, the primary has written."""
        known = self._marks[-1][1] if self._marks else 0
        self._marks.append((now, max([known, *(one for one in told if one is not None)])))
        while self._marks[0][0] < now - limits.REPLICA_LAG_MAX_S:
            self._marks.popleft()

    def _ask(self, alias: str, question: str) -> int | None:
        """The answer of one database; None where it has none, or is left alone."""
        if self.is_left_alone(alias):
            return None
        try:
            with connections[alias].cursor() as cursor:
                cursor.execute(question)
                answer: int | None = cursor.fetchone()[0]
        except Error:
            self.leave_alone(alias)
            with suppress(Error):
                connections[alias].close()
            return None
        return answer


def replica_aliases() -> list[str]:
    """The aliases of all replicas that the operator named."""
    return [alias for alias in settings.DATABASES if alias != DEFAULT_DB_ALIAS]


def databases_to_ask() -> Iterator[str]:
    """Where what changed can be read, the best first: the primary, then standbys near to it.

    A primary that did not answer a moment ago is passed over, if there is anybody else.
    """
    if not replica_aliases() or not standbys().is_left_alone(DEFAULT_DB_ALIAS):
        yield DEFAULT_DB_ALIAS
    yield from standbys().fresh() if replica_aliases() else ()


@cache
def standbys() -> Standbys:
    """The standbys of this site; each process has its own knowledge of them."""
    return Standbys(replica_aliases())
