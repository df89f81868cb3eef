"""Taking standing from a contributor who was wrong."""

from collections.abc import Mapping
from datetime import date

from django.db import transaction

from mapper.contributors.models import Contributor, ContributorEventKind
from mapper.vocabulary import Role


def take_standing(
    *, contributor: Contributor, day: date, by: Role, details: Mapping[str, object] | None = None
) -> None:
    """Let nothing she said or says count with standing, until she earns it anew.

    The cameras she spoke of are to be decided anew after it.
    """
    with transaction.atomic():
        contributor.has_standing, contributor.standing_until = False, None
        contributor.save(update_fields=["has_standing", "standing_until"])
        contributor.events.create(
            day=day, what=ContributorEventKind.STANDING_LOST, by=by, details=dict(details or {})
        )
