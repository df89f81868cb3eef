"""The same city on SpatiaLite: what is read of it beside PostGIS, and what is sent to it."""

from collections.abc import Iterator
from dataclasses import replace

from script.benchmarks.city import freshness, pages
from script.benchmarks.city.building import from_the_database
from script.benchmarks.city.filled_city import City, embedded_city
from script.benchmarks.city.inner_time import measured_inside
from script.benchmarks.city.serving import our_site
from script.benchmarks.measure import Ratio

_ROUNDS = 3
_TAKEN_S = 0.025


def run(city: City, site: str) -> Iterator[Ratio]:
    """Both sites are asked for the same pages in turns; then nobody asks but who measures."""
    with embedded_city(city) as embedded:
        yield _here(from_the_database(measured_inside(embedded, "build")["database"]))
        with our_site(embedded) as address:
            rounds = [
                (dict(pages.slowest(embedded, address)), dict(pages.slowest(city, site)))
                for _ in range(_ROUNDS)
            ]
            for name in rounds[0][0]:
                ours, theirs = zip(
                    *((one[name], other[name]) for one, other in rounds), strict=True
                )
                yield _here(pages.within(name, sorted(ours)[_ROUNDS // 2]))
                yield Ratio.of_rounds(
                    f"{name}, on SpatiaLite against PostGIS", ours, "PostGIS", theirs
                )
            yield from map(_here, freshness.run(embedded, address, _TAKEN_S))


def _here(ratio: Ratio) -> Ratio:
    return replace(ratio, name=f"{ratio.name}, on SpatiaLite")
