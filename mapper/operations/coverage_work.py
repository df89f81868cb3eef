"""Computing blocks of cells side by side: in this process, in several, or on other machines."""

import signal
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor, as_completed
from datetime import date
from importlib import import_module
from multiprocessing import get_context
from typing import Any

import django
from django.apps import apps

Block = list[int]
Spread = Callable[[Sequence[Block], date], Iterator[Any]]
"""Gives what was computed of each block, as it comes."""


def computed_elsewhere(block: Block, day: date) -> Any:
    """What another process runs: it has a database connection and settings of its own."""
    if not apps.ready:
        django.setup()
    # Only now, for it needs Django's settings.
    compute_cells = import_module("mapper.coverage.services.compute_cells")
    return compute_cells.computed(block, day)


def here(blocks: Sequence[Block], day: date) -> Iterator[Any]:
    """One block after the other, in this process."""
    for block in blocks:
        yield computed_elsewhere(block, day)


def in_processes(workers: int) -> Spread:
    """So many processes on this machine; each block is given up to whichever is free."""

    def spread(blocks: Sequence[Block], day: date) -> Iterator[Any]:
        pool = ProcessPoolExecutor(workers, get_context("spawn"), initializer=_left_in_peace)
        try:
            waiting = [pool.submit(computed_elsewhere, block, day) for block in blocks]
            for done in as_completed(waiting):
                yield done.result()
        finally:
            pool.shutdown(cancel_futures=True)

    return spread


def on_cluster(scheduler: str) -> Spread:
    """The workers of a cluster; what one of them leaves undone when it dies another does.

    Raises `ImportError` where `distributed` is not installed, and `OSError` where nobody answers.
    """
    distributed = import_module("distributed")

    def spread(blocks: Sequence[Block], day: date) -> Iterator[Any]:
        with distributed.Client(scheduler, timeout="30s") as client:
            waiting = client.map(
                computed_elsewhere, blocks, [day] * len(blocks), pure=False, retries=2
            )
            for done, rows in distributed.as_completed(waiting, with_results=True):
                done.release()
                yield rows

    return spread


def _left_in_peace() -> None:
    """Let Ctrl+C end the parent alone, which then ends its processes in good order."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
