"""Sightings, their claims and contributors for tests."""

from itertools import count
from typing import Any

from mapper.cameras.models import Camera
from mapper.contributors.models import Contributor
from mapper.sightings.models import Claim, Sighting
from mapper.vocabulary import Basis, Verdict
from tests.factories.cameras import SEEN_ON

_NUMBERS = count(1)


def make_contributor(**fields: Any) -> Contributor:
    """Somebody without standing, unless told otherwise."""
    values = {"key_hash": f"{next(_NUMBERS):064x}", "first_seen_on": SEEN_ON, **fields}
    return Contributor.objects.create(**values)


def make_sighting(
    camera: Camera, claims: dict[str, tuple[str, Basis]] | None = None, **fields: Any
) -> Sighting:
    """A sighting by a contributor of its own, of a camera that is there, with claims by OSM key."""
    values = {
        "verdict": Verdict.PRESENT,
        "observed_on": SEEN_ON,
        "received_on": SEEN_ON,
        "location": camera.location,
        **fields,
    }
    if "contributor" not in values:
        values["contributor"] = make_contributor()
    sighting = Sighting.objects.create(camera=camera, **values)
    for aspect, (value, basis) in (claims or {}).items():
        Claim.objects.create(sighting=sighting, aspect=aspect, value=value, basis=basis)
    return sighting
