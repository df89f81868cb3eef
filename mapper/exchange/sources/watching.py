"""How an import tells whoever waits for it how far it has come."""

from collections.abc import Callable, Iterable, Iterator
from typing import TypeVar

T = TypeVar("T")

Watch = Callable[[str, int, int | None], None]
"""Called with the stage in words, how many were done, and how many there are where known."""

_EVERY = 1_000


def unwatched(stage: str, done: int, total: int | None) -> None:
    """For imports nobody waits for: says nothing."""


def watched(items: Iterable[T], watch: Watch, stage: str) -> Iterator[T]:
    """Pass items on, telling `watch` at the start, at every thousandth, and at the end."""
    done = 0
    watch(stage, done, None)
    for item in items:
        yield item
        done += 1
        if done % _EVERY == 0:
            watch(stage, done, None)
    watch(stage, done, None)
