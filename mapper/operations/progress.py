"""Showing how far long work has come: one moving line on a terminal, plain lines elsewhere."""

import time
from typing import TextIO

_REDRAWN_EVERY_S = 0.2
_MINUTE_S = 60


class Progress:
    """Takes stages in words with how many of how many are done, and shows them.

    On a terminal a stage is one line that is drawn anew, with rate and time left. Anywhere else
    (a log, a pipe) each stage is a single plain line once it is over.
    """

    def __init__(self, stream: TextIO) -> None:
        self._stream, self._moving = stream, stream.isatty()
        self._stage, self._done = "", 0
        self._total: int | None = None
        self._began = self._drawn = 0.0

    def __call__(self, stage: str, done: int, total: int | None) -> None:
        """Show that `done` of `total` (None: nobody knows) are through in a stage."""
        now = time.monotonic()
        if stage != self._stage:
            self.close()
            self._began, self._drawn = now, 0.0
        self._stage, self._done, self._total = stage, done, total
        if self._moving and now - self._drawn >= _REDRAWN_EVERY_S:
            self._drawn = now
            self._stream.write("\r\x1b[K" + self._line(now))
            self._stream.flush()

    def close(self) -> None:
        """End the stage that is being shown, if any."""
        if self._stage:
            start = "\r\x1b[K" if self._moving else ""
            self._stream.write(f"{start}{self._stage}: {self._done:,}\n")
        self._stage = ""

    def _line(self, now: float) -> str:
        seconds = now - self._began
        rate = self._done / seconds if seconds else 0.0
        if not self._total or not rate:
            return f"{self._stage} … {self._done:,}"
        left = (self._total - self._done) / rate
        return (
            f"{self._stage} … {self._done:,} of {self._total:,},"
            f" {rate:,.0f} a second, {in_words(left)} left"
        )


def in_words(seconds: float) -> str:
    """A duration as people say it: `40 s`, `3 min`."""
    return f"{seconds:.0f} s" if seconds < 2 * _MINUTE_S else f"{seconds / _MINUTE_S:.0f} min"
