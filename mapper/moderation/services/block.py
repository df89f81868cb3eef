"""Blocking a contributor for a reason, and freeing her; her cameras are decided anew."""

from datetime import date

from django.db import transaction

from mapper.contributors.models import Contributor
from mapper.contributors.services.block_contributor import block_contributor, unblock_contributor
from mapper.moderation.models import Act, ActKind, Moderator
from mapper.sightings.services.examine_standing import examine_standing
from mapper.sightings.services.spread_standing import spread_standing
from mapper.vocabulary import Role


def block(
    *, contributor: Contributor, moderator: Moderator, reason: str, day: date, by: Role
) -> bool:
    """Take nothing more from a contributor, whose voice loses its standing; twice is once."""
    with transaction.atomic():
        done = block_contributor(contributor=contributor, day=day, by=by)
        if done:
            _follow(ActKind.BLOCKED, contributor, moderator, reason, day, by)
        return done


def unblock(
    *, contributor: Contributor, moderator: Moderator, reason: str, day: date, by: Role
) -> bool:
    """Take what a contributor sends again; twice is once."""
    with transaction.atomic():
        done = unblock_contributor(contributor=contributor, day=day, by=by)
        if done:
            _follow(ActKind.UNBLOCKED, contributor, moderator, reason, day, by)
        return done


def _follow(
    what: ActKind, contributor: Contributor, moderator: Moderator, reason: str, day: date, by: Role
) -> None:
    changed = spread_standing(contributors=[contributor.pk], day=day, by=by)
    examine_standing(cameras=changed, day=day, by=by)
    Act.objects.create(
        what=what, contributor=contributor, moderator=moderator, reason=reason, day=day, by=by
    )
