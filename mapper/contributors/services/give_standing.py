"""Giving standing to a contributor: because she earned it, or brought a code."""

from collections.abc import Mapping
from datetime import date

from django.db import transaction

from mapper.contributors.models import Contributor, ContributorEventKind
from mapper.contributors.rules.standing import fades_on
from mapper.vocabulary import Role


def give_standing(
    *,
    contributor: Contributor,
    what: ContributorEventKind,
    day: date,
    by: Role,
    details: Mapping[str, object] | None = None,
) -> None:
    """Let everything she says count with standing; `what` tells whether it was earned or given.

    The cameras she spoke of are to be decided anew after it.
    """
    with transaction.atomic():
        contributor.has_standing, contributor.standing_until = True, fades_on(day)
        contributor.save(update_fields=["has_standing", "standing_until"])
        contributor.events.create(day=day, what=what, by=by, details=dict(details or {}))
