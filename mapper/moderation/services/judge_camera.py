"""What a moderator decides about one camera: hidden for now, taken down for ever, or shown."""

from datetime import date

from django.db import transaction

from mapper.cameras.models import Camera
from mapper.cameras.services.hide_camera import hide_camera, show_camera, take_down_camera
from mapper.moderation.models import Act, ActKind, Moderator, Takedown, TakedownState
from mapper.sightings.services.examine_standing import examine_standing
from mapper.vocabulary import Role


def keep_hidden(*, camera: Camera, moderator: Moderator, reason: str, day: date, by: Role) -> Act:
    """Hide a camera until somebody has judged it."""
    with transaction.atomic():
        hide_camera(camera=camera, why={}, day=day, by=by)
        return _note(camera, ActKind.HIDDEN, moderator, reason, day, by)


def take_down(
    *, camera: Camera, moderator: Moderator, reason: str, invented: bool, day: date, by: Role
) -> Act:
    """Take a camera down for ever; `invented` tells against whoever logged it first."""
    why: dict[str, object] = {"invented": True} if invented else {}
    with transaction.atomic():
        take_down_camera(camera=camera, why=why, day=day, by=by)
        _answer(camera, TakedownState.TAKEN_DOWN, reason, day)
        if invented:
            examine_standing(cameras=[camera.pk], day=day, by=by)
        return _note(camera, ActKind.TAKEN_DOWN, moderator, reason, day, by)


def keep_shown(*, camera: Camera, moderator: Moderator, reason: str, day: date, by: Role) -> Act:
    """Show a camera, whether it was hidden or is only asked about."""
    with transaction.atomic():
        show_camera(camera=camera, why={}, day=day, by=by)
        _answer(camera, TakedownState.KEPT, reason, day)
        return _note(camera, ActKind.SHOWN, moderator, reason, day, by)


def _answer(camera: Camera, state: TakedownState, answer: str, day: date) -> None:
    """Tell all who asked about a camera and wait."""
    waiting = Takedown.objects.waiting().filter(camera=camera)
    waiting.update(state=state, answer=answer, judged_on=day)


def _note(
    camera: Camera, what: ActKind, moderator: Moderator, reason: str, day: date, by: Role
) -> Act:
    return Act.objects.create(
        camera=camera, what=what, moderator=moderator, reason=reason, day=day, by=by
    )
