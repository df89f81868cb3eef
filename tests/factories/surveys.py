"""Surveys for tests."""

from collections.abc import Sequence
from itertools import count
from typing import Any

from mapper.cameras.models import Camera
from mapper.surveys.models import Survey
from mapper.surveys.rules import circle_around
from tests.factories.cameras import HERE, SEEN_ON
from tests.factories.sightings import make_contributor

_NUMBERS = count(1)


def make_survey(
    lon: float = HERE[0], lat: float = HERE[1], seen: Sequence[Camera] = (), **fields: Any
) -> Survey:
    """A survey of the circle around a position that found nothing, unless told otherwise."""
    values = {
        "area": circle_around(lon, lat),
        "looked_on": SEEN_ON,
        "received_on": fields.get("looked_on", SEEN_ON),
        "idempotency_key": f"{next(_NUMBERS):064x}",
        **fields,
    }
    if "contributor" not in values:
        values["contributor"] = make_contributor()
    survey = Survey.objects.create(**values)
    survey.seen.set(seen)
    return survey
