"""The interface under attack: floods, huge and deep bodies, wrong types, smuggled headers."""

import json
from typing import Any

import pytest
from django.test import Client

from mapper.contributors.models import Contributor
from mapper.settings import limits
from mapper.sightings.models import Sighting
from tests.factories.posts import CONTRIBUTOR, SIGHTINGS, post, refusals, said

pytestmark = pytest.mark.django_db


def send(client: Client, text: str | bytes, **headers: str) -> Any:
    """Send a body as it is."""
    sent = {"Idempotency-Key": "one-key", **headers}
    return client.post(SIGHTINGS, text, content_type="application/json", headers=sent)


def test_a_flood_of_keys_through_one_address_comes_to_an_end(
    client: Client, monkeypatch: Any
) -> None:
    monkeypatch.setattr(limits, "ALLOWANCE_ADDRESS", 10)
    answers = [
        post(client, said(new=True), Authorization=f"Contributor flood-of-keys-{number:04}")
        for number in range(15)
    ]
    assert [answer.status_code for answer in answers] == [201] * 10 + [429] * 5
    assert 0 < int(answers[-1]["Retry-After"]) <= 86_400
    assert answers[-1]["Content-Type"] == "application/problem+json"
    # Who was refused left nothing behind, not even a key.
    assert Contributor.objects.count() == Sighting.objects.count() == 10


def test_an_address_that_was_made_up_is_not_believed(client: Client, monkeypatch: Any) -> None:
    monkeypatch.setattr(limits, "ALLOWANCE_KEYLESS", 2)
    statuses = [
        post(client, said(new=True), **{"X-Forwarded-For": f"192.0.2.{number}"}).status_code
        for number in range(3)
    ]
    assert statuses == [201, 201, 429]


@pytest.mark.parametrize(
    "text",
    [
        b"\xff\xfe{}",
        b"[" * 100_000,
        b'{"a":' * 50_000 + b"1" + b"}" * 50_000,
        b"{" + b" " * 1_100_000 + b"}",
        json.dumps({"location": "x" * 900_000}).encode(),
        b'{"observed_on": 1e999999}',
        b"9" * 100_000,
        b"null",
        b"[]",
        b'"text"',
    ],
    ids=["bytes", "lists", "objects", "blank", "long", "number", "digits", "null", "list", "text"],
)
def test_a_monstrous_body_is_refused_in_few_words(client: Client, text: bytes) -> None:
    answer = send(client, text)
    assert answer.status_code in {400, 413, 422}
    assert answer["Content-Type"] == "application/problem+json"
    assert len(answer.content) < 5_000
    assert Sighting.objects.count() == 0


@pytest.mark.parametrize("field", ["location", "verdict", "camera", "new", "observed_on", "claims"])
@pytest.mark.parametrize("value", [[], {}, "\0", -1, 2**80, [[[]]], {"$ne": 1}, "' OR 1=1 --"])
def test_a_value_of_the_wrong_kind_is_refused_by_name(
    client: Client, field: str, value: object
) -> None:
    answer = post(client, {**said(), field: value})
    if (field, value) != ("claims", {}):  # nothing claimed is no fault
        assert all(name.startswith(field) for name in refusals(answer))
        assert Sighting.objects.count() == 0


@pytest.mark.parametrize("name", ["id", "weight", "contributor", "withdrawn_on", "__proto__", "by"])
def test_nobody_may_set_what_is_decided_here(client: Client, name: str) -> None:
    assert list(refusals(post(client, said(**{name: 1})))) == [name]


@pytest.mark.parametrize("smuggled", ["x\r\nSet-Cookie: a=b", "x\nLocation: /", "\x00", "é"])
def test_a_header_is_not_smuggled_through_a_key(client: Client, smuggled: str) -> None:
    keyed = send(client, json.dumps(said()), **{"Idempotency-Key": smuggled})
    assert list(refusals(keyed)) == ["Idempotency-Key"]
    named = post(client, Authorization=f"{CONTRIBUTOR}{smuggled}")
    assert list(refusals(named)) == ["Authorization"]
    for answer in (keyed, named):
        assert not answer.has_header("Set-Cookie")
        assert not answer.cookies
