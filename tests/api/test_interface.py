"""The OpenAPI document says what is really sent, and leads nowhere else."""

import json

from django.test import Client


def test_the_document_names_what_is_sent(client: Client) -> None:
    document = client.get("/api/openapi.json").json()
    items = document["paths"]["/api/collections/cameras/items"]["get"]["responses"]
    assert list(items["200"]["content"]) == ["application/geo+json"]
    assert list(items["400"]["content"]) == ["application/problem+json"]
    counts = document["paths"]["/api/cameras/counts"]["get"]["responses"]
    assert list(counts["200"]["content"]) == ["application/json"]


def test_nothing_is_said_twice(client: Client) -> None:
    operations = [
        operation["operationId"]
        for path in client.get("/api/openapi.json").json()["paths"].values()
        for operation in path.values()
    ]
    assert len(operations) == len(set(operations)) >= 9


def test_the_filters_name_their_words(client: Client) -> None:
    document = client.get("/api/openapi.json").json()
    parameters = document["paths"]["/api/cameras/counts"]["get"]["parameters"]
    kinds = next(one["schema"]["items"]["enum"] for one in parameters if one["name"] == "kind")
    assert "dome" in kinds


def test_the_document_leads_to_no_other_host(client: Client) -> None:
    assert "http" not in json.dumps(client.get("/api/openapi.json").json()["paths"])
    assert client.get("/api/docs").status_code == 404


def test_the_document_says_what_shows_that_something_is_ones_own(client: Client) -> None:
    document = client.get("/api/openapi.json").json()
    assert set(document["components"]["securitySchemes"]) == {"contributor", "receipt"}
    taking_back = document["paths"]["/api/sightings/{sighting_id}"]["delete"]
    assert taking_back["security"] == [{"contributor": []}, {"receipt": []}]
    assert "content" not in taking_back["responses"]["204"]
    assert {} in document["paths"]["/api/sightings"]["post"]["security"]
