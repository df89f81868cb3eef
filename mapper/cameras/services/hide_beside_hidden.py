"""Hiding a new camera that hangs where another was hidden, so that a takedown outlasts a day."""

from datetime import date

from django.db import transaction

from mapper.cameras.models import Camera, EventKind, Source
from mapper.cameras.querysets import CameraQuerySet
from mapper.cameras.services.hide_camera import hide_camera
from mapper.cameras.services.vintage import Vintage
from mapper.geometry import box_around, metres_between
from mapper.settings import limits
from mapper.spatial.compiled_queries import CompiledQuery
from mapper.vocabulary import Role

_HIDDEN = CompiledQuery(
    lambda: (
        Camera.objects.filter(hidden_on__isnull=False)
        .in_given_box("box")
        .values_list("pk", flat=True)[:1]
    )
)


def hide_beside_hidden(*, camera: Camera, day: date, by: Role) -> bool:
    """Hide a camera just logged where somebody had one hidden nearby; gives whether it did.

    One query where nothing was, two at the date line. Its event names the other, and a
    moderator judges it.
    """
    around = box_around(camera.location.x, camera.location.y, limits.HIDDEN_NEAR_M)
    if not any(_HIDDEN.rows(box=part) for part in around.split()):
        return False
    for other in _near(camera, Camera.objects.hidden_by_somebody().exclude(pk=camera.pk)):
        return hide_camera(camera=camera, why={"near": other.pk}, day=day, by=by)
    return False


def hide_listed_beside_hidden(*, source: Source, vintage: Vintage, by: Role) -> set[int]:
    """Hide what a vintage lists for the first time beside a hidden camera; gives their ids.

    One query where nothing in its extent is hidden, and one more for each camera that is. What a
    moderator showed again stays shown.
    """
    hidden: set[int] = set()
    with transaction.atomic():
        listed = Camera.objects.filter(
            hidden_on__isnull=True,
            records__source=source,
            records__first_vintage_on=vintage.day,
        ).exclude(events__what=EventKind.RELEASED)
        for other in Camera.objects.hidden_by_somebody().in_box(vintage.extent):
            for camera in _near(other, listed):
                hide_camera(camera=camera, why={"near": other.pk}, day=vintage.day, by=by)
                hidden.add(camera.pk)
    return hidden


def _near(camera: Camera, others: CameraQuerySet) -> list[Camera]:
    """Those of some cameras that hang within `limits.HIDDEN_NEAR_M` of one."""
    here = (camera.location.x, camera.location.y)
    around = others.in_box(box_around(*here, limits.HIDDEN_NEAR_M)).order_by("pk")
    return [
        other
        for other in around
        if metres_between(*here, other.location.x, other.location.y) <= limits.HIDDEN_NEAR_M
    ]
