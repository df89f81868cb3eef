"""What a moderator decides about a text that somebody wrote freely: released or refused."""

from datetime import date

from django.db import transaction

from mapper.moderation.models import Act, ActKind, Moderator
from mapper.sightings.models import Claim, HeldState, HeldText
from mapper.sightings.services.believe_cameras import believe_cameras
from mapper.vocabulary import Basis, Role

# What a released text claims of its camera; any other text is only shown.
_CLAIMED = frozenset({"operator"})
_VALUE_MAX = 255


def release_text(*, text: HeldText, moderator: Moderator, reason: str, day: date, by: Role) -> bool:
    """Let everybody read a held text; gives whether it still waited.

    An operator's name becomes a claim of its sighting, and the camera is decided anew.
    """
    with transaction.atomic():
        if not _judge(text, HeldState.RELEASED, day):
            return False
        if text.aspect in _CLAIMED:
            _claim(text)
            believe_cameras(ids=[text.sighting.camera_id], day=day, by=by)
        _note(text, ActKind.TEXT_RELEASED, moderator, reason, day, by)
        return True


def refuse_text(*, text: HeldText, moderator: Moderator, reason: str, day: date, by: Role) -> bool:
    """Show a held text to nobody; gives whether it still waited. Its words are not kept."""
    with transaction.atomic():
        if not _judge(text, HeldState.REFUSED, day):
            return False
        HeldText.objects.filter(pk=text.pk).update(text="")
        _note(text, ActKind.TEXT_REFUSED, moderator, reason, day, by)
        return True


def _judge(text: HeldText, state: HeldState, day: date) -> bool:
    held = HeldText.objects.filter(pk=text.pk, state=HeldState.HELD)
    return bool(held.update(state=state, judged_on=day))


def _claim(text: HeldText) -> None:
    """How she knew was not asked, so it counts as a guess."""
    value = text.text[:_VALUE_MAX]
    Claim.objects.create(
        sighting_id=text.sighting_id, aspect=text.aspect, value=value, basis=Basis.GUESS
    )


def _note(
    text: HeldText, what: ActKind, moderator: Moderator, reason: str, day: date, by: Role
) -> None:
    Act.objects.create(
        what=what,
        moderator=moderator,
        reason=reason,
        day=day,
        by=by,
        camera_id=text.sighting.camera_id,
        details={"sighting": text.sighting_id, "text": text.aspect},
    )
