"""Deciding anew all cameras of which contributors spoke, after their standing changed."""

from collections.abc import Collection
from datetime import date

from django.db import transaction

from mapper.cameras.models import Camera
from mapper.sightings.models import Sighting
from mapper.sightings.services.believe_cameras import believe_cameras
from mapper.vocabulary import Role


def spread_standing(*, contributors: Collection[int], day: date, by: Role) -> set[int]:
    """Decide anew what these contributors spoke of; gives the cameras whose state changed."""
    spoken = Sighting.objects.filter(contributor__in=contributors, withdrawn_on__isnull=True)
    with transaction.atomic():
        ids = set(spoken.values_list("camera", flat=True))
        before = _states_of(ids)
        believe_cameras(ids=ids, day=day, by=by)
        after = _states_of(ids)
    return {camera for camera, state in after.items() if state != before[camera]}


def _states_of(ids: Collection[int]) -> dict[int, str]:
    return dict(Camera.objects.filter(pk__in=ids).values_list("pk", "state"))
