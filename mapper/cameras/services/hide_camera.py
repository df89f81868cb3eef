"""Hiding a camera from everybody on every surface, and showing it again."""

from collections.abc import Mapping
from datetime import date

from django.db import transaction

from mapper.cameras.models import Camera, Event, EventKind
from mapper.vocabulary import Role


def hide_camera(*, camera: Camera, why: Mapping[str, object], day: date, by: Role) -> bool:
    """Take a camera off every surface at once; gives whether it was still shown.

    `why` becomes the event's details. One that is hidden already stays so, and nothing is noted.
    """
    with transaction.atomic():
        shown = Camera.objects.filter(pk=camera.pk, hidden_on__isnull=True)
        if not shown.update(hidden_on=day):
            return False
        camera.hidden_on = day
        _note(camera, EventKind.HIDDEN, why, day, by)
        return True


def take_down_camera(*, camera: Camera, why: Mapping[str, object], day: date, by: Role) -> None:
    """Hide a camera for good; noted also where it was hidden before, which was for a while."""
    with transaction.atomic():
        Camera.objects.filter(pk=camera.pk, hidden_on__isnull=True).update(hidden_on=day)
        _note(camera, EventKind.HIDDEN, {**why, "for_ever": True}, day, by)


def show_camera(*, camera: Camera, why: Mapping[str, object], day: date, by: Role) -> bool:
    """Put a hidden camera back on every surface; gives whether it was hidden."""
    with transaction.atomic():
        hidden = Camera.objects.filter(pk=camera.pk, hidden_on__isnull=False)
        if not hidden.update(hidden_on=None):
            return False
        _note(camera, EventKind.RELEASED, why, day, by)
        return True


def _note(camera: Camera, what: EventKind, why: Mapping[str, object], day: date, by: Role) -> None:
    Event.objects.create(camera=camera, day=day, what=what, by=by, details=dict(why))
