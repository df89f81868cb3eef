"""Asking which cameras a sighting may be of, before it is sent."""

import pytest

from mapper.sightings.models import Sighting
from mapper.vocabulary import Kind
from tests.factories.cameras import HERE, make_camera, make_home_camera

pytestmark = pytest.mark.django_db

CANDIDATES = "/api/candidates"
POSITION = {"lon": HERE[0], "lat": HERE[1]}


def found(client, **query):
    answer = client.get(CANDIDATES, {**POSITION, **query})
    assert answer.status_code == 200, answer.content
    return answer.json()["candidates"]


def test_what_stands_there_is_told_with_its_reasons_and_nothing_is_stored(client):
    camera = make_camera(kind=Kind.DOME)
    [candidate] = found(client, **{"camera:type": "dome"})
    assert candidate["id"] == camera.pk
    assert candidate["score"] > 0.6
    assert "same kind" in " ".join(candidate["reasons"])
    assert candidate["camera"]["properties"]["kind"] == "dome"
    assert Sighting.objects.count() == 0


def test_two_on_a_pole_that_face_apart_are_not_asked_about(client):
    make_camera(facings=[{"bearing": 0.0, "opening": None}])
    assert found(client, **{"camera:direction": "180"}) == []
    assert len(found(client, **{"camera:direction": "10"})) == 1


def test_a_poor_position_reaches_further(client):
    make_camera(HERE[0], HERE[1] + 20 / 111_195)
    assert found(client) == []
    assert len(found(client, accuracy_m="20")) == 1


def test_a_camera_at_a_private_home_is_no_candidate(client):
    make_home_camera(*HERE)
    assert found(client) == []


@pytest.mark.parametrize(
    "query",
    [
        {},
        {**POSITION, "lon": "here"},
        {**POSITION, "lat": "99"},
        {**POSITION, "lat": "nan"},
        {**POSITION, "accuracy_m": "-1"},
        {**POSITION, "accuracy_m": "nan"},
        {**POSITION, "camera:direction": "forward"},
        {**POSITION, "camera:type": "balloon"},
    ],
)
def test_a_slip_is_told_in_words(client, query):
    answer = client.get(CANDIDATES, query)
    assert (answer.status_code, answer["Content-Type"]) == (400, "application/problem+json")


@pytest.mark.parametrize("cameras", [1, 3])
def test_it_is_two_queries_whatever_stands_there(client, cameras, django_assert_num_queries):
    for _ in range(cameras):
        make_camera()
    with django_assert_num_queries(2):
        found(client)
