"""Deciding cameras anew after the standing of those who spoke of them changed."""

from collections.abc import Collection
from datetime import date

from django.db import transaction

from mapper.cameras.models import Camera
from mapper.sightings.models import Sighting
from mapper.sightings.services.believe_cameras import believe_cameras
from mapper.vocabulary import Role


def spread_standing(*, contributors: Collection[int], day: date, by: Role) -> set[int]:
    """Decide anew all that these contributors spoke of; gives the cameras whose state changed."""
    spoken = Sighting.objects.filter(contributor__in=contributors, withdrawn_on__isnull=True)
    cameras = set(spoken.values_list("camera", flat=True))
    return decide_anew(cameras=cameras, day=day, by=by)


def decide_anew(*, cameras: Collection[int], day: date, by: Role) -> set[int]:
    """Decide these cameras anew; gives those whose state changed."""
    with transaction.atomic():
        before = _states_of(cameras)
        believe_cameras(ids=cameras, day=day, by=by)
        after = _states_of(cameras)
    return {camera for camera, state in after.items() if state != before[camera]}


def _states_of(ids: Collection[int]) -> dict[int, str]:
    return dict(Camera.objects.filter(pk__in=ids).values_list("pk", "state"))
