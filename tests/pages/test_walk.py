"""The page that says how watched a walk is: the same for everybody, and said plainly."""

import pytest

from mapper.pages.walk import MODULES
from tests.factories.cameras import make_camera
from tests.factories.places import make_ground
from tests.pages.test_map import imported_by

pytestmark = pytest.mark.django_db


def test_it_says_that_the_walk_stays_on_the_device(client):
    text = client.get("/walk/").text
    assert "It is read on this device and never sent" in text
    assert "which is off in your browser" in text


def test_it_begins_at_the_ground_and_knows_the_words(client):
    make_ground()
    text = client.get("/walk/").text
    assert 'data-start="24.84' in text
    assert "Dome camera" in text


@pytest.mark.parametrize("cameras", [1, 3])
def test_it_costs_two_queries(client, cameras, django_assert_num_queries):
    for _ in range(cameras):
        make_camera()
    with django_assert_num_queries(2):
        client.get("/walk/")


def test_every_module_is_fetched_ahead_and_no_other():
    assert sorted(imported_by("walk-page")) == list(MODULES)
