"""`/api/surveys`: read by everybody, logged once, taken back by whoever sent it."""

import json
from datetime import date
from uuid import uuid4

import pytest
from django.utils import timezone

from mapper.api import surveys as module
from mapper.sightings.models import Sighting
from mapper.sightings.rules.receipts import receipt_for
from mapper.surveys.models import Survey
from tests.factories.cameras import HERE, SEEN_ON, make_camera, make_home_camera
from tests.factories.posts import refusals
from tests.factories.races import hidden_on_the_way
from tests.factories.surveys import make_survey

pytestmark = pytest.mark.django_db

SURVEYS = "/api/surveys"
POINT = {"type": "Point", "coordinates": list(HERE)}


def post(client, key="", headers=None, **said):
    body = {"location": POINT, "looked_on": f"{timezone.now().date()}", **said}
    sent = {"Idempotency-Key": key or f"{uuid4()}", **(headers or {})}
    return client.post(SURVEYS, json.dumps(body), content_type="application/json", headers=sent)


def test_where_people_looked_is_told_by_day_the_newest_first(client, django_assert_num_queries):
    make_survey(looked_on=date(2025, 1, 2))
    newest = make_survey(seen=[make_camera(), make_home_camera()], street_name="First Street")
    make_survey(withdrawn_on=SEEN_ON)
    make_survey(HERE[0] + 1)
    client.get(SURVEYS)
    with django_assert_num_queries(1):
        answer = client.get(SURVEYS, {"bbox": "24.9,60.1,25,60.2"})
    assert answer["Content-Type"] == "application/geo+json"
    first, second = answer.json()["features"]
    assert (first["id"], first["geometry"]["type"]) == (newest.pk, "Polygon")
    assert first["properties"] == {
        "street": "First Street",
        "looked_on": f"{SEEN_ON}",
        "found": 1,
    }
    assert second["properties"]["looked_on"] == "2025-01-02"


@pytest.mark.parametrize("query", ["bbox=1,2,3", "limit=0", "colour=red"])
def test_a_query_that_cannot_be_read_is_refused(client, query):
    assert client.get(f"{SURVEYS}?{query}").status_code == 400


def test_a_survey_is_logged_with_a_sighting_of_each_camera(client, newcomer):
    camera = make_camera()
    answer = post(client, headers=newcomer.headers, seen=[camera.pk])
    stored = Survey.objects.get()
    assert answer.status_code == 201
    assert answer.json()["survey"] == {
        "id": stored.pk,
        "street": "",
        "looked_on": f"{timezone.now().date()}",
        "seen": [camera.pk],
        "receipt": receipt_for(stored.pk, "survey"),
    }
    assert Sighting.objects.get().contributor == stored.contributor == newcomer.contributor


def test_the_same_key_answers_the_same_and_takes_nothing_else(client):
    first, again = post(client, "a-key"), post(client, "a-key")
    assert again.json() == first.json()
    other = post(client, "a-key", looked_on="2026-01-02")
    assert refusals(other).keys() == {"Idempotency-Key"}
    assert Survey.objects.count() == 1


def test_what_is_unfit_is_refused_and_nothing_is_stored(client):
    assert refusals(post(client, street="Nowhere Street")).keys() == {"street"}
    assert Survey.objects.count() == 0


def test_whoever_holds_the_receipt_takes_it_back_with_its_sightings(client):
    told = post(client, seen=[make_camera().pk]).json()["survey"]
    address, shown = f"{SURVEYS}/{told['id']}", {"Authorization": f"Receipt {told['receipt']}"}
    assert client.delete(address, headers=shown).status_code == 204
    assert client.delete(address, headers=shown).status_code == 204
    assert Survey.objects.standing().count() == 0
    assert Sighting.objects.filter(withdrawn_on=None).count() == 0


def test_whoever_sent_it_takes_it_back_with_her_key(client, newcomer):
    post(client, headers=newcomer.headers)
    address = f"{SURVEYS}/{Survey.objects.get().pk}"
    assert client.delete(address, headers=newcomer.headers).status_code == 204
    assert Survey.objects.standing().count() == 0


def test_nobody_else_takes_it_back(client, newcomer, attacker):
    post(client, headers=newcomer.headers)
    number = Survey.objects.get().pk
    sighting_receipt = {"Authorization": f"Receipt {receipt_for(number)}"}
    for headers in ({}, attacker.headers, sighting_receipt, {"Authorization": "Receipt no"}):
        assert client.delete(f"{SURVEYS}/{number}", headers=headers).status_code == 404
    assert client.delete(f"{SURVEYS}/{10**30}", headers=newcomer.headers).status_code == 404
    assert Survey.objects.standing().count() == 1


def test_a_camera_hidden_while_the_survey_was_on_its_way_is_refused(client, monkeypatch):
    hidden_on_the_way(monkeypatch, module, "take_survey")
    answer = post(client, seen=[make_camera().pk])
    assert answer.status_code == 422
    assert refusals(answer) == {"seen": "A camera named here is shown no more."}
    assert not Survey.objects.exists()
