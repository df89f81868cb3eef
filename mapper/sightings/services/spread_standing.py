"""Deciding cameras anew after the standing of those who spoke of them changed."""

from collections.abc import Collection
from datetime import date

from mapper.sightings.models import Sighting
from mapper.sightings.services.believe_cameras import believe_cameras
from mapper.vocabulary import Role


def spread_standing(*, contributors: Collection[int], day: date, by: Role) -> set[int]:
    """Decide anew all that these contributors spoke of; gives the cameras whose state changed."""
    spoken = Sighting.objects.filter(contributor__in=contributors, withdrawn_on__isnull=True)
    return believe_cameras(ids=set(spoken.values_list("camera", flat=True)), day=day, by=by)
