"""`/tiles/cameras/…`: what is refused, what is not sent twice, and at what cost."""

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from mapper.settings import limits
from mapper.tiles import camera_tiles
from mapper.tiles.index.current import IndexBeingBuiltError
from tests.factories.cameras import HERE, make_camera
from tests.tiles.reading import read
from tests.tiles.test_camera_layers import tile_at

pytestmark = pytest.mark.django_db


def address(zoom: int) -> str:
    tile = tile_at(*HERE, zoom)
    return f"/tiles/cameras/{tile.z}/{tile.x}/{tile.y}.mvt"


def test_a_tile_is_a_vector_tile_that_anybody_may_read(client: Client) -> None:
    make_camera()
    answer = client.get(address(16))
    assert answer.status_code == 200
    assert answer["Content-Type"] == "application/vnd.mapbox-vector-tile"
    assert answer["Access-Control-Allow-Origin"] == "*"
    assert answer["Cache-Control"] == f"public, max-age={limits.CAMERA_TILE_AGE_S}"
    assert len(read(answer.content)["cameras"]) == 1


def test_an_empty_tile_is_an_empty_body(client: Client) -> None:
    answer = client.get("/tiles/cameras/3/0/0.mvt")
    assert (answer.status_code, answer.content) == (200, b"")


def test_what_the_reader_has_is_not_sent_again(client: Client) -> None:
    make_camera()
    first = client.get(address(16))
    again = client.get(address(16), headers={"if-none-match": first["ETag"]})
    assert (again.status_code, again.content) == (304, b"")
    make_camera()
    changed = client.get(address(16), headers={"if-none-match": first["ETag"]})
    assert changed.status_code == 200


def test_a_filter_narrows(client: Client) -> None:
    make_camera(kind="dome")
    make_camera(kind="fixed")
    assert len(read(client.get(f"{address(16)}?kind=dome").content)["cameras"]) == 1
    assert len(read(client.get(f"{address(16)}?kind=dome,fixed").content)["cameras"]) == 2


@pytest.mark.parametrize(
    "path",
    [
        "/tiles/cameras/0/1/0.mvt",
        "/tiles/cameras/19/0/0.mvt",
        "/tiles/cameras/3/0/8.mvt",
        "/tiles/cameras/1.5/0/0.mvt",
        "/tiles/cameras/-1/0/0.mvt",
        "/tiles/cameras/0/0/0.png",
        f"/tiles/cameras/1/{'9' * 400}/0.mvt",
        f"/tiles/cameras/{'9' * 400}/0/0.mvt",
        "/tiles/cameras/0/0/0.mvt?kind=spaceship",
        "/tiles/cameras/0/0/0.mvt?state=confirmed,%00",
    ],
)
def test_what_is_no_tile_is_not_found_and_asks_nothing(
    client: Client, path: str, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    with django_assert_num_queries(0):
        assert client.get(path).status_code == 404


def test_a_tile_is_only_read(client: Client) -> None:
    assert client.post("/tiles/cameras/0/0/0.mvt").status_code == 405


@pytest.mark.parametrize("cameras", [1, 100])
@pytest.mark.parametrize("zoom", [16, 5])
def test_a_tile_asks_once_whether_anything_changed(
    client: Client, cameras: int, zoom: int, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    for _ in range(cameras):
        make_camera()
    client.get(address(10))
    with django_assert_num_queries(1):
        client.get(address(zoom))


def test_a_tile_waits_for_its_index_in_words(
    client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    def not_yet() -> None:
        raise IndexBeingBuiltError

    monkeypatch.setattr(camera_tiles, "current_index", not_yet)
    answer = client.get(address(16))
    assert answer.status_code == 503
    assert int(answer["Retry-After"]) > 0
    assert answer["Cache-Control"] == "no-store"
