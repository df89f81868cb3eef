"""Somebody with many keys, somebody else's key, or a key that was forgotten."""

import json
from uuid import uuid4

import pytest
from django.utils import timezone

from mapper.cameras.models import Camera
from mapper.contributors.models import Contributor
from mapper.settings import limits
from mapper.sightings.models import Sighting
from tests.factories.cameras import HERE, make_camera
from tests.factories.cast import Person

pytestmark = pytest.mark.django_db


def post(client, person, camera=None, **connection):
    body = {
        "location": {"type": "Point", "coordinates": list(HERE)},
        "verdict": "present",
        "observed_on": f"{timezone.now().date()}",
        **({"camera": camera.pk} if camera else {"new": True}),
    }
    headers = {"Idempotency-Key": f"{uuid4()}", **person.headers, **connection.pop("headers", {})}
    return client.post(
        "/api/sightings",
        json.dumps(body),
        content_type="application/json",
        headers=headers,
        REMOTE_ADDR=person.address,
    )


def puppets(number, address):
    return [Person(f"puppet-{one}-made-on-a-device", address) for one in range(number)]


def test_many_keys_behind_one_address_are_one_voice(client, attacker):
    camera = make_camera(voices=0)
    for puppet in puppets(9, attacker.address):
        assert post(client, puppet, camera).status_code == 201
    weights = list(Sighting.objects.order_by("pk").values_list("weight", flat=True))
    assert weights == [None] + [0.0] * 8
    camera.refresh_from_db()
    assert (camera.state, camera.voices) == ("unconfirmed", 1)


def test_many_keys_behind_one_address_share_its_allowance(client, attacker):
    statuses = [
        post(client, puppet).status_code
        for puppet in puppets(
            limits.ALLOWANCE_ADDRESS // limits.ALLOWANCE_NEW_KEY + 1, attacker.address
        )
        for _ in range(limits.ALLOWANCE_NEW_KEY)
    ]
    assert statuses.count(201) == limits.ALLOWANCE_ADDRESS
    assert set(statuses) == {201, 429}


def test_a_made_up_way_of_the_request_gives_no_new_address(client, attacker):
    camera = make_camera()
    for number, puppet in enumerate(puppets(3, attacker.address)):
        post(client, puppet, camera, headers={"X-Forwarded-For": f"198.51.100.{number}"})
    assert Sighting.objects.exclude(weight=0.0).count() == 1


def test_behind_a_proxy_what_stands_left_of_ours_gives_none_either(client, attacker, settings):
    settings.PROXIES = 1
    camera = make_camera()
    for number, puppet in enumerate(puppets(3, "127.0.0.1")):
        way = f"198.51.100.{number}, {attacker.address}"
        post(client, puppet, camera, headers={"X-Forwarded-For": way})
    assert Sighting.objects.exclude(weight=0.0).count() == 1


def test_a_key_replayed_from_elsewhere_is_the_same_contributor_with_the_same_allowance(
    client, newcomer, attacker
):
    post(client, newcomer)
    thief = Person(newcomer.key, attacker.address)
    statuses = [post(client, thief).status_code for _ in range(limits.ALLOWANCE_NEW_KEY)]
    assert statuses == [201] * (limits.ALLOWANCE_NEW_KEY - 1) + [429]
    assert Contributor.objects.count() == 1


def test_a_forgotten_key_sent_again_is_new_and_gets_nothing_back(client, regular):
    post(client, regular)
    camera = Camera.objects.get()
    assert client.delete("/api/contributor", headers=regular.headers).status_code == 204
    assert post(client, regular).status_code == 201
    again = regular.contributor
    assert (again.has_standing, again.used) == (False, 1)
    [own] = client.get("/api/contributor", headers=regular.headers).json()["sightings"]
    assert own["camera"] != camera.pk


def test_the_blocked_is_told_so_and_nothing_is_stored(client, newcomer):
    post(client, newcomer)
    Contributor.objects.update(blocked_on=timezone.now().date())
    answer = post(client, newcomer)
    assert answer.status_code == 403
    assert "moderator" in answer.json()["detail"]
    assert Sighting.objects.count() == 1
