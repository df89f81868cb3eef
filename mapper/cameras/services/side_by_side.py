"""Doing several pieces of one long piece of work at a time, on connections of their own."""

from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import FIRST_COMPLETED, Future, ThreadPoolExecutor, as_completed, wait
from typing import TypeVar

from django.db import connection, connections

from mapper.settings import limits

Piece = TypeVar("Piece")
Done = TypeVar("Done")


def side_by_side(work: Callable[[Piece], Done], pieces: Iterable[Piece]) -> Iterator[Done]:
    """What the work gives for each piece, as it comes; each piece has its own transactions.

    Pieces are made while others are worked on, no more of them than will soon be needed. One after
    the other on SpatiaLite, where one writes at a time, and inside a transaction, of
    which no other connection sees anything. What fails, or ends whoever waits, ends the work after
    the pieces that are being done.
    """
    if connection.vendor == "sqlite" or connection.in_atomic_block:
        yield from map(work, pieces)
        return

    def apart(piece: Piece) -> Done:
        try:
            return work(piece)
        finally:
            connections.close_all()

    with ThreadPoolExecutor(limits.BULK_CONNECTIONS) as pool:
        try:
            waiting: set[Future[Done]] = set()
            for piece in pieces:
                waiting.add(pool.submit(apart, piece))
                if len(waiting) > 2 * limits.BULK_CONNECTIONS:
                    done, waiting = wait(waiting, return_when=FIRST_COMPLETED)
                    yield from (one.result() for one in done)
            yield from (one.result() for one in as_completed(waiting))
        finally:
            pool.shutdown(cancel_futures=True)
