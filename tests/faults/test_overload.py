"""Asked for four times what it can give, the site refuses quickly and then is itself again."""

import http.client
import threading
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


class Reader(threading.Thread):
    """Somebody who asks again and again, on one line, and never waits."""

    def __init__(self, port: int, until: float) -> None:
        super().__init__()
        self._port, self._until = port, until
        self.told: list[tuple[int, str | None, float]] = []

    def run(self) -> None:
        """Ask until the time is over."""
        line = http.client.HTTPConnection("127.0.0.1", self._port, timeout=30)
        while time.monotonic() < self._until:
            self.told.append(ask(line))
        line.close()


def ask(line: http.client.HTTPConnection) -> tuple[int, str | None, float]:
    """The status of an answer, when to come again, and how many seconds it took."""
    start = time.monotonic()
    line.request("GET", PAGE)
    answer = line.getresponse()
    answer.read()
    return answer.status, answer.getheader("Retry-After"), time.monotonic() - start


def test_what_is_too_much_is_refused_and_nothing_stays_behind(site: Site) -> None:
    readers = [Reader(site.port, time.monotonic() + PRESSED_S) for _ in range(4 * FITTING)]
    for reader in readers:
        reader.start()
    for reader in readers:
        reader.join()
    told = [one for reader in readers for one in reader.told]
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
