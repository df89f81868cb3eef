"""Storing a new vintage of a source: what it adds, changes, moves, misses, and brings back."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import islice

from django.contrib.gis.geos import Point
from django.db import transaction

from mapper.cameras.models import Camera, Event, EventKind, Operator, Source, SourceRecord
from mapper.cameras.services.apply_reading import apply_reading
from mapper.cameras.services.hide_beside_hidden import hide_listed_beside_hidden
from mapper.cameras.services.mark_missing import mark_missing
from mapper.cameras.services.operators import operators_named
from mapper.cameras.services.revise_record import Details, changes_of, revise_record
from mapper.cameras.services.rewrite import rewrite
from mapper.cameras.services.vintage import Listing, OlderVintageError, Vintage, VintageReport
from mapper.settings import limits
from mapper.vocabulary import Role

_RECORD_READ = [field.name for field in SourceRecord._meta.concrete_fields]
_RECORD_FIELDS = ["location", "tags", "version", "seen_on", "last_vintage_on", "missing_since"]


def store_vintage(
    *,
    source: Source,
    vintage: Vintage,
    stored: Callable[[int], None],
    by: Role,
) -> VintageReport:
    """Bring the records of one source up to a vintage; what it does not touch stays as it is.

    A new camera shows what its record says, and is hidden beside one that was hidden. What the
    others show is for the caller to decide, from all voices about those in `touched`. Events bear
    the vintage's day. The same vintage stored again changes nothing. Queries grow with batches of
    `limits.IMPORT_BATCH_ROWS` listings; `stored` is told the size of each that is done.
    Raises `OlderVintageError` or `TooManyMissingError`.
    """
    with transaction.atomic():
        # Two imports of one source wait for each other.
        Source.objects.select_for_update().get(pk=source.pk)
        store = _Store(source, vintage.day, by, VintageReport())
        for batch in _batches(vintage.listings):
            store.batch(batch)
            stored(len(batch))
        hide_listed_beside_hidden(source=source, vintage=vintage, by=by)
        missing = mark_missing(source=source, vintage=vintage, by=by)
        store.report.missing = len(missing)
        store.report.touched |= missing
        return store.report


def _batches(listings: Sequence[Listing]) -> Iterator[list[Listing]]:
    waiting = iter(listings)
    while batch := list(islice(waiting, limits.IMPORT_BATCH_ROWS)):
        yield batch


@dataclass(frozen=True, slots=True)
class _Store:
    """One vintage on its way into the database, batch by batch."""

    source: Source
    day: date
    by: Role
    report: VintageReport

    def batch(self, listings: list[Listing]) -> None:
        """Store some listings: the known ones are revised, the others added."""
        names = [listing.external_id for listing in listings]
        found = SourceRecord.objects.filter(source=self.source, external_id__in=names)
        # Of the camera itself only whether it is at a private home is asked here.
        found = found.select_related("camera").only(*_RECORD_READ, "camera__home_cell")
        known = {record.external_id: record for record in found}
        self._refuse_older(known)
        self._add([listing for listing in listings if listing.external_id not in known])
        self._revise(
            [(known[one.external_id], one) for one in listings if one.external_id in known]
        )

    def _refuse_older(self, known: Mapping[str, SourceRecord]) -> None:
        for record in known.values():
            newest = max(record.last_vintage_on, record.missing_since or record.last_vintage_on)
            if newest > self.day:
                raise OlderVintageError(
                    f"this vintage is of {self.day}, but {record.external_id} is already known"
                    f" from {newest}"
                )

    def _event(self, camera: Camera, what: EventKind, details: Details) -> Event:
        return Event(
            camera=camera, day=self.day, what=what, by=self.by, source=self.source, details=details
        )

    def _add(self, listings: list[Listing]) -> None:
        operators = operators_named(listing.reading for listing in listings)
        cameras = [
            self._new_camera(listing, operators.get(listing.reading.operator))
            for listing in listings
        ]
        Camera.objects.bulk_create(cameras)
        records = map(self._new_record, cameras, listings)
        SourceRecord.objects.bulk_create(records)
        self.report.added += len(cameras)

    def _new_camera(self, listing: Listing, operator: Operator | None) -> Camera:
        """A camera of which one voice has told; whoever weighs voices finds nothing to correct."""
        seen_on = listing.seen_on or self.day
        camera = Camera(
            location=Point(listing.lon, listing.lat, srid=4326),
            operator=operator,
            voices=1,
            first_seen_on=seen_on,
            last_seen_on=seen_on,
        )
        apply_reading(camera, listing.reading)
        return camera

    def _new_record(self, camera: Camera, listing: Listing) -> SourceRecord:
        return SourceRecord(
            source=self.source,
            external_id=listing.external_id,
            camera=camera,
            tags=dict(listing.tags),
            location=camera.location,
            version=listing.version,
            seen_on=listing.seen_on,
            first_vintage_on=self.day,
            last_vintage_on=self.day,
        )

    def _revise(self, pairs: list[tuple[SourceRecord, Listing]]) -> None:
        changes = {record.pk: changes_of(record, listing) for record, listing in pairs}
        events = [
            self._event(record.camera, what, details)
            for record, _ in pairs
            for what, details in changes[record.pk].items()
        ]
        self._revise_records(pairs)
        Event.objects.bulk_create(events)
        self._count(events, len(pairs) - sum(map(bool, changes.values())))

    def _revise_records(self, pairs: list[tuple[SourceRecord, Listing]]) -> None:
        aged = [record.pk for record, _ in pairs if record.last_vintage_on < self.day]
        revised = [record for record, listing in pairs if revise_record(record, listing, self.day)]
        rewrite(revised, _RECORD_FIELDS)
        # Most cameras of a new vintage differ in nothing but having been listed again.
        SourceRecord.objects.filter(pk__in=aged).update(last_vintage_on=self.day)
        self.report.touched |= {record.camera_id for record in revised}

    def _count(self, events: list[Event], unchanged: int) -> None:
        kinds = [event.what for event in events]
        self.report.changed += kinds.count(EventKind.CHANGED)
        self.report.moved += kinds.count(EventKind.MOVED)
        self.report.returned += kinds.count(EventKind.RETURNED)
        self.report.unchanged += unchanged
