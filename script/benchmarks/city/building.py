"""From the database to an index that answers, and the sorting alone against supercluster."""

import statistics
from collections.abc import Iterator

from script.benchmarks.city.filled_city import City
from script.benchmarks.city.inner_time import measured_inside
from script.benchmarks.city.supercluster import superclustered
from script.benchmarks.measure import Ratio

_DATABASE_S, _SORTING_S, _FILE_S = 8.0, 1.0, 0.05


def run(city: City, site: str) -> Iterator[Ratio]:  # noqa: ARG001
    """Each a few times over; supercluster, which has no file, is handed coordinates in memory."""
    told = measured_inside(city, "build")
    sorting = statistics.median(told["sorting"])
    yield from_the_database(told["database"])
    yield _within("sorting and counting the index", told["sorting"], _SORTING_S)
    yield _within("index from its file", measured_inside(city, "load"), _FILE_S)
    theirs = superclustered(city, [])
    if theirs is not None:
        name = "sorting and counting, against supercluster"
        yield Ratio(name, sorting, "supercluster", theirs.load_s, 0.0)


def from_the_database(seconds: list[float]) -> Ratio:
    """Reading, sorting and counting, against what is wanted."""
    return _within("index from the database", seconds, _DATABASE_S)


def _within(name: str, seconds: list[float], at_most: float) -> Ratio:
    return Ratio(name, statistics.median(seconds), f"{at_most:g} s", at_most, 0.0)
