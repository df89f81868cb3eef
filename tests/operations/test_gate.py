"""The gate lets so many in, keeps so many waiting, in their order, and refuses the rest at once."""

import time
from collections.abc import Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import contextmanager
from threading import Event, Lock, Semaphore
from wsgiref.types import StartResponse, WSGIEnvironment

import pytest
from django.http import HttpResponse, StreamingHttpResponse

from mapper.operations.gate import Gate

# An answer that is done with looks after connections to the database.
pytestmark = pytest.mark.django_db


class Slow:
    """An application that works until it is told to finish."""

    def __init__(self) -> None:
        self.entered, self.finish = Semaphore(0), Event()

    def __call__(self, environ: WSGIEnvironment, start_response: StartResponse) -> HttpResponse:
        """Work."""
        self.entered.release()
        assert self.finish.wait(10)
        start_response("200 OK", [])
        return HttpResponse(b"done")


def asked(gate: Gate) -> tuple[str, dict[str, str], bytes]:
    """The status, headers and content of one answer."""
    told: list[tuple[str, dict[str, str]]] = []
    content = b"".join(gate({}, lambda status, headers: told.append((status, dict(headers)))))
    return *told[0], content


def gate_of(slow: Slow, *, waiting: int = 1, patience_s: float = 10.0) -> Gate:
    return Gate(slow, working=1, waiting=waiting, patience_s=patience_s, again_s=2)


@contextmanager
def one_at_work(
    slow: Slow, gate: Gate
) -> Iterator[tuple[ThreadPoolExecutor, Future[tuple[str, dict[str, str], bytes]]]]:
    """Threads to ask with, and the answer of somebody who is at work."""
    with ThreadPoolExecutor() as pool:
        first = pool.submit(asked, gate)
        assert slow.entered.acquire(timeout=10)
        try:
            yield pool, first
        finally:
            slow.finish.set()


def until_waiting(gate: Gate, number: int) -> None:
    """Return when so many wait."""
    deadline = time.monotonic() + 10
    while len(gate._queue) < number and time.monotonic() < deadline:
        time.sleep(0.001)
    assert len(gate._queue) == number


def test_whoever_finds_no_room_is_refused_at_once_and_told_when_to_come() -> None:
    slow = Slow()
    gate = gate_of(slow, waiting=0)
    with one_at_work(slow, gate) as (_, first):
        begun = time.monotonic()
        status, headers, content = asked(gate)
        assert time.monotonic() - begun < 1
        assert status == "503 Service Unavailable"
        assert headers["Retry-After"] == "2"
        assert headers["Cache-Control"] == "no-store"
        assert int(headers["Content-Length"]) == len(content)
    assert first.result() == ("200 OK", {}, b"done")


def test_whoever_waits_gets_a_turn() -> None:
    slow = Slow()
    gate = gate_of(slow)
    with one_at_work(slow, gate) as (pool, _):
        second = pool.submit(asked, gate)
        until_waiting(gate, 1)
        slow.finish.set()
        assert second.result()[0] == "200 OK"


def test_patience_ends() -> None:
    slow = Slow()
    gate = gate_of(slow, patience_s=0.01)
    with one_at_work(slow, gate):
        assert asked(gate)[0] == "503 Service Unavailable"
    assert asked(gate)[0] == "200 OK"


def test_a_turn_that_comes_at_the_last_moment_is_taken() -> None:
    gate = gate_of(Slow())
    assert gate._gave_up(Lock()) is False


def test_an_error_gives_the_turn_back() -> None:
    def broken(environ: WSGIEnvironment, start_response: StartResponse) -> HttpResponse:
        raise RuntimeError("broken")

    gate = Gate(broken, working=1, waiting=0, patience_s=0, again_s=1)
    for _ in range(2):
        with pytest.raises(RuntimeError):
            asked(gate)


def test_an_answer_made_piece_by_piece_is_left_so() -> None:
    pieces = StreamingHttpResponse(iter([b"a", b"b"]))
    gate = Gate(lambda *_: pieces, working=1, waiting=0, patience_s=0, again_s=1)
    assert gate({}, lambda *_: None) is pieces


def test_what_an_answer_held_is_given_back_with_its_turn() -> None:
    answer = HttpResponse(b"whole")
    gate = Gate(lambda *_: answer, working=1, waiting=0, patience_s=0, again_s=1)
    assert gate({}, lambda *_: None) == [b"whole"]
    assert answer.closed
