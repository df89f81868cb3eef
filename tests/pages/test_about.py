"""The pages about the site."""

import pytest
from django.urls import reverse

from tests.factories.cameras import make_source
from tests.factories.places import make_ground

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("name", ["about", "about-data", "about-figures", "about-privacy"])
def test_every_page_can_be_read_and_only_read(client, name):
    assert client.get(reverse(name)).status_code == 200
    assert client.post(reverse(name)).status_code == 405


def test_the_rules_of_the_states_are_told_with_their_numbers(client):
    text = client.get(reverse("about")).content.decode()
    assert "730 days (2 years)" in text
    assert "more than two thirds" in text
    for anchor in ("reading", "states"):
        assert f'id="{anchor}"' in text


def test_every_source_and_ground_is_named_with_its_licence(client):
    make_source(title="Register of Testing", licence="CC0", attribution="The makers of it")
    make_ground(title="Testing town", attribution="Surveyed by us")
    text = client.get(reverse("about-data")).content.decode()
    for words in ("Register of Testing", "Licence: CC0", "The makers of it"):
        assert words in text
    for words in ("Testing town", "Surveyed by us", "1 September 2026"):
        assert words in text
    assert "© OpenStreetMap contributors" in text


def test_the_number_of_sources_costs_no_queries(client, django_assert_num_queries):
    for number in range(5):
        make_source(slug=f"source-{number}")
        make_ground(slug=f"ground-{number}")
    with django_assert_num_queries(2):
        client.get(reverse("about-data"))


def test_an_outside_layer_is_named_where_the_operator_chose_one(client, settings):
    privacy = reverse("about-privacy")
    assert "this site alone" in client.get(privacy).content.decode()
    settings.RASTER_TEMPLATE = "https://tiles.example/{z}/{x}/{y}.png"
    settings.RASTER_ATTRIBUTION = "Pictures by Example"
    assert "That site learns the address" in client.get(privacy).content.decode()
    assert "Pictures by Example" in client.get(reverse("about-data")).content.decode()


def test_the_devices_behind_the_figures_are_told_with_their_reach(client):
    text = " ".join(client.get(reverse("about-figures")).content.decode().split())
    for words in ("1920 points wide", "85°", "36 m", "18 m", "At most", "62 picture points"):
        assert words in text
    for anchor in ("in-view", "bounds", "not-looked"):
        assert f'id="{anchor}"' in text
