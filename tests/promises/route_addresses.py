"""What stands behind the parts of an address in the table of routes, made when it is asked for."""

from collections.abc import Callable
from string import Formatter

from mapper.cameras.models import Camera
from mapper.moderation.models import ActKind
from mapper.sightings.models import HeldText
from mapper.sightings.rules.receipts import receipt_for
from tests.factories.cameras import SEEN_ON
from tests.factories.moderation import make_act, make_takedown
from tests.factories.places import make_place
from tests.factories.sightings import make_sighting


def filled(address: str, camera: Camera) -> str:
    """An address whose parts in braces are those of a camera and of new records about it."""
    parts = {part for _, part, _, _ in Formatter().parse(address) if part}
    return address.format(**{part: _PARTS[part](camera) for part in parts})


def _text(camera: Camera) -> int:
    sighting = make_sighting(camera)
    return HeldText.objects.create(sighting=sighting, aspect="note", received_on=SEEN_ON).pk


_PARTS: dict[str, Callable[[Camera], object]] = {
    "camera": lambda camera: camera.pk,
    "place": lambda camera: make_place().slug,
    "sighting": lambda camera: make_sighting(camera).pk,
    "receipt": lambda camera: receipt_for(make_sighting(camera).pk),
    "text": _text,
    "takedown": lambda camera: receipt_for(make_takedown(camera).pk, "takedown"),
    "act": lambda camera: make_act(ActKind.UNDONE, camera=camera, details={"sightings": []}).pk,
}
