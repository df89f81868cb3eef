"""Deciding cameras anew where nobody's single act on them is the cause."""

from collections.abc import Collection, Iterable
from datetime import date

from django.db import transaction

from mapper.cameras.models import Event, EventKind
from mapper.settings import limits
from mapper.sightings.services.decide_cameras import Decision, decide_cameras, locked_cameras
from mapper.vocabulary import Role


def believe_cameras(
    *, ids: Collection[int], day: date, by: Role, aspects_told: bool = False
) -> set[int]:
    """Decide these cameras anew from all voices about them; gives those whose state changed.

    For imports, and for standing that was earned or lost: what somebody's own act on a camera
    brings is told in the event of that act. A change of state or of an aspect is an event of
    `day`; with `aspects_told`, events of their own tell of the aspects already. The number of
    queries grows with batches of `limits.IMPORT_BATCH_ROWS` cameras, never with single ones.
    """
    changed: set[int] = set()
    wanted = sorted(ids)
    with transaction.atomic():
        for start in range(0, len(wanted), limits.IMPORT_BATCH_ROWS):
            batch = wanted[start : start + limits.IMPORT_BATCH_ROWS]
            decisions = decide_cameras(locked_cameras(batch))
            _note(decisions, day, by, left_out={"aspects"} if aspects_told else set())
            changed |= {one.camera.pk for one in decisions if one.changes_state}
    return changed


def _note(decisions: Iterable[Decision], day: date, by: Role, left_out: set[str]) -> None:
    followed = (
        (one.camera, {name: what for name, what in one.details.items() if name not in left_out})
        for one in decisions
    )
    Event.objects.bulk_create(
        Event(camera=camera, day=day, what=EventKind.STATE, by=by, details=details)
        for camera, details in followed
        if details
    )
