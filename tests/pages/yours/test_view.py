"""One's own page: asked for the key, and shown to nobody without it."""

import pytest
from django.test import Client

from mapper.contributors.rules.keys import key_hash
from tests.factories.cameras import make_camera, make_home_camera
from tests.factories.sightings import make_contributor, make_sighting

pytestmark = pytest.mark.django_db

KEY = "0123456789abcdef0123456789abcdef"


@pytest.fixture
def contributor():
    return make_contributor(key_hash=key_hash(KEY))


def post(client: Client, **sent):
    return client.post("/yours/", {"key": KEY, **sent})


def test_it_asks_for_the_phrase_and_is_kept_nowhere(client):
    answer = client.get("/yours/")
    assert answer.status_code == 200
    assert "no-store" in answer["Cache-Control"]
    assert "With your phrase" in answer.content.decode()


def test_a_wrong_phrase_is_told_beside_the_field(client):
    answer = client.post("/yours/", {"key": "two words"})
    assert answer.status_code == 422
    assert "has 12 words" in answer.content.decode()


def test_a_key_nobody_used_shows_nothing(client):
    text = post(client).content.decode()
    assert "Nothing has been sent with this key yet." in text
    assert "Forget me" not in text


def test_her_own_are_listed_and_nobody_elses(client, contributor):
    own, other = make_camera(), make_camera()
    make_sighting(own, contributor=contributor)
    make_sighting(other)
    answer = post(client)
    assert "no-store" in answer["Cache-Control"]
    text = answer.content.decode()
    assert f"/cameras/{own.pk}/" in text
    assert f"/cameras/{other.pk}/" not in text
    assert "of your first reports were confirmed" in text


def test_what_is_shown_to_nobody_has_no_link(client, contributor):
    home = make_home_camera()
    make_sighting(home, contributor=contributor)
    text = post(client).content.decode()
    assert "A camera that is not shown" in text
    assert f"/cameras/{home.pk}/" not in text


@pytest.mark.parametrize("number", [1, 3])
def test_queries_do_not_grow_with_what_she_sent(
    client, contributor, number, django_assert_num_queries
):
    for _ in range(number):
        make_sighting(make_camera(), contributor=contributor)
    # Her twice; her surveys; her sightings, their claims and texts; streets; and for her standing
    # the last loss, her first reports, the replies, and what was invented.
    with django_assert_num_queries(11):
        post(client)
