"""The gate before the site: so many at work, so many waiting, and a quick no to the rest."""

from collections import deque
from collections.abc import Iterable
from http import HTTPStatus
from threading import Lock
from typing import Any, cast
from wsgiref.types import StartResponse, WSGIApplication, WSGIEnvironment

from django.http import HttpResponseBase

_NO = b"Too many people are asking at once; come again in a moment.\n"


class Gate:
    """A WSGI application that lets another one work on at most `working` requests at a time.

    `waiting` more wait for their turn, each for at most `patience_s` seconds. Whoever finds no
    room, or waited in vain, is told 503 and to come again after `again_s` seconds: that costs next
    to nothing, so that a site asked for more than it can give still gives what it can.
    """

    def __init__(
        self,
        application: WSGIApplication,
        *,
        working: int,
        waiting: int,
        patience_s: float,
        again_s: int,
    ) -> None:
        self._application = application
        self._free, self._waiting = working, waiting
        # Those who wait, the oldest first: each is let in by the release of a lock of its own.
        self._queue: deque[Lock] = deque()
        self._lock = Lock()
        self._patience_s, self._again_s = patience_s, again_s

    def __call__(self, environ: WSGIEnvironment, start_response: StartResponse) -> Iterable[bytes]:
        """Answer, or refuse."""
        if not self._enter():
            return self._refused(start_response)
        try:
            return _whole(self._application(environ, start_response))
        finally:
            self._leave()

    def _enter(self) -> bool:
        """Whether a turn is to be had, at once or within the time there is patience for."""
        with self._lock:
            if self._free:
                self._free -= 1
                return True
            if len(self._queue) >= self._waiting:
                return False
            turn = Lock()
            turn.acquire()
            self._queue.append(turn)
        return turn.acquire(timeout=self._patience_s) or not self._gave_up(turn)

    def _gave_up(self, turn: Lock) -> bool:
        """Wait no more; gives False where the turn came at the last moment."""
        with self._lock:
            if turn not in self._queue:
                return False
            self._queue.remove(turn)
            return True

    def _leave(self) -> None:
        """Hand the turn to who waited longest: left to luck, some would wait until refused."""
        with self._lock:
            if self._queue:
                self._queue.popleft().release()
            else:
                self._free += 1

    def _refused(self, start_response: StartResponse) -> list[bytes]:
        status = HTTPStatus.SERVICE_UNAVAILABLE
        headers = [
            ("Content-Type", "text/plain"),
            ("Content-Length", f"{len(_NO)}"),
            ("Retry-After", f"{self._again_s}"),
            ("Cache-Control", "no-store"),
            ("X-Content-Type-Options", "nosniff"),
            # A map on another site must be able to read that it is to come again.
            ("Access-Control-Allow-Origin", "*"),
        ]
        start_response(f"{status.value} {status.phrase}", headers)
        return [_NO]


def _whole(answer: Iterable[bytes]) -> Iterable[bytes]:
    """The answer in one piece and done with, unless it is made piece by piece while it is sent.

    What it held (a connection to the database) is given back before the next one's turn.
    """
    if getattr(answer, "streaming", True):
        return answer
    made = cast("HttpResponseBase", answer)
    content: list[bytes] = [cast("Any", made).content]
    made.close()
    return content
