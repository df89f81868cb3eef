"""`/tiles/base/…`: made once for each version, at a fixed cost."""

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from mapper.settings import limits
from mapper.tiles.base_version import base_version
from tests.factories.cameras import HERE
from tests.factories.places import make_building, make_label, make_place, make_street
from tests.tiles.reading import read
from tests.tiles.test_camera_layers import tile_at

pytestmark = pytest.mark.django_db
_TILE = tile_at(*HERE, 14)
ADDRESS = f"/tiles/base/{_TILE.z}/{_TILE.x}/{_TILE.y}.mvt"


def test_a_fresh_import_shows_at_once(client: Client) -> None:
    make_street("First Street")
    assert len(read(client.get(ADDRESS).content)["streets"]) == 1
    make_street("Second Street")
    assert len(read(client.get(ADDRESS).content)["streets"]) == 2


def test_who_names_the_version_may_keep_the_tile(client: Client) -> None:
    kept = client.get(ADDRESS, {"v": base_version()})["Cache-Control"]
    assert kept == f"public, max-age={limits.BASE_TILE_AGE_S}, immutable"
    assert client.get(ADDRESS, {"v": "old"})["Cache-Control"] == "no-cache"
    assert client.get(ADDRESS)["Cache-Control"] == "no-cache"


def test_what_the_reader_has_is_not_sent_again(client: Client) -> None:
    first = client.get(ADDRESS)
    again = client.get(ADDRESS, headers={"if-none-match": first["ETag"]})
    assert again.status_code == 304


@pytest.mark.parametrize("path", ["/tiles/base/0/0/1.mvt", "/tiles/base/30/0/0.mvt"])
def test_what_is_no_tile_is_not_found_and_asks_nothing(
    client: Client, path: str, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    with django_assert_num_queries(0):
        assert client.get(path).status_code == 404


@pytest.mark.parametrize("things", [1, 20])
def test_queries_do_not_grow_with_the_town(
    client: Client, things: int, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    for number in range(things):
        make_street(f"Street {number}")
        make_building()
        make_place()
        make_label()
    with django_assert_num_queries(7):
        client.get(ADDRESS)
    with django_assert_num_queries(1):
        client.get(ADDRESS)
