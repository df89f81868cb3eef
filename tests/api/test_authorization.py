"""The header with which somebody says that something is hers."""

import pytest
from django.test import Client, RequestFactory

from mapper.api.authorization import key_shown, receipt_shown
from mapper.sightings.models import Sighting
from tests.factories.posts import post, refusals


@pytest.mark.django_db
@pytest.mark.parametrize("told", ["Bearer 6f1c2b9d-made-on-a-device", "Contributor short"])
def test_another_authorization_is_refused(client: Client, told: str) -> None:
    assert list(refusals(post(client, Authorization=told))) == ["Authorization"]
    assert Sighting.objects.count() == 0


@pytest.mark.parametrize(
    ("told", "key", "receipt"),
    [
        ("Contributor abc", "abc", None),
        ("Receipt 12.abc", None, "12.abc"),
        ("Bearer abc", None, None),
        ("", None, None),
    ],
)
def test_a_key_and_a_receipt_are_told_apart(
    told: str, key: str | None, receipt: str | None
) -> None:
    request = RequestFactory().delete("/", headers={"Authorization": told})
    assert (key_shown(request), receipt_shown(request)) == (key, receipt)


def test_without_the_header_nothing_is_shown() -> None:
    request = RequestFactory().delete("/")
    assert (key_shown(request), receipt_shown(request)) == (None, None)
