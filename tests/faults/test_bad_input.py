"""Positions, days, keys and texts that are not what they seem: refused, or taken rightly."""

from datetime import timedelta
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone

from mapper.contributors.models import Contributor
from mapper.sightings.models import HeldText, Sighting
from mapper.sightings.services.forget_contributor import forget_contributor
from mapper.vocabulary import Role
from tests.factories.posts import CONTRIBUTOR, post, refusals, said

pytestmark = pytest.mark.django_db


def at(lon: Any, lat: Any) -> dict[str, Any]:
    """A sighting at a position."""
    return said(location={"type": "Point", "coordinates": [lon, lat]})


@pytest.mark.parametrize(
    ("lon", "lat"),
    [
        (float("nan"), 60.0),
        (24.9, float("inf")),
        (24.9, float("-inf")),
        (1e400, 60.0),
        ("24.9 E", "60.1 N"),
        (None, 60.0),
        ([24.9], 60.0),
        (24.9, 100.0),
        (200.0, 60.0),
        (60.17, 124.94),
        (0, 0),
    ],
)
def test_what_is_no_position_is_refused_with_a_reason(client: Client, lon: Any, lat: Any) -> None:
    reasons = refusals(post(client, at(lon, lat)))
    assert all(field.startswith("location") for field in reasons)
    assert all(reason.endswith((".", "?")) for reason in reasons.values())
    assert Sighting.objects.count() == 0


@pytest.mark.parametrize(
    ("lon", "lat"), [(-30.0, 45.0), (151.2, -33.9), (60.17, 24.94), (180.0, 90.0), (-180.0, -90.0)]
)
def test_a_program_may_tell_of_any_place_on_earth(client: Client, lon: float, lat: float) -> None:
    """Ships and oil rigs have cameras too; the form, which knows what is mapped, asks."""
    answer = post(client, at(lon, lat))
    assert answer.status_code == 201
    assert answer.json()["camera"]["geometry"]["coordinates"] == [lon, lat]


@pytest.mark.parametrize("days", [365, 2, -4_000])
def test_a_clock_a_year_off_is_told_so(client: Client, days: int) -> None:
    day = timezone.now().date() + timedelta(days=days)
    assert list(refusals(post(client, said(observed_on=f"{day}")))) == ["observed_on"]


def test_the_key_of_a_forgotten_contributor_is_a_new_one(client: Client) -> None:
    first = post(client, Authorization=CONTRIBUTOR).json()["sighting"]["id"]
    forget_contributor(
        contributor=Contributor.objects.get(), day=timezone.now().date(), by=Role.RESIDENT
    )
    again = post(client, said(new=True), Authorization=CONTRIBUTOR).json()["sighting"]["id"]
    assert list(Contributor.objects.get().sightings.values_list("pk", flat=True)) == [again]
    taken = client.delete(f"/api/sightings/{first}", headers={"Authorization": CONTRIBUTOR})
    assert taken.status_code == 404


@pytest.mark.parametrize(
    "text",
    [
        "see https://example.org/x",
        "www.example.org",
        "exa\u200bmple.com/x",
        "exam\u202eple\u202c.com",
        "jo (at) example.org",
        "call 020 7946 0958",
        "\u2800\u200b",
        "?!",
        "w" * 281,
    ],
)
def test_a_text_that_leads_somewhere_is_never_stored(client: Client, text: str) -> None:
    body = said(claims={"note": {"value": text, "basis": "saw"}})
    assert post(client, body).status_code in {201, 422}
    assert HeldText.objects.count() == 0


def test_what_cannot_be_seen_in_a_text_is_not_kept(client: Client) -> None:
    words = "  W\u200ball\u202e & \ufeffSons\u0000\n "
    body = said(claims={"operator": {"value": words, "basis": "sign"}})
    assert post(client, body).json()["sighting"]["held"] == ["operator"]
    assert HeldText.objects.get().text == "Wall & Sons"
