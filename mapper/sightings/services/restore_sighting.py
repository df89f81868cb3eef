"""Hearing a sighting again that was withdrawn by mistake."""

from datetime import date

from django.db import transaction

from mapper.cameras.models import Camera, Event, EventKind
from mapper.sightings.models import Sighting
from mapper.sightings.services.decide_cameras import locked_camera
from mapper.sightings.services.settle_act import settle_act
from mapper.vocabulary import Role


def restore_sighting(*, sighting: Sighting, day: date, by: Role) -> None:
    """Hear a withdrawn sighting again, and decide its camera anew; one that is heard stays so.

    A camera that left the map only because nobody spoke of it any more comes back; one that was
    hidden for another reason stays hidden.
    """
    with transaction.atomic():
        camera = locked_camera(sighting.camera_id)
        withdrawn = Sighting.objects.filter(pk=sighting.pk, withdrawn_on__isnull=False)
        if not withdrawn.update(withdrawn_on=None):
            return
        sighting.withdrawn_on = None
        if not _was_hidden(camera):
            Camera.objects.filter(pk=camera.pk).update(hidden_on=None)
        details = {"sighting": sighting.pk, "verdict": sighting.verdict, "restored": True}
        settle_act(Event(camera=camera, day=day, what=EventKind.SIGHTED, by=by, details=details))


def _was_hidden(camera: Camera) -> bool:
    """Whether somebody had it hidden, and nobody had it shown again since."""
    told = Event.objects.filter(camera=camera, what__in=[EventKind.HIDDEN, EventKind.RELEASED])
    newest = told.order_by("pk").last()
    return newest is not None and newest.what == EventKind.HIDDEN
