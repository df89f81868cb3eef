"""Nothing comes from another origin, under a strict policy, and positions stay after the hash."""

import re

import pytest
from django.test import Client

from mapper.settings.security import content_security_policy
from tests.factories.cameras import make_camera, make_record
from tests.factories.places import make_street
from tests.promises.route_answers import ROUTES

pytestmark = pytest.mark.django_db

# Elements that load what they name; a plain link loads nothing until somebody follows it.
LOADS = re.compile(
    r"<(?:script|img|source|iframe|use|image|textPath|link(?![^>]*rel=\"(?:canonical|license)\"))"
    r"\b[^>]*?\s(?:src|href|srcset)=\"([^\"]*)\"",
    re.IGNORECASE,
)
INLINE_SCRIPT = re.compile(r"<script(?![^>]*\ssrc=)([^>]*)>", re.IGNORECASE)
DATA_BLOCK = re.compile(r"type=\"application/json\"")
POSITION = re.compile(r"-?\d{1,3}\.\d{3,}/-?\d{1,3}\.\d{3,}")
READABLE = [name for name, route in ROUTES.items() if route.visitor["GET"] == 200]


@pytest.fixture
def answer_of():
    """Ask a route, with a camera, its record and its street on the map."""
    camera = make_camera()
    make_record(camera)
    make_street("Quay")
    client = Client()
    return lambda name: client.get(ROUTES[name].address_of(camera))


def directives(answer):
    """The policy as a table: directive to its sources."""
    parts = (part.split() for part in answer["Content-Security-Policy"].split(";"))
    return {name: sources for name, *sources in parts}


@pytest.mark.parametrize("name", [*READABLE, "/api/{rest}"])
def test_every_answer_carries_a_policy_that_opens_for_this_site_alone(answer_of, name):
    policy = directives(answer_of(name))
    assert policy["default-src"] == ["'none'"]
    assert policy["frame-ancestors"] == ["'none'"]
    assert policy["base-uri"] == ["'none'"]
    nonce = re.compile(r"'nonce-[\w+/=-]+'")
    used = {source for sources in policy.values() for source in sources}
    assert {word for word in used if not nonce.fullmatch(word)} <= {"'none'", "'self'", "data:"}
    assert "data:" not in policy["script-src"]


@pytest.mark.parametrize("name", READABLE)
def test_a_page_loads_only_from_this_site_and_holds_no_script_without_its_nonce(answer_of, name):
    answer = answer_of(name)
    if not answer["Content-Type"].startswith("text/html"):
        return
    text = answer.content.decode()
    loaded = LOADS.findall(text)
    assert loaded
    assert [to for to in loaded if not to.startswith(("/", "#", "data:")) or to[:2] == "//"] == []
    assert " style=" not in text
    assert not re.search(r"<[^>]+\son[a-z]+=", text)
    for attributes in INLINE_SCRIPT.findall(text):
        assert "nonce=" in attributes or DATA_BLOCK.search(attributes)


@pytest.mark.parametrize("name", ["/cameras/{pk}/", "/search/", "/cameras/"])
def test_a_position_on_the_map_is_named_only_after_the_hash(answer_of, name):
    links = re.findall(r"href=\"(/[^\"]*)\"", answer_of(name).content.decode())
    assert [to for to in links if POSITION.search(to.partition("#")[0])] == []


def test_an_outside_layer_opens_the_policy_for_its_pictures_alone(settings, answer_of):
    settings.CONTENT_SECURITY_POLICY = content_security_policy("https://{s}.tiles.example/{z}")
    policy = directives(answer_of("/about/"))
    assert policy["img-src"] == ["'self'", "data:", "https://*.tiles.example"]
    assert [name for name, sources in policy.items() if "tiles.example" in " ".join(sources)] == [
        "img-src"
    ]
