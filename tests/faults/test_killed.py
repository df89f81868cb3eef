"""Site and database are killed while four clients post: nothing acknowledged is lost or doubled."""

from collections.abc import Iterator
from itertools import count
from threading import Event, Thread

import pytest

from tests.factories.lines import cameras_at, post_over_line
from tests.faults.conftest import Site

pytestmark = pytest.mark.drills

CLIENTS = 4
BEFORE_EACH_KILL = 25
KILLS = 3


class Poster(Thread):
    """A client that posts one sighting after the other until the line is dead."""

    def __init__(self, port: int, numbers: Iterator[int], enough: Event) -> None:
        super().__init__()
        self.port, self.numbers, self.enough = port, numbers, enough
        self.acknowledged: dict[int, int] = {}
        self.unanswered: list[int] = []

    def run(self) -> None:
        """Post until nothing answers."""
        for number in self.numbers:
            try:
                answer = post_over_line(self.port, number)
            except OSError:
                self.unanswered.append(number)
                return
            self.acknowledged[number] = answer["sighting"]["id"]
            if len(self.acknowledged) * CLIENTS >= BEFORE_EACH_KILL:
                self.enough.set()


def test_nothing_acknowledged_is_lost_and_nothing_is_there_twice(site: Site) -> None:
    acknowledged: dict[int, int] = {}
    for round_number in range(KILLS):
        enough = Event()
        begins = (round_number * 1_000 + client * 200 for client in range(CLIENTS))
        posters = [Poster(site.port, count(begin), enough) for begin in begins]
        for poster in posters:
            poster.start()
        assert enough.wait(timeout=120)
        site.kill()
        for poster in posters:
            poster.join()
            acknowledged |= poster.acknowledged
        site.start()
        # Whoever was not answered sends again, under the same key.
        for number in (number for poster in posters for number in poster.unanswered):
            acknowledged[number] = post_over_line(site.port, number)["sighting"]["id"]
    again = {number: post_over_line(site.port, number) for number in acknowledged}
    assert {number: answer["sighting"]["id"] for number, answer in again.items()} == acknowledged
    assert cameras_at(site.port) == len(acknowledged)
    assert len(acknowledged) >= KILLS * BEFORE_EACH_KILL / CLIENTS
