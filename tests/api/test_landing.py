"""What there is, and that every link leads somewhere."""

import pytest
from django.test import Client

from tests.factories.cameras import make_camera

pytestmark = pytest.mark.django_db
DOCUMENTS = ["/api/", "/api/conformance", "/api/collections", "/api/collections/cameras"]


@pytest.mark.parametrize("address", DOCUMENTS)
def test_every_document_is_json_that_anybody_may_read(client: Client, address: str) -> None:
    answer = client.get(address)
    assert answer.status_code == 200
    assert answer["Access-Control-Allow-Origin"] == "*"
    assert answer.json()
    assert client.head(address).status_code == 200


@pytest.mark.parametrize("address", [*DOCUMENTS, "/api/collections/cameras/items"])
def test_every_link_leads_somewhere(client: Client, address: str) -> None:
    make_camera()
    for link in client.get(address).json().get("links", []):
        path = link["href"].removeprefix("http://testserver")
        assert client.get(path).status_code == 200, link


def test_conformance_names_the_standard(client: Client) -> None:
    followed = client.get("/api/conformance").json()["conformsTo"]
    assert any(uri.endswith("ogcapi-features-1/1.0/conf/core") for uri in followed)


def test_the_collection_is_the_same_alone_and_in_the_list(client: Client) -> None:
    alone = client.get("/api/collections/cameras").json()
    assert client.get("/api/collections").json()["collections"] == [alone]
