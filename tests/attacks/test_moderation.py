"""Vandals, spammers and those who would expose somebody, and what they try at the desk."""

from uuid import uuid4

import pytest
from django.conf import settings
from django.core import signing
from django.test import Client

from mapper.cameras.models import Camera
from mapper.contributors.memory.addresses import address_memory
from mapper.moderation.models import Act, Takedown
from mapper.moderation.services.judge_text import release_text
from mapper.settings import limits
from mapper.sightings.models import HeldText, LockedCell
from mapper.vocabulary import Role
from tests.factories.cameras import SEEN_ON, make_camera
from tests.factories.moderation import make_moderator
from tests.factories.posts import said
from tests.promises.route_answers import METHODS, ROUTES

pytestmark = pytest.mark.django_db

DESK = [name for name in ROUTES if name.startswith("/moderation/")]


@pytest.fixture(autouse=True)
def fresh_memory():
    """Let each test begin with nothing sent today."""
    address_memory().forget()


# --- the vandal -------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "disguise",
    [
        lambda n: {"HTTP_X_FORWARDED_FOR": f"192.0.2.{n}"},
        lambda n: {"HTTP_FORWARDED": f"for=192.0.2.{n}"},
        lambda n: {"HTTP_AUTHORIZATION": f"Contributor another-key-every-time-{n}"},
        lambda n: {"HTTP_USER_AGENT": f"browser {n}"},
    ],
)
def test_no_disguise_hides_more_than_a_street(disguise):
    cameras = [make_camera() for _ in range(limits.TAKEDOWNS_PER_ADDRESS + 4)]
    for number, camera in enumerate(cameras):
        form = {"token": uuid4(), "camera": camera.pk, "reason": "other"}
        Client().post("/takedown/", form, **disguise(number))
    assert Camera.objects.filter(hidden_on__isnull=False).count() == limits.TAKEDOWNS_PER_ADDRESS


def test_a_whole_network_of_ipv6_is_one_address():
    for number in range(limits.TAKEDOWNS_PER_ADDRESS + 4):
        form = {"token": uuid4(), "camera": make_camera().pk, "reason": "other"}
        Client().post("/takedown/", form, REMOTE_ADDR=f"2001:db8:7c1e:59a3::{number:x}")
    assert Takedown.objects.count() == limits.TAKEDOWNS_PER_ADDRESS


def test_a_form_from_elsewhere_hides_nothing():
    form = {"token": uuid4(), "camera": make_camera().pk, "reason": "other"}
    assert Client(enforce_csrf_checks=True).post("/takedown/", form).status_code == 403
    assert Camera.objects.public().exists()


def test_script_in_an_explanation_is_text_at_the_desk():
    text = "<script>alert(1)</script><a href=//x.example>here</a>"
    form = {"token": uuid4(), "camera": make_camera().pk, "reason": "other", "explanation": text}
    Client().post("/takedown/", form)
    desk = signed_in().get("/moderation/").content.decode()
    assert "<script>alert" not in desk
    assert "<a href=//x" not in desk
    assert "&lt;script&gt;" in desk


# --- the spammer, and who would expose somebody -----------------------------------------------


def report(**texts):
    told = {key: {"value": value, "basis": "saw"} for key, value in texts.items()}
    return Client().post(
        "/api/sightings",
        said(new=True, claims=told),
        content_type="application/json",
        headers={"Idempotency-Key": f"{uuid4()}"},
    )


@pytest.mark.parametrize(
    "text",
    [
        "Best prices at shop.example/now",
        "hxxp is dead, use https://shop.example",
        "shop\u200b.\u200bcom",
        "w\u00adw\u00adw.shop.example",
        "sh\u202eop.com",
        "her number is 020\u2009 7946\u00a00958",
        "ask her: she@home.example",
    ],
)
@pytest.mark.parametrize("key", ["operator", "note"])
def test_no_trick_brings_in_a_link_or_a_way_to_reach_somebody(key, text):
    answer = report(**{key: text})
    assert answer.status_code == 422
    assert f"claims.{key}" in answer.content.decode()
    assert not HeldText.objects.exists()


def test_a_name_is_public_nowhere_before_a_person_read_it():
    answer = report(note="Here lives Some\u200bBody Marked", operator="Marked & Sons")
    held = {text.aspect: text.text for text in HeldText.objects.all()}
    assert held == {"note": "Here lives SomeBody Marked", "operator": "Marked & Sons"}
    number = answer.json()["camera"]["id"]
    for address in (f"/cameras/{number}/", f"/api/cameras/{number}", "/cameras/"):
        assert "Marked" not in Client().get(address).content.decode()


def test_released_it_is_text_and_never_a_link():
    number = report(note="On <b>the</b> pole").json()["camera"]["id"]
    told = {"moderator": make_moderator(), "reason": "Plain", "day": SEEN_ON}
    release_text(text=HeldText.objects.get(), by=Role.MODERATOR, **told)
    page = Client().get(f"/cameras/{number}/").content.decode()
    assert "On &lt;b&gt;the&lt;/b&gt; pole" in page


# --- the desk ---------------------------------------------------------------------------------


def signed_in():
    client = Client()
    client.force_login(make_moderator())
    return client


def forged(key):
    """A session that names a moderator, signed by somebody who guessed at our key."""
    told = {"_auth_user_id": f"{make_moderator().pk}", "_auth_user_hash": "x",
            "_auth_user_backend": "django.contrib.auth.backends.ModelBackend"}  # fmt: skip
    salt = "django.contrib.sessions.backends.signed_cookies"
    return signing.dumps(told, key=key, salt=salt, compress=True)


@pytest.mark.parametrize("name", DESK)
@pytest.mark.parametrize("key", ["guessed", None], ids=["wrong key", "right key, wrong passphrase"])
def test_a_forged_session_opens_nothing(name, key):
    client = Client()
    client.cookies[settings.SESSION_COOKIE_NAME] = forged(key)
    address = ROUTES[name].address_of(make_camera())
    assert {client.generic(method, address).status_code for method in METHODS} == {404}


@pytest.mark.parametrize("name", DESK)
def test_a_contributors_key_opens_nothing(name):
    headers = {"Authorization": "Contributor moderator-moderator-moderator"}
    address = ROUTES[name].address_of(make_camera())
    assert Client().get(address, headers=headers).status_code == 404


@pytest.mark.parametrize(
    "address", [ROUTES[n].address for n in DESK if ROUTES[n].moderator["POST"] == 422]
)
def test_a_form_from_elsewhere_does_nothing_in_a_moderators_name(address):
    client = Client(enforce_csrf_checks=True)
    client.force_login(make_moderator())
    camera = make_camera()
    route = next(route for route in ROUTES.values() if route.address == address)
    where = route.address_of(camera)
    before = Act.objects.count()
    told = {"what": "take_down", "reason": "x", "position": "60, 24", "days": "3"}
    assert client.post(where, told).status_code == 403
    assert Act.objects.count() == before
    assert not LockedCell.objects.exists()
