"""How fast cameras are read out of OSM files, and stored, against pyosmium's own tag filter."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from types import SimpleNamespace

import osmium
from django.db import connection
from osmium.filter import TagFilter

from mapper.exchange.sources.notes import Notes
from mapper.exchange.sources.osm.extract import Wanted, read_extract
from mapper.exchange.sources.osm.formats import format_of
from mapper.exchange.sources.osm.osm_files import read_cameras
from mapper.exchange.sources.osm.store_extract import Storing, store_extract
from mapper.exchange.sources.watching import unwatched
from mapper.vocabulary import Role
from script.benchmarks.measure import Ratio, median_seconds, shared_data

SYNTHETIC = Path("var/bench/synthetic.osm.pbf")
NODES = 1_500_000
CAMERA_EVERY = 100
READING_AT_LEAST = 0.5  # what we promise; the other ratios are told and not promised
REAL = (
    "osm-helsinki-centre-pbf/Helsinki.osm.pbf",
    "osm-monaco-pbf-3-vintages/monaco_2025-02_nouser_DERIVED.osm.pbf",
)
Way = Callable[[Path], object]
CAMERA = {"man_made": "surveillance", "camera:type": "fixed", "direction": "90"}
TREE = {"natural": "tree"}


def run() -> Iterator[Ratio]:
    """Reading alone, and a whole import into an empty database, for every file there is."""
    for path in files():
        yield ratio("read", path, read, take, READING_AT_LEAST)
        yield ratio("read", path, read, count, 0.0)
    with empty_database():
        for path in files():
            yield ratio("import", path, import_whole, take, 0.0)


def ratio(verb: str, path: Path, ours: Way, yardstick: Way, at_least: float) -> Ratio:
    """Our way and pyosmium's over one file, side by side."""
    ours_s = median_seconds(lambda: ours(path), runs=5)
    yardstick_s = median_seconds(lambda: yardstick(path), runs=5)
    words = f"pyosmium's tag filter, {yardstick.__name__}"
    return Ratio(f"{verb} {path.name}", ours_s, words, yardstick_s, at_least)


def files() -> list[Path]:
    """The real files that are beside the checkout, and a large one made here."""
    if not SYNTHETIC.exists():
        write_synthetic()
    return [*filter(Path.exists, (shared_data() / name for name in REAL)), SYNTHETIC]


def write_synthetic() -> None:
    """A file of many nodes, every hundredth a camera and every tenth a tree."""
    SYNTHETIC.parent.mkdir(parents=True, exist_ok=True)
    unfinished = SYNTHETIC.with_name("unfinished.osm.pbf")
    with osmium.SimpleWriter(unfinished, overwrite=True) as writer:
        for number in range(1, NODES + 1):
            tags = CAMERA if number % CAMERA_EVERY == 0 else TREE if number % 10 == 0 else {}
            location = (24.0 + number % 1009 / 1009, 60.0 + number % 991 / 991)
            writer.add_node(SimpleNamespace(id=number, version=1, tags=tags, location=location))
    unfinished.rename(SYNTHETIC)


def filtered(path: Path) -> osmium.FileProcessor:
    """The yardstick's way through a file."""
    return osmium.FileProcessor(path).with_filter(TagFilter(("man_made", "surveillance")))


def count(path: Path) -> int:
    """How many objects the filter lets through, with nothing taken of them."""
    return sum(1 for _ in filtered(path))


def take(path: Path) -> int:
    """The least that any import must take of each object: its id and its tags."""
    return len([(one.id, dict(one.tags)) for one in filtered(path)])


def read(path: Path) -> int:
    """Our reading: tags, positions, versions and days of every camera."""
    return len(read_cameras(path, format_of(path), Notes(), unwatched))


def import_whole(path: Path) -> None:
    """All that `import_osm` does; taken back, so that the next run starts from nothing too."""
    extract = read_extract(path, Wanted(), unwatched)
    dry = Storing(dry_run=True)
    store_extract(extract=extract, storing=dry, watch=unwatched, by=Role.IMPORTER)


@contextmanager
def empty_database() -> Iterator[None]:
    """A database of its own, so that no real one is touched."""
    name = connection.settings_dict["NAME"]
    connection.creation.create_test_db(verbosity=0, autoclobber=True)
    try:
        yield
    finally:
        connection.creation.destroy_test_db(name, verbosity=0)
