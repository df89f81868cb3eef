"""A child process beside the site: started with it, started again when it dies, ended with it."""

import subprocess
from collections.abc import Sequence
from threading import Event, Thread

from mapper.settings import limits


class Beside(Thread):
    """Keeps one command running until it is told to end."""

    def __init__(self, command: Sequence[str]) -> None:
        super().__init__(name="beside", daemon=True)
        self._command = command
        self._ended = Event()
        self.process: subprocess.Popen[bytes] | None = None

    def run(self) -> None:
        """Start the command, again and again."""
        while not self._ended.is_set():
            self.process = subprocess.Popen(self._command)  # noqa: S603  (our own command)
            self.process.wait()
            self._ended.wait(limits.FOLLOW_AGAIN_S)

    def end(self) -> None:
        """End the command, and start it no more."""
        self._ended.set()
        if self.process is not None:
            self.process.terminate()
