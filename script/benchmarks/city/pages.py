"""What a reader waits for pages and figures, of a street, a district and all of the city."""

import http.client
import re
import statistics
import time
from collections.abc import Iterable, Iterator
from html import unescape
from urllib.parse import urlsplit

from script.benchmarks.city.asked_places import box_around, drawn_places
from script.benchmarks.city.filled_city import City
from script.benchmarks.measure import Ratio

_HALVES_DEG = (0.002, 0.02, 0.2, 2.0)
_ASKED, _UNMEASURED, _TURNED = 120, 8, 40
_WITHIN_S = 0.05
_TURN = re.compile(r'href="(/cameras/\?[^"]*after=[^"]*)"')
_CAMERAS = "SELECT id FROM flat.camera ORDER BY flat.dice(id, 101) LIMIT %s"


def run(city: City, site: str) -> Iterator[Ratio]:
    """Ninety-five of a hundred answers, one asked after the other, against 50 ms."""
    for name, slow in slowest(city, site):
        yield within(name, slow)


def slowest(city: City, site: str) -> Iterator[tuple[str, float]]:
    """Of each sort of page the seconds within which ninety-five of a hundred came."""
    reader = Reader(site)
    with city.connected() as line:
        lists = [f"/cameras/?{box}" for box in _boxes(city)]
        yield "first page of a list", _most(reader.waits(lists))
        yield "further page of a list", _most(reader.waits(reader.turned(lists[:_TURNED])))
        counts = [f"/api/cameras/counts?{box}" for box in _boxes(city)]
        yield "filter counts", _most(reader.waits(counts))
        cameras = line.execute(_CAMERAS, [_ASKED]).fetchall()
        yield "camera page", _most(reader.waits(f"/cameras/{number}/" for (number,) in cameras))


def within(name: str, slow: float) -> Ratio:
    """So many seconds for ninety-five of a hundred, against what is wanted of any page."""
    return Ratio(f"{name}, 95 of 100", slow, "50 ms", _WITHIN_S, 0.0)


class Reader:
    """Somebody who asks for one page after the other on one line."""

    def __init__(self, address: str) -> None:
        self._line = http.client.HTTPConnection(urlsplit(address).netloc)

    def waits(self, paths: Iterable[str]) -> list[float]:
        """The seconds each took, the first few asked for once before."""
        asked = list(paths)
        for path in asked[:_UNMEASURED]:
            self.page(path)
        return [self._seconds(path) for path in asked]

    def turned(self, paths: Iterable[str]) -> list[str]:
        """The next page of each list that has one, and the one after."""
        found: list[str] = []
        for path in paths:
            turn = _TURN.search(self.page(path))
            again = _TURN.search(self.page(unescape(turn[1]))) if turn else None
            found += [unescape(match[1]) for match in (turn, again) if match]
        return found

    def page(self, path: str) -> str:
        """A page; raises `RuntimeError` where it is refused."""
        self._line.request("GET", path)
        answer = self._line.getresponse()
        content = answer.read().decode()
        if answer.status != http.client.OK:
            raise RuntimeError(f"{path} was answered {answer.status}")
        return content

    def _seconds(self, path: str) -> float:
        start = time.perf_counter()
        self.page(path)
        return time.perf_counter() - start


def _boxes(city: City) -> list[str]:
    """Boxes as an address names them: small, larger, and of the whole city, in turns."""
    places = drawn_places(city, _ASKED)
    halves = (_HALVES_DEG[turn % len(_HALVES_DEG)] for turn in range(_ASKED))
    return [
        "bbox={west:.5f},{south:.5f},{east:.5f},{north:.5f}".format(
            **box_around(place, (half, half))
        )
        for place, half in zip(places, halves, strict=True)
    ]


def _most(seconds: list[float]) -> float:
    """The seconds that only one of twenty took longer."""
    return statistics.quantiles(seconds, n=20)[-1]
