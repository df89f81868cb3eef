"""The start page: where it begins, what it says, and what it costs."""

import json
import re
from pathlib import Path

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from mapper.pages.map import MODULES
from tests.factories.cameras import make_camera
from tests.factories.places import around, make_ground, make_place

pytestmark = pytest.mark.django_db

SCRIPTS = Path(__file__).parents[2] / "mapper/static/mapper/js"


def start_page(client: Client, **query: str) -> str:
    answer = client.get("/", query)
    assert answer.status_code == 200
    return answer.content.decode()


def test_it_begins_at_the_ground_imported_last(client: Client) -> None:
    make_ground("first", around(10, 50, 0.5))
    make_ground("second", around(24.5, 60.5, 0.5))
    assert 'data-start="24.000000,60.000000,25.000000,61.000000"' in start_page(client)


def test_without_ground_it_begins_with_the_world(client: Client) -> None:
    assert 'data-start=""' in start_page(client)


def test_an_invented_town_is_called_invented_and_a_real_one_is_not(client: Client) -> None:
    make_ground("helsinki")
    assert "invented" not in start_page(client)
    make_ground("demo")
    assert "This town is invented." in start_page(client)
    make_ground("invented-city")
    assert "This city is invented." in start_page(client)
    assert "This town is invented." in start_page(client)


def test_a_new_ground_changes_the_address_of_the_base_tiles(client: Client) -> None:
    def address() -> str:
        found = re.search(r'data-base-tiles="([^"]+)"', start_page(client))
        assert found
        return found[1]

    before = address()
    make_ground()
    assert address() != before


def test_what_the_address_chose_is_ticked_and_nonsense_is_passed_over(client: Client) -> None:
    text = start_page(client, kind="dome,nonsense")
    assert re.findall(r'value="(\w+)"[^>]* checked', text) == ["dome"]


def test_attributions_cannot_carry_markup(client: Client) -> None:
    make_ground(attribution='<img src=x>" & friends')
    text = start_page(client)
    assert "<img src=x>" not in text
    assert "&lt;img src=x&gt;&quot; &amp; friends" in text


def test_without_script_there_are_a_sentence_and_the_places(client: Client) -> None:
    make_place("Old Harbour", around(24.5, 60.5, 0.5))
    text = start_page(client)
    assert "The map is drawn by script" in text
    assert 'href="/cameras/?bbox=24.000000,60.000000,25.000000,61.000000">Old Harbour' in text


def test_the_script_gets_the_vocabulary(client: Client) -> None:
    found = re.search(r'id="camera-words"[^>]*>([^<]+)<', start_page(client))
    assert found
    words = json.loads(found[1])
    assert words["kind"]["dome"] == "Dome camera"
    assert words["state"]["stale"] == "Not seen for long"


def test_an_outside_layer_is_used_only_where_the_operator_named_one(
    client: Client, settings: pytest.FixtureRequest
) -> None:
    assert 'data-raster-template=""' in start_page(client)
    settings.RASTER_TEMPLATE = "https://tiles.example/{z}/{x}/{y}.png"  # type: ignore[attr-defined]
    assert 'data-raster-template="https://tiles.example/{z}/{x}/{y}.png"' in start_page(client)


@pytest.mark.parametrize("cameras", [1, 50])
def test_it_costs_the_same_however_many_cameras(
    client: Client, cameras: int, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    make_place()
    for _ in range(cameras):
        make_camera()
    with django_assert_num_queries(3):
        start_page(client)


def imported_by(name: str) -> set[str]:
    """The modules of ours that one module imports at once, near and far."""
    text = (SCRIPTS / f"{name}.js").read_text()
    near = set(re.findall(r'(?:from|import) "\./([\w-]+)\.js"', text))
    return near.union(*(imported_by(each) for each in near))


def test_every_module_is_fetched_ahead_and_no_other() -> None:
    assert sorted(imported_by("map-page")) == list(MODULES)
