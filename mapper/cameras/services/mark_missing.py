"""Marking the cameras that a source no longer lists; nothing is ever deleted for it."""

from django.db import transaction

from mapper.cameras.models import Camera, Event, EventKind, Source, SourceRecord
from mapper.cameras.services.vintage import TooManyMissingError, Vintage
from mapper.settings import limits
from mapper.vocabulary import Role


def mark_missing(*, source: Source, vintage: Vintage, by: Role) -> set[int]:
    """Mark what the source listed before inside the vintage's extent and lists no more.

    Gives the ids of the cameras marked. Raises `TooManyMissingError` where that would be more
    than the share `limits.IMPORT_MISSING_MAX_SHARE` of those known there, unless somebody looked.
    """
    with transaction.atomic():
        listed = {listing.external_id for listing in vintage.listings} | vintage.left_out
        known = SourceRecord.objects.filter(
            source=source,
            missing_since__isnull=True,
            camera__in=Camera.objects.in_box(vintage.extent),
        )
        older = known.filter(last_vintage_on__lt=vintage.day)
        missing = {
            record: camera
            for record, name, camera in older.values_list("pk", "external_id", "camera_id")
            if name not in listed
        }
        if not vintage.whole:
            _refuse_too_many(len(missing), known.filter(first_vintage_on__lt=vintage.day).count())
        _mark(source, vintage, missing, by)
        return set(missing.values())


def _refuse_too_many(missing: int, known: int) -> None:
    few = missing <= limits.IMPORT_MISSING_ALWAYS
    if few or missing <= limits.IMPORT_MISSING_MAX_SHARE * known:
        return
    raise TooManyMissingError(
        f"{missing} of the {known} cameras known in its extent are not in it; if it really is"
        " whole, say --accept-missing"
    )


def _mark(source: Source, vintage: Vintage, missing: dict[int, int], by: Role) -> None:
    records = sorted(missing)
    for start in range(0, len(records), limits.IMPORT_BATCH_ROWS):
        batch = records[start : start + limits.IMPORT_BATCH_ROWS]
        SourceRecord.objects.filter(pk__in=batch).update(missing_since=vintage.day)
        Event.objects.bulk_create(
            Event(
                camera_id=missing[record],
                day=vintage.day,
                what=EventKind.MISSING,
                by=by,
                source=source,
            )
            for record in batch
        )
