"""What people wrote of a camera, once somebody read and released it: plain text, never a link."""

from collections.abc import Iterable

from mapper.cameras.models import Camera
from mapper.sightings.models import HeldState, HeldText

NOTE = "note"


def notes_about(camera: Camera) -> Iterable[HeldText]:
    """The released notes of sightings that stand, the newest first; one query."""
    released = HeldText.objects.filter(
        sighting__camera=camera,
        sighting__withdrawn_on__isnull=True,
        aspect=NOTE,
        state=HeldState.RELEASED,
    )
    return released.select_related("sighting").order_by("-sighting__observed_on", "-pk")
