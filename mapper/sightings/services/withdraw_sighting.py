"""Taking a sighting back: it is kept, but no longer heard."""

from datetime import date

from django.db import transaction

from mapper.cameras.models import Camera, Event, EventKind, SourceRecord
from mapper.sightings.models import Sighting
from mapper.sightings.services.believe_cameras import believe_cameras
from mapper.vocabulary import Role


def withdraw_sighting(*, sighting: Sighting, day: date, by: Role) -> None:
    """Hear a sighting no more, and decide its camera anew; withdrawn twice is withdrawn once.

    A camera of which nobody else ever spoke leaves the map.
    """
    with transaction.atomic():
        camera = Camera.objects.select_for_update().get(pk=sighting.camera_id)
        standing = Sighting.objects.filter(pk=sighting.pk, withdrawn_on__isnull=True)
        if not standing.update(withdrawn_on=day):
            return
        details: dict[str, object] = {"sighting": sighting.pk}
        if not _spoken_of(camera):
            details["withdrawn"] = True
            Camera.objects.filter(pk=camera.pk, hidden_on__isnull=True).update(hidden_on=day)
        Event.objects.create(
            camera=camera, day=day, what=EventKind.WITHDRAWN, by=by, details=details
        )
        believe_cameras(ids=[camera.pk], day=day, by=by)
        sighting.withdrawn_on = day


def _spoken_of(camera: Camera) -> bool:
    """Whether anybody still says anything of a camera."""
    heard = Sighting.objects.filter(camera=camera, withdrawn_on__isnull=True)
    return heard.exists() or SourceRecord.objects.filter(camera=camera).exists()
