"""Asked for four times what it can give, the site refuses quickly and then is itself again."""

import http.client
import time
from collections import Counter
from http import HTTPStatus

from mapper.settings import limits
from tests.faults.conftest import Site

# Every worker has so many at work and waiting; the site of these tests has two workers.
FITTING = 2 * (limits.WORKING_AT_ONCE + limits.WAITING_AT_ONCE)
PRESSED_S = 4.0
QUICK_S = 1.0
RECOVERED_S = 5.0
PAGE = "/about/figures/"


def ask(line: http.client.HTTPConnection) -> tuple[int, str | None, float]:
    """The status of an answer, when to come again, and how many seconds it took."""
    start = time.monotonic()
    line.request("GET", PAGE)
    return told_by(line, start)


def told_by(line: http.client.HTTPConnection, start: float) -> tuple[int, str | None, float]:
    """The same of what was asked for before."""
    answer = line.getresponse()
    answer.read()
    return answer.status, answer.getheader("Retry-After"), time.monotonic() - start


def test_what_is_too_much_is_refused_and_nothing_stays_behind(site: Site) -> None:
    lines = [
        http.client.HTTPConnection("127.0.0.1", site.port, timeout=30) for _ in range(4 * FITTING)
    ]
    told: list[tuple[int, str | None, float]] = []
    end = time.monotonic() + PRESSED_S
    while time.monotonic() < end:
        # All ask before anybody listens: by turns, they would never ask for too much.
        for line in lines:
            line.request("GET", PAGE)
        told += [told_by(line, time.monotonic()) for line in lines]
    for line in lines:
        line.close()
    answers = Counter(status for status, _, _ in told)
    assert set(answers) == {HTTPStatus.OK, HTTPStatus.SERVICE_UNAVAILABLE}
    assert {again for status, again, _ in told if status != HTTPStatus.OK} == {
        f"{limits.COME_AGAIN_S}"
    }
    pressed_no_more = time.monotonic()
    line = http.client.HTTPConnection("127.0.0.1", site.port, timeout=30)
    while (answer := ask(line))[0] != HTTPStatus.OK or answer[2] > QUICK_S:
        assert time.monotonic() < pressed_no_more + RECOVERED_S
    assert [ask(line)[0] for _ in range(20)] == [HTTPStatus.OK] * 20
    line.close()
