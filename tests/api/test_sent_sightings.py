"""What a program sends, field by field: what cannot be taken is named with its reason."""

from datetime import timedelta
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone

from mapper.sightings.models import Sighting
from tests.factories.cameras import make_home_camera
from tests.factories.posts import post, refusals, said

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("changed", "field"),
    [
        ({"location": None}, "location"),
        ({"location": {"type": "Line", "coordinates": [1, 2]}}, "location.type"),
        ({"location": {"type": "Point", "coordinates": [1]}}, "location.coordinates"),
        (
            {"location": {"type": "Point", "coordinates": [float("nan"), 1]}},
            "location.coordinates.0",
        ),
        ({"location": {"type": "Point", "coordinates": [60.17, 95.0]}}, "location.coordinates"),
        ({"location": {"type": "Point", "coordinates": [0, 0]}}, "location.coordinates"),
        ({"accuracy_m": -1}, "accuracy_m"),
        ({"accuracy_m": 501}, "accuracy_m"),
        ({"verdict": "perhaps"}, "verdict"),
        ({"verdict": "gone"}, "verdict"),
        ({"observed_on": "2016-01-01"}, "observed_on"),
        ({"observed_on": "yesterday"}, "observed_on"),
        ({"camera": 10**30}, "camera"),
        ({"camera": 1, "new": True}, "new"),
        ({"colour": "red"}, "colour"),
        (
            {"claims": {"operator": {"value": "see jo.example/", "basis": "saw"}}},
            "claims.operator",
        ),
        ({"claims": {"ref": {"value": "Jo", "basis": "saw"}}}, "claims.ref"),
        ({"claims": {"camera:type": {"value": "dome"}}}, "claims.camera:type.basis"),
    ],
)
def test_what_is_unfit_is_named_with_its_reason(
    client: Client, changed: dict[str, Any], field: str
) -> None:
    found = refusals(post(client, said(**changed)))
    assert list(found) == [field]
    assert found[field].endswith((".", "?"))
    assert Sighting.objects.count() == 0


def test_a_camera_at_a_private_home_cannot_be_told_of(client: Client) -> None:
    hidden = make_home_camera()
    for number in (hidden.pk, hidden.pk + 1):
        assert refusals(post(client, said(camera=number))) == {"camera": "There is no such camera."}


def test_where_it_is_tomorrow_already_it_counts_as_today(client: Client) -> None:
    today = timezone.now().date()
    tomorrow = said(observed_on=f"{today + timedelta(days=1)}")
    first, second = (post(client, tomorrow, key="one-key") for _ in range(2))
    assert first.status_code == second.status_code == 201
    assert Sighting.objects.get().observed_on == today
