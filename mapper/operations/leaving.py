"""How a worker leaves: deaf to new connections, done with those it accepted, then ended."""

import os
import signal
import socket
import stat
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path
from threading import Timer
from typing import Any
from wsgiref.types import StartResponse, WSGIApplication, WSGIEnvironment

SIGNAL = signal.SIGUSR1
"""Asks a worker to leave."""


class Leaving:
    """A WSGI application in a worker that can be asked to leave without losing a request.

    A server that is told to end closes, without a word, every connection on which nothing has been
    read yet or that is kept open between two requests: also where a request is on its way. So the
    worker is first made deaf, to answer for `after_s` seconds what it has accepted and to say with
    each answer that the connection ends with it; only then is its server told.
    """

    def __init__(self, application: WSGIApplication, after_s: float) -> None:
        self._application, self._after_s = application, after_s
        self._leaves = False

    def __call__(self, environ: WSGIEnvironment, start_response: StartResponse) -> Iterable[bytes]:
        """Answer."""
        return self._application(environ, _last(start_response) if self._leaves else start_response)

    def leave(self, *_: object) -> None:
        """Handle `SIGNAL`."""
        if not self._leaves:
            self._leaves = True
            stop_accepting()
            # Told once: told again, granian lets go of those whose request is still coming in.
            Timer(self._after_s, os.kill, (os.getpid(), signal.SIGTERM)).start()


def stop_accepting() -> None:
    """Put a socket that nobody connects to in the place of each on which this process listens.

    Other processes that hold those go on, and whoever waits to be accepted is accepted by them.
    """
    with socket.socket(socket.AF_UNIX, socket.SOCK_STREAM | socket.SOCK_NONBLOCK) as deaf:
        deaf.bind("")  # a name that the kernel makes up
        deaf.listen(0)
        for descriptor in _listening():
            os.dup2(deaf.fileno(), descriptor)


def _listening() -> list[int]:
    found = []
    for descriptor in [int(each.name) for each in Path("/proc/self/fd").iterdir()]:
        # The folder itself was open while it was listed, and is no more.
        with suppress(OSError):
            if not stat.S_ISSOCK(os.fstat(descriptor).st_mode):
                continue
            with socket.socket(fileno=os.dup(descriptor)) as one:
                if one.getsockopt(socket.SOL_SOCKET, socket.SO_ACCEPTCONN):
                    found.append(descriptor)
    return found


def _last(start_response: StartResponse) -> StartResponse:
    def start(status: str, headers: list[tuple[str, str]], *rest: Any) -> Any:
        return start_response(status, [*headers, ("Connection", "close")], *rest)

    return start
