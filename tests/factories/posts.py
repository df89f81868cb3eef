"""What programs send for tests, and how they read what is answered."""

import json
from typing import Any
from uuid import uuid4

from django.test import Client
from django.utils import timezone

from tests.factories.cameras import HERE

SIGHTINGS = "/api/sightings"
CONTRIBUTOR = "Contributor 6f1c2b9d-made-on-a-device"


def said(**changed: Any) -> dict[str, Any]:
    """A sighting where everything stands, today; `None` leaves a field out."""
    body = {
        "location": {"type": "Point", "coordinates": list(HERE)},
        "verdict": "present",
        "observed_on": f"{timezone.now().date()}",
        "claims": {"camera:type": {"value": "dome", "basis": "saw"}},
        **changed,
    }
    return {name: value for name, value in body.items() if value is not None}


def post(client: Client, body: object = None, key: str = "", **headers: str) -> Any:
    """Send a sighting under a key of its own, unless told otherwise."""
    sent = {"Idempotency-Key": key or f"{uuid4()}", **headers}
    text = json.dumps(said() if body is None else body)
    return client.post(SIGHTINGS, text, content_type="application/json", headers=sent)


def refusals(answer: Any) -> dict[str, str]:
    """The fields that were refused, and why."""
    assert answer.status_code == 422
    assert answer["Content-Type"] == "application/problem+json"
    return {error["field"]: error["reason"] for error in answer.json()["errors"]}
