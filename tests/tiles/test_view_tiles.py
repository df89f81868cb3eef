"""`/tiles/views/…`: what is answered, what is refused, and at what cost."""

import pytest

from mapper.settings import limits
from tests.factories.cameras import HERE, make_camera, make_home_camera
from tests.tiles.reading import read
from tests.tiles.test_camera_layers import tile_at

pytestmark = pytest.mark.django_db


def address(zoom):
    tile = tile_at(*HERE, zoom)
    return f"/tiles/views/{tile.z}/{tile.x}/{tile.y}.mvt"


def test_what_a_camera_sees_is_drawn_in_either_detail(client):
    camera = make_camera(facings=[{"bearing": 90.0, "opening": 60.0}])
    answer = client.get(address(17))
    assert answer["Cache-Control"] == f"public, max-age={limits.CAMERA_TILE_AGE_S}"
    views = [one["properties"] for one in read(answer.content)["views"]]
    assert {one["detail"] for one in views} == {"observe", "recognise"}
    assert {(one["camera"], one["share"], one["assumed"]) for one in views} == {(camera.pk, 100, 0)}


def test_an_unknown_facing_is_assumed_all_round(client):
    make_camera(facings=[])
    views = [one["properties"] for one in read(client.get(address(17)).content)["views"]]
    assert {(one["share"], one["assumed"]) for one in views} == {(17, 1)}


@pytest.mark.parametrize("cameras", [1, 5])
def test_a_tile_costs_the_same_however_many_cameras(client, cameras, django_assert_num_queries):
    for _ in range(cameras):
        make_camera()
    client.get(address(17))
    with django_assert_num_queries(3):
        client.get(address(17))


def test_a_browser_that_has_it_gets_it_once(client):
    make_camera()
    kept = client.get(address(17))
    again = client.get(address(17), headers={"If-None-Match": kept["ETag"]})
    assert (again.status_code, again.content) == (304, b"")


def test_a_camera_at_a_private_home_has_no_view(client):
    make_home_camera()
    assert client.get(address(17)).content == b""


def test_where_there_are_too_many_it_says_so(client, monkeypatch):
    make_camera()
    monkeypatch.setattr(limits, "VIEWS_PER_TILE", 0)
    assert set(read(client.get(address(17)).content)) == {"crowded"}


def test_from_far_nothing_is_asked_and_nothing_drawn(client, django_assert_num_queries):
    make_camera()
    with django_assert_num_queries(0):
        answer = client.get(address(limits.VIEWS_MIN_ZOOM - 1))
    assert (answer.status_code, answer.content) == (200, b"")


@pytest.mark.parametrize("path", ["0/1/0", "19/0/0"])
def test_what_is_no_tile_is_not_found(client, path):
    assert client.get(f"/tiles/views/{path}.mvt").status_code == 404
