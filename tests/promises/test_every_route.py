"""Every route has a stated answer to every method and role; the forbidden looks unknown."""

import re

import pytest
from django.test import Client

from tests.factories.cameras import make_camera, make_home_camera
from tests.factories.moderation import make_moderator
from tests.promises.route_answers import BY_NUMBER, METHODS, ROLES, ROUTES
from tests.repository.test_docs import addresses

# Nonces, and the tokens in hidden fields.
USED_ONCE = re.compile(r"nonce=\"[^\"]*\"|<input type=\"hidden\"[^>]*>")

pytestmark = pytest.mark.django_db


def browser_of(role):
    client = Client(enforce_csrf_checks=role == "stranger")
    if role == "moderator":
        client.force_login(make_moderator())
    return client


def test_no_route_is_missing_from_the_table_and_none_in_it_is_gone():
    assert set(ROUTES) == set(addresses())


@pytest.mark.parametrize("role", ROLES)
@pytest.mark.parametrize("name", ROUTES)
def test_every_method_gets_the_answer_the_table_states(name, role):
    route, client = ROUTES[name], browser_of(role)
    address = route.address_of(make_camera())
    found = {method: client.generic(method, address).status_code for method in METHODS}
    assert found == route.answers(role)


@pytest.mark.parametrize("method", METHODS)
@pytest.mark.parametrize("address", BY_NUMBER)
def test_a_camera_at_a_private_home_answers_as_one_that_does_not_exist(address, method):
    home = make_home_camera(pk=7_654_321)
    client = browser_of("visitor")
    forbidden = client.generic(method, address.format(camera=home.pk))
    unknown = client.generic(method, address.format(camera=home.pk + 1))
    assert forbidden.status_code == unknown.status_code
    assert words(forbidden, home.pk) == words(unknown, home.pk + 1)
    if method == "GET":
        assert forbidden.status_code == 404


def words(answer, number):
    """An answer's text without what is used once and without the number asked for."""
    text = answer.content.decode().replace(str(number), "…")
    return USED_ONCE.sub("", text)
