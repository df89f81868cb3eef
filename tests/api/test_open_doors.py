"""Tiles and the interface may be read by pages of any origin, and nothing else."""

import pytest
from django.test import Client

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    "path", ["/api/", "/api/nothing", "/tiles/base.json", "/tiles/cameras/0/0/9.mvt"]
)
def test_what_is_public_is_open_also_when_it_fails(client: Client, path: str) -> None:
    assert client.get(path)["Access-Control-Allow-Origin"] == "*"


@pytest.mark.parametrize("path", ["/healthz", "/report/"])
def test_the_rest_is_not(client: Client, path: str) -> None:
    assert not client.get(path).has_header("Access-Control-Allow-Origin")
