"""`/tiles/coverage/…`: what is answered, what is refused, and at what cost."""

import pytest

from mapper.settings import limits
from mapper.vocabulary import StreetClass
from tests.factories.cameras import HERE
from tests.factories.coverage import make_cell
from tests.factories.places import make_street
from tests.tiles.reading import read
from tests.tiles.test_camera_layers import tile_at

pytestmark = pytest.mark.django_db


def address(zoom):
    tile = tile_at(*HERE, zoom)
    return f"/tiles/coverage/{tile.z}/{tile.x}/{tile.y}.mvt"


def test_what_was_computed_is_drawn(client):
    make_cell(make_street(), [(0, 50, 1, 1, 0, 0), (50, 200, 0, 0, 0, 0)])
    answer = client.get(address(16))
    assert answer["Cache-Control"] == f"public, max-age={limits.COVERAGE_TILE_AGE_S}"
    streets = [one["properties"] for one in read(answer.content)["streets"]]
    assert [(one["seen"], one["computed"]) for one in streets] == [(0, 1), (1, 1)]


def test_a_browser_that_has_it_gets_it_once(client):
    make_street()
    kept = client.get(address(16))
    again = client.get(address(16), headers={"If-None-Match": kept["ETag"]})
    assert (again.status_code, again.content) == (304, b"")


def test_small_ways_are_drawn_when_near(client):
    make_street(street_class=StreetClass.PATH)
    assert client.get(address(12)).content == b""
    assert read(client.get(address(13)).content)["streets"]


def test_from_far_nothing_is_asked_and_nothing_drawn(client, django_assert_num_queries):
    make_street()
    with django_assert_num_queries(0):
        answer = client.get(address(limits.COVERAGE_MIN_ZOOM - 1))
    assert (answer.status_code, answer.content) == (200, b"")


@pytest.mark.parametrize("path", ["0/1/0", "19/0/0"])
def test_what_is_no_tile_is_not_found(client, path):
    assert client.get(f"/tiles/coverage/{path}.mvt").status_code == 404
