"""One's own over the interface: shown with the key, and to nobody else."""

import json

import pytest
from django.contrib.gis.geos import Point

from mapper.contributors.models import Contributor
from mapper.contributors.rules.keys import key_hash
from mapper.contributors.services.make_codes import make_codes
from mapper.settings import limits
from mapper.sightings.models import HeldText
from mapper.sightings.rules.receipts import receipt_for
from mapper.surveys.models import Survey
from mapper.vocabulary import Basis, Role
from tests.factories.cameras import HERE, SEEN_ON, make_camera, make_home_camera
from tests.factories.sightings import make_contributor, make_sighting

pytestmark = pytest.mark.django_db

OWN = "/api/contributor"
CODE = "/api/contributor/code"


@pytest.fixture
def known(newcomer):
    return make_contributor(key_hash=key_hash(newcomer.key))


def send_code(client, person, code):
    return client.post(
        CODE, json.dumps({"code": code}), content_type="application/json", **person.connection
    )


def test_everything_is_told_to_the_holder_of_the_key(
    client, newcomer, known, django_assert_num_queries
):
    camera = make_camera()
    claims = {"camera:type": ("dome", Basis.SAW)}
    first = make_sighting(camera, claims, contributor=known)
    home = make_sighting(make_home_camera(), contributor=known)
    make_sighting(camera)
    HeldText.objects.create(sighting=first, aspect="note", text="High up", received_on=SEEN_ON)
    survey = Survey.objects.create(
        contributor=known,
        area=Point(*HERE, srid=4326).buffer(0.001),
        looked_on=SEEN_ON,
        received_on=SEEN_ON,
        idempotency_key="survey",
    )
    known.events.create(day=SEEN_ON, what="standing_lost", by=Role.MODERATOR)
    with django_assert_num_queries(6):
        answer = client.get(OWN, **newcomer.connection)
    assert "no-store" in answer["Cache-Control"]
    told = answer.json()
    assert [one["id"] for one in told["sightings"]] == [home.pk, first.pk]
    hidden, shown = told["sightings"]
    assert (hidden["camera"], hidden["state"]) == (None, None)
    assert (shown["camera"], shown["state"]) == (camera.pk, "unconfirmed")
    assert shown["claims"] == {"camera:type": {"value": "dome", "basis": "saw"}}
    assert shown["texts"] == [{"aspect": "note", "text": "High up", "state": "held"}]
    assert shown["receipt"] == receipt_for(first.pk)
    assert [one["id"] for one in told["surveys"]] == [survey.pk]
    assert told["history"] == [{"day": f"{SEEN_ON}", "what": "standing_lost", "by": "moderator"}]
    assert told["has_standing"] is False
    assert told["allowance_left"] == limits.ALLOWANCE_MAX


def test_the_blocked_have_no_allowance(client, newcomer, known):
    Contributor.objects.update(blocked_on=SEEN_ON)
    assert client.get(OWN, **newcomer.connection).json()["allowance_left"] == 0


@pytest.mark.parametrize("method", ["get", "delete"])
def test_without_a_key_that_was_used_there_is_nothing(client, newcomer, neighbour, known, method):
    ask = getattr(client, method)
    stranger = {"headers": {"Authorization": "Contributor a-key-nobody-has-used"}}
    receipt = {"headers": {"Authorization": f"Receipt {receipt_for(1)}"}}
    for sent in (neighbour.connection, stranger, receipt):
        assert ask(OWN, **sent).status_code == 404
    assert Contributor.objects.count() == 1


def test_who_asks_is_forgotten(client, newcomer, known):
    sighting = make_sighting(make_camera(), contributor=known)
    assert client.delete(OWN, **newcomer.connection).status_code == 204
    assert client.get(OWN, **newcomer.connection).status_code == 404
    sighting.refresh_from_db()
    assert (sighting.contributor, sighting.withdrawn_on is None) == (None, False)


def test_a_code_gives_standing(client, newcomer):
    [code] = make_codes(number=1, days=14, day=SEEN_ON.replace(year=2099), by=Role.OPERATOR)
    answer = send_code(client, newcomer, code)
    assert answer.status_code == 200
    assert answer.json()["has_standing"] is True
    again = send_code(client, newcomer, code)
    assert again.status_code == 422
    assert again.json()["errors"][0]["field"] == "code"


def test_a_code_needs_a_key(client, neighbour):
    answer = send_code(client, neighbour, "2222-2222-2222")
    assert answer.json()["errors"][0]["field"] == "Authorization"


def test_guessing_codes_comes_to_an_end(client, attacker):
    for _ in range(limits.CODE_TRIES):
        assert send_code(client, attacker, "2222-2222-2222").status_code == 422
    answer = send_code(client, attacker, "2222-2222-2222")
    assert answer.status_code == 429
    assert int(answer["Retry-After"]) > 0
