"""Taking a sighting back: it is kept, but no longer heard."""

from datetime import date

from django.db import transaction

from mapper.cameras.models import Camera, Event, EventKind, SourceRecord
from mapper.sightings.models import Sighting
from mapper.sightings.services.decide_cameras import locked_camera
from mapper.sightings.services.settle_act import settle_act
from mapper.vocabulary import Role


def withdraw_sighting(*, sighting: Sighting, day: date, by: Role) -> None:
    """Hear a sighting no more, and decide its camera anew; withdrawn twice is withdrawn once.

    A camera of which nobody else ever spoke leaves the map.
    """
    with transaction.atomic():
        camera = locked_camera(sighting.camera_id)
        heard = Sighting.objects.filter(pk=sighting.pk, withdrawn_on__isnull=True)
        if not heard.update(withdrawn_on=day):
            return
        sighting.withdrawn_on = day
        details: dict[str, object] = {"sighting": sighting.pk}
        if not _spoken_of(camera):
            details["withdrawn"] = True
            Camera.objects.filter(pk=camera.pk, hidden_on=None).update(hidden_on=day)
        settle_act(Event(camera=camera, day=day, what=EventKind.WITHDRAWN, by=by, details=details))


def _spoken_of(camera: Camera) -> bool:
    """Whether anybody still says anything of a camera."""
    heard = Sighting.objects.filter(camera=camera, withdrawn_on__isnull=True)
    return heard.exists() or SourceRecord.objects.filter(camera=camera).exists()
