"""Bytes in memory that a process shares with the processes it forks."""

import fcntl
import os
from collections.abc import Iterator
from contextlib import contextmanager
from mmap import mmap
from threading import Lock


class SharedBytes:
    """So many zeros, on no disk; `alone()` is the only way to touch them."""

    def __init__(self, size: int) -> None:
        self._file = os.memfd_create("mapper")
        os.ftruncate(self._file, size)
        self._bytes = mmap(self._file, size)
        self._threads = Lock()

    @contextmanager
    def alone(self) -> Iterator[mmap]:
        """Hold off all other threads and processes; one that is killed meanwhile lets go."""
        with self._threads:
            fcntl.lockf(self._file, fcntl.LOCK_EX)
            try:
                yield self._bytes
            finally:
                fcntl.lockf(self._file, fcntl.LOCK_UN)
