"""Bringing a source's record of a camera up to a newer listing."""

from collections.abc import Mapping
from datetime import date

from django.contrib.gis.geos import Point

from mapper.cameras.models import EventKind, SourceRecord
from mapper.cameras.services.vintage import Listing
from mapper.geometry import metres_between

Details = dict[str, object]


def changes_of(record: SourceRecord, listing: Listing) -> dict[EventKind, Details]:
    """What is new in a listing, with what stood there before, so that nothing is lost."""
    found: dict[EventKind, Details] = {}
    if record.missing_since:
        found[EventKind.RETURNED] = {"missing_since": record.missing_since.isoformat()}
    if is_older(record, listing):
        return found
    before = record.location
    if (before.x, before.y) != (listing.lon, listing.lat):
        metres = metres_between(before.x, before.y, listing.lon, listing.lat)
        found[EventKind.MOVED] = {"metres": round(metres, 1)} | _left_behind(record)
    if record.tags != dict(listing.tags):
        found[EventKind.CHANGED] = {"before": _tags_before(record.tags, listing.tags)}
    return found


def is_older(record: SourceRecord, listing: Listing) -> bool:
    """Whether a listing shows an older version of the object than we hold."""
    return bool(record.version and listing.version and listing.version < record.version)


def _left_behind(record: SourceRecord) -> Details:
    """The position left; never that of a camera at a private home."""
    if record.camera.home_cell is not None:
        return {}
    return {"from": [record.location.x, record.location.y]}


def _tags_before(before: Mapping[str, str], after: Mapping[str, str]) -> dict[str, str | None]:
    """The former value of every tag that changed; None for one that is new."""
    keys = sorted(before.keys() | after.keys())
    return {key: before.get(key) for key in keys if before.get(key) != after.get(key)}


def revise_record(record: SourceRecord, listing: Listing, day: date) -> bool:
    """Write a listing onto its loaded record; gives whether more than the vintage changed."""
    before = (record.version, record.seen_on, record.missing_since)
    changes = changes_of(record, listing)
    record.missing_since = None
    record.last_vintage_on = max(record.last_vintage_on, day)
    if not is_older(record, listing):
        record.version, record.seen_on = listing.version, listing.seen_on
        record.tags = dict(listing.tags)
        record.location = Point(listing.lon, listing.lat, srid=4326)
    return bool(changes) or before != (record.version, record.seen_on, record.missing_since)
