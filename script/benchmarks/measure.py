"""What a benchmark measures with, and what it reports: a ratio against a yardstick."""

import os
import statistics
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Self


@dataclass(frozen=True)
class Ratio:
    """Our seconds against the yardstick's seconds for the same work, side by side in one run.

    `speed` is yardstick ÷ ours (2.0: we are twice as fast); `at_least` is what was promised,
    0 where nothing was. `spread` is the smallest and the largest speed among rounds in which both
    took turns, and `said` is how each side's own figures are told (`None`: in seconds).
    Seconds drift from machine to machine; the ratio is what counts.
    """

    name: str
    ours_s: float
    yardstick: str
    yardstick_s: float
    at_least: float
    spread: tuple[float, float] | None = None
    said: tuple[str, str] | None = None

    @classmethod
    def of_rounds(
        cls,
        name: str,
        ours_s: Sequence[float],
        yardstick: str,
        yardstick_s: Sequence[float],
        at_least: float = 0.0,
        said: tuple[str, str] | None = None,
    ) -> Self:
        """The medians of rounds in which both did the same, one after the other."""
        speeds = [theirs / ours for ours, theirs in zip(ours_s, yardstick_s, strict=True)]
        ours, theirs = statistics.median(ours_s), statistics.median(yardstick_s)
        return cls(name, ours, yardstick, theirs, at_least, (min(speeds), max(speeds)), said)

    @property
    def speed(self) -> float:
        """How many times as fast as the yardstick we are."""
        return self.yardstick_s / self.ours_s

    @property
    def both_said(self) -> tuple[str, str]:
        """What we and the yardstick did, for a reader."""
        return self.said or (spoken(self.ours_s), spoken(self.yardstick_s))

    @property
    def is_kept(self) -> bool:
        """Whether we are as fast as promised."""
        return self.speed >= self.at_least


def median_seconds(
    work: Callable[[], object], runs: int = 3, clock: Callable[[], float] = time.perf_counter
) -> float:
    """The median time `work` takes, in seconds by a clock, over `runs` runs."""
    return statistics.median(_seconds(work, clock) for _ in range(runs))


_UNITS = {"s": 1.0, "ms": 1e-3, "µs": 1e-6}


def spoken(seconds: float) -> str:
    """Seconds in the unit they are read best in: `spoken(0.0021)` is `2.1 ms`."""
    unit = next((unit for unit, size in _UNITS.items() if seconds >= size), "µs")
    return f"{seconds / _UNITS[unit]:,.3g} {unit}"


def _seconds(work: Callable[[], object], clock: Callable[[], float]) -> float:
    start = clock()
    work()
    return clock() - start


def shared_data() -> Path:
    """The folder of real files that may lie beside the checkout."""
    return Path(os.environ.get("MAPPER_SHARED_DATA", "../shared/data")).resolve()
