"""Locking a fixed cell of the map against new sightings for some days, and opening it again."""

from datetime import date, timedelta

from django.db import transaction

from mapper.moderation.models import Act, ActKind, Moderator
from mapper.settings import limits
from mapper.sightings.models import LockedCell
from mapper.vocabulary import Role


def lock_cell(
    *, cell: int, days: int, moderator: Moderator, reason: str, day: date, by: Role
) -> LockedCell:
    """Take no new sightings in a cell for so many days from `day` on; a later lock replaces one.

    Raises `ValueError` where `days` is not from 1 to `limits.LOCK_MAX_DAYS`.
    """
    if not 1 <= days <= limits.LOCK_MAX_DAYS:
        raise ValueError(f"a cell is locked for 1 to {limits.LOCK_MAX_DAYS} days, not {days}")
    until = day + timedelta(days=days - 1)
    with transaction.atomic():
        lock, _ = LockedCell.objects.update_or_create(
            cell=cell, defaults={"since": day, "until": until}
        )
        details = {"cell": cell, "until": until.isoformat()}
        _note(ActKind.LOCKED, moderator, reason, day, by, details)
        return lock


def unlock_cell(*, cell: int, moderator: Moderator, reason: str, day: date, by: Role) -> bool:
    """Take sightings in a cell again; gives whether it was locked."""
    with transaction.atomic():
        opened, _ = LockedCell.objects.filter(cell=cell).delete()
        if opened:
            _note(ActKind.UNLOCKED, moderator, reason, day, by, {"cell": cell})
        return bool(opened)


def _note(
    what: ActKind,
    moderator: Moderator,
    reason: str,
    day: date,
    by: Role,
    details: dict[str, object],
) -> None:
    Act.objects.create(
        what=what, moderator=moderator, reason=reason, day=day, by=by, details=details
    )
