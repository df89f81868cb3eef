"""Everything public about one camera, for programs."""

import pytest
from django.test import Client

from tests.factories.cameras import make_camera

pytestmark = pytest.mark.django_db


def test_a_camera_is_described_with_links_to_its_pages(client: Client) -> None:
    camera = make_camera()
    told = client.get(f"/api/cameras/{camera.pk}").json()
    assert (told["id"], told["kind"]) == (camera.pk, "fixed")
    assert {link["rel"] for link in told["links"]} == {"self", "describedby", "alternate"}


@pytest.mark.parametrize("number", [0, 1, 2**63, 10**30])
def test_an_unknown_number_is_not_found(client: Client, number: int) -> None:
    answer = client.get(f"/api/cameras/{number}")
    assert answer.status_code == 404
    assert answer["Content-Type"] == "application/problem+json"
