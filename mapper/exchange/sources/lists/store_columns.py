"""Storing a very long list: what is known of it as ever, and what is new in batches of columns."""

import json
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from django.db import transaction

from mapper.cameras.models import Camera, Source
from mapper.cameras.services.add_listed import add_listed, add_operators
from mapper.cameras.services.known_listed import Known, known_listed, list_again
from mapper.cameras.services.listed_columns import ListedColumns
from mapper.cameras.services.loosened import loosen, tighten
from mapper.cameras.services.side_by_side import side_by_side
from mapper.cameras.services.vintage import Listing, Vintage, VintageReport
from mapper.exchange.sources.counter import Counter
from mapper.exchange.sources.lists.list_columns import ReadColumns
from mapper.exchange.sources.notes import HalfwayError, Notes
from mapper.exchange.sources.osm.listings import listings_of
from mapper.exchange.sources.osm.objects import OsmObject
from mapper.exchange.sources.store_cameras import store_cameras
from mapper.exchange.sources.watching import Watch
from mapper.geometry import Box
from mapper.settings import limits
from mapper.vocabulary import Role

EVERYWHERE = Box(-180, -90, 180, 90)
"""A list is all that its source lists, wherever it is: what it lists no more is missing."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Storing:
    """Whose list of which day is stored, on whose behalf, and who watches.

    `written` is called once when all is stored: the database's indexes may be missing still.
    """

    source: Source
    day: date
    whole: bool
    dry_run: bool
    watch: Watch
    by: Role
    written: Callable[[], None]


def store_columns(read: ReadColumns, storing: Storing) -> VintageReport:
    """Store a list: in one transaction what its source listed before, then batches of the new.

    Raises `OlderVintageError` or `TooManyMissingError` before anything is written, and
    `HalfwayError` where somebody interrupts between two batches. Stored again it goes on where it
    ended. Nobody's cameras but this source's are read, unless they hang beside a new one.
    """
    known = known_listed(source=storing.source, listed=read.listed, day=storing.day)
    report = VintageReport()
    if not known.new.all() or storing.source.records.exists():
        report = _store_known(read, known, storing)
    new = read.listed if known.new.all() else read.listed.where(known.new)
    report.added += len(new)
    if storing.dry_run:
        return report
    if len(new):
        _store_new(new.batches(limits.BULK_ROWS), len(new), storing)
    else:
        storing.written()
    return report


def store_parts(parts: Iterator[ReadColumns], rows: int, storing: Storing) -> VintageReport:
    """Store the list of a source that listed nothing before, while it is read: of so many rows.

    Raises `HalfwayError` as `store_columns` does, with as much stored.
    """
    report = VintageReport()

    def counted() -> Iterator[ListedColumns]:
        for part in parts:
            report.added += len(part.listed)
            if len(part.listed):
                yield part.listed

    if storing.dry_run:
        deque(counted(), maxlen=0)
    else:
        _store_new(counted(), rows, storing)
    return report


def _store_known(read: ReadColumns, known: Known, storing: Storing) -> VintageReport:
    """Revise what differs, and mark what is listed no more; nothing is added here."""
    listings = _listings(read.listed.where(known.differing), storing.day)
    others = read.listed.where(~known.differing).external_ids.to_pylist()
    vintage = Vintage(
        day=storing.day,
        extent=EVERYWHERE,
        listings=listings,
        left_out=read.left_out.union(others),
        whole=storing.whole,
    )
    with transaction.atomic():
        list_again(records=known.same, day=storing.day)
        report = store_cameras(
            source=storing.source, vintage=vintage, watch=storing.watch, by=storing.by
        )
        if storing.dry_run:
            transaction.set_rollback(True)
    report.unchanged += len(known.same)
    return report


def _listings(listed: ListedColumns, day: date) -> list[Listing]:
    """Rows one by one, as they are revised; what is odd in them has been told."""
    rows = zip(
        listed.external_ids.to_pylist(),
        listed.lonlat.tolist(),
        listed.tags.to_pylist(),
        strict=True,
    )
    objects = (OsmObject(name, lon, lat, json.loads(tags)) for name, (lon, lat), tags in rows)
    return listings_of(objects, day, Notes())


def _store_new(batches: Iterable[ListedColumns], rows: int, storing: Storing) -> None:
    """Store what is new, of which there are at most so many rows."""
    stored = Counter(storing.watch, "Adding cameras", rows)
    done = 0

    def add(batch: ListedColumns) -> int:
        add_listed(source=storing.source, listed=batch, day=storing.day, by=storing.by)
        return len(batch)

    def with_operators() -> Iterator[ListedColumns]:
        # Made here, for two who add side by side would wait for one another.
        for batch in batches:
            add_operators(listed=batch)
            yield batch

    if outnumbers(rows):
        loosen()
    try:
        for added in side_by_side(add, with_operators()):
            done += added
            stored(added)
        storing.written()
    except KeyboardInterrupt:
        raise HalfwayError(
            f"Interrupted: {done:,} of {rows:,} new cameras are stored whole; import the"
            " same file again for the others."
        ) from None
    finally:
        _bring_back_after(done, storing.watch)


def _bring_back_after(stored: int, watch: Watch) -> None:
    try:
        bring_back(watch)
    except KeyboardInterrupt:
        raise HalfwayError(
            f"Interrupted: {stored:,} new cameras are stored whole, but some of the database’s"
            " indexes are missing: `manage.py build_index` builds them."
        ) from None


def bring_back(watch: Watch) -> None:
    """Build the indexes that are off, now or since somebody was ended in the middle."""
    tighten(lambda done, total: watch("Building indexes", done, total))


def outnumbers(count: int) -> bool:
    """Whether so many more are many times what is there; what is there is not counted whole."""
    enough = count // limits.BULK_LOOSEN_TIMES + 1
    return Camera.objects.order_by()[:enough].count() < enough
