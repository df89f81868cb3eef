"""A sighting sent to one server, until it is on a tile of another that runs beside it."""

import statistics
import time
from collections.abc import Iterator
from urllib.parse import urlsplit
from urllib.request import urlopen

from script.benchmarks.city.asked_places import drawn_places, tile_of
from script.benchmarks.city.filled_city import City
from script.benchmarks.city.serving import OUR_TILES, our_site
from script.benchmarks.measure import Ratio
from script.benchmarks.sightings import Person, expect

_SENT, _UNMEASURED = 60, 3
_SHOWN_S, _TAKEN_S = 0.1, 0.015
_PATIENCE_S = 5.0
_ZOOM = 17
# Ten metres beside a camera: a question whether it is that one has been answered with no.
_BESIDE_DEG = 0.0001


def run(city: City, site: str, taken_s: float = _TAKEN_S) -> Iterator[Ratio]:
    """Ninety-five of a hundred within their time, one sighting after the other."""
    shown: list[float] = []
    taken: list[float] = []
    with our_site(city, MAPPER_PROXIES="1") as other:
        person = Person(int(urlsplit(other).port or 0))
        for lon, lat in drawn_places(city, _SENT + _UNMEASURED):
            place = (lon + _BESIDE_DEG, lat)
            tile = site + OUR_TILES.format(**tile_of(place, _ZOOM))
            before = read(tile)
            status, _, seconds = person.post(place, new=True)
            expect(status, 201)
            taken.append(seconds)
            shown.append(until_changed(tile, before))
    for name, waits, at_most in (
        ("a sighting until another server shows it", shown, _SHOWN_S),
        ("taking a sighting", taken, taken_s),
    ):
        slow = statistics.quantiles(waits[_UNMEASURED:], n=20)[-1]
        yield Ratio(f"{name}, 95 of 100", slow, f"{at_most * 1e3:g} ms", at_most, 0.0)


def until_changed(tile: str, before: bytes) -> float:
    """Seconds from now until a tile is another one; raises `TimeoutError` where it stays."""
    start = time.perf_counter()
    while time.perf_counter() < start + _PATIENCE_S:
        if read(tile) != before:
            return time.perf_counter() - start
    raise TimeoutError(f"{tile} does not show what was sent")


def read(address: str) -> bytes:
    """What stands there now."""
    with urlopen(address) as answer:  # noqa: S310  (our own loopback site)
        content: bytes = answer.read()
        return content
