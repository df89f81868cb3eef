"""Stopping a contributor from sending anything more, and letting her send again."""

from datetime import date

from django.db import transaction

from mapper.contributors.models import Contributor, ContributorEvent, ContributorEventKind
from mapper.vocabulary import Role


def block_contributor(*, contributor: Contributor, day: date, by: Role) -> bool:
    """Take nothing more from a contributor; gives whether she was free until now."""
    with transaction.atomic():
        free = Contributor.objects.filter(pk=contributor.pk, blocked_on__isnull=True)
        if not free.update(blocked_on=day):
            return False
        _note(contributor, ContributorEventKind.BLOCKED, day, by)
        return True


def unblock_contributor(*, contributor: Contributor, day: date, by: Role) -> bool:
    """Take what a contributor sends again; gives whether she was blocked until now."""
    with transaction.atomic():
        blocked = Contributor.objects.filter(pk=contributor.pk, blocked_on__isnull=False)
        if not blocked.update(blocked_on=None):
            return False
        _note(contributor, ContributorEventKind.UNBLOCKED, day, by)
        return True


def _note(contributor: Contributor, what: ContributorEventKind, day: date, by: Role) -> None:
    ContributorEvent.objects.create(contributor=contributor, what=what, day=day, by=by)
