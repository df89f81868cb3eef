"""Tiles over HTTP, through all of our site, against servers of tiles that others wrote."""

from collections.abc import Iterator
from contextlib import ExitStack

from script.benchmarks.city.asked_places import mixed_tiles, street_tiles
from script.benchmarks.city.filled_city import City
from script.benchmarks.city.load import Server, Wanted, races
from script.benchmarks.city.serving import OUR_TILES, tipg, vectortiles
from script.benchmarks.measure import Ratio

MIXED = Wanted("tiles, zoom 4–17", 3_500, p99_s=0.015)
STREET = Wanted("street tiles", 3_500)


def run(city: City, site: str) -> Iterator[Ratio]:
    """The same addresses, once over all zooms and once where both sides send every camera."""
    with ExitStack() as running:
        servers = [Server("ours", site, OUR_TILES, packed=True)]
        servers += running.enter_context(vectortiles(city))
        if not city.is_small:
            servers += running.enter_context(tipg(city))
        for wanted, addresses in ((MIXED, mixed_tiles(city)), (STREET, street_tiles(city))):
            yield from races(city, wanted, servers, addresses)
