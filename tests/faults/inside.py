"""A process within a site, which does what a test tells it (`within.py`)."""

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from typing import Any

from tests.repository.tree import ROOT

_LISTEN = "import django; django.setup(); from tests.faults.within import listen; listen()"


class Inside:
    """Such a process, warm and waiting."""

    def __init__(self, process: subprocess.Popen[str]) -> None:
        self._process = process

    def tell(self, name: str, *told: Any) -> Any:
        """What it answers."""
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        self._process.stdin.write(json.dumps([name, *told]) + "\n")
        self._process.stdin.flush()
        return json.loads(self._process.stdout.readline())

    def seconds_of(self, work: str) -> float:
        """How long a piece of work takes that nobody disturbs."""
        began = time.monotonic()
        assert self.tell("ended", self.tell("forked", work)) == 0
        return time.monotonic() - began

    def killed_after(self, work: str, seconds: float) -> bool:
        """Begin a piece of work and kill it; whether it was killed before it was done."""
        number: int = self.tell("forked", work)
        time.sleep(seconds)
        os.kill(number, signal.SIGKILL)
        ended: int = self.tell("ended", number)
        assert ended in {0, -signal.SIGKILL}
        return ended != 0


@contextmanager
def inside(variables: Mapping[str, str]) -> Iterator[Inside]:
    """A process within the site that has these environment variables."""
    with subprocess.Popen(
        [sys.executable, "-c", _LISTEN],
        cwd=ROOT,
        env=dict(variables),
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    ) as process:
        # Closing its input, which leaving does, ends it.
        yield Inside(process)
