"""What a benchmark measures with, and what it reports: a ratio against a yardstick."""

import os
import statistics
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class Ratio:
    """Our seconds against the yardstick's seconds for the same work, side by side in one run.

    `speed` is yardstick ÷ ours (2.0: we are twice as fast); `at_least` is what was promised,
    0 where nothing was.
    Seconds drift from machine to machine; the ratio is what counts.
    """

    name: str
    ours_s: float
    yardstick: str
    yardstick_s: float
    at_least: float

    @property
    def speed(self) -> float:
        """How many times as fast as the yardstick we are."""
        return self.yardstick_s / self.ours_s

    @property
    def is_kept(self) -> bool:
        """Whether we are as fast as promised."""
        return self.speed >= self.at_least


def median_seconds(
    work: Callable[[], object], runs: int = 3, clock: Callable[[], float] = time.perf_counter
) -> float:
    """The median time `work` takes, in seconds by a clock, over `runs` runs."""
    return statistics.median(_seconds(work, clock) for _ in range(runs))


def _seconds(work: Callable[[], object], clock: Callable[[], float]) -> float:
    start = clock()
    work()
    return clock() - start


def shared_data() -> Path:
    """The folder of real files that may lie beside the checkout."""
    return Path(os.environ.get("MAPPER_SHARED_DATA", "../shared/data")).resolve()
