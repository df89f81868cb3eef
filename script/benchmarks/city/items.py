"""GeoJSON by box over HTTP, through all of our site, against pygeoapi."""

from collections.abc import Iterator

from script.benchmarks.city.asked_places import street_boxes
from script.benchmarks.city.filled_city import City
from script.benchmarks.city.load import Server, Wanted, races
from script.benchmarks.city.serving import OUR_ITEMS, pygeoapi
from script.benchmarks.measure import Ratio

WANTED = Wanted("GeoJSON of a street", 600)


def run(city: City, site: str) -> Iterator[Ratio]:
    """Streets drawn by lot, every camera of each with all we publish of it in one answer."""
    with pygeoapi(city) as peers:
        yield from races(
            city, WANTED, [Server("ours", site, OUR_ITEMS), *peers], street_boxes(city)
        )
