"""Working cameras out anew from sightings and records alone, to find or mend what differs."""

from collections.abc import Collection
from datetime import date

from django.db import transaction

from mapper.cameras.models import Event, EventKind
from mapper.sightings.services.decide_cameras import (
    Decision,
    decide_cameras,
    locked_cameras,
    weigh_cameras,
)
from mapper.vocabulary import Role


def differing_cameras(ids: Collection[int]) -> list[Decision]:
    """Those of some cameras that are not stored as all voices have it; changes nothing."""
    with transaction.atomic():
        decisions = weigh_cameras(locked_cameras(ids))
        # Weighing may have named an operator whom nobody had named before.
        transaction.set_rollback(True)
        return decisions


def rebuild_cameras(*, ids: Collection[int], day: date, by: Role) -> list[Decision]:
    """Store some cameras as all voices have it; gives those that differed, each with an event."""
    with transaction.atomic():
        decisions = decide_cameras(locked_cameras(ids))
        Event.objects.bulk_create(
            Event(
                camera=one.camera,
                day=day,
                what=EventKind.STATE,
                by=by,
                details={**one.details, "rebuilt": sorted(one.before)},
            )
            for one in decisions
        )
        return decisions
