"""Which replica is read from just now: that of the request being answered, if it has one."""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar

_asked: ContextVar[str | None] = ContextVar("asked", default=None)


def asked_replica() -> str | None:
    """The alias of the replica that is read from; None where it is the primary."""
    return _asked.get()


@contextmanager
def reading_from(alias: str | None) -> Iterator[None]:
    """Read from this replica; from the primary where it is None."""
    token = _asked.set(alias)
    try:
        yield
    finally:
        _asked.reset(token)


def read_from_primary() -> None:
    """Read from the primary from here on, until whoever is answered now has been."""
    _asked.set(None)
