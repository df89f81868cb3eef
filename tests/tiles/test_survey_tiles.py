"""`/tiles/surveys/…`: what is answered, what is refused, and at what cost."""

import pytest

from mapper.settings import limits
from tests.factories.cameras import HERE
from tests.factories.surveys import make_survey
from tests.tiles.reading import read
from tests.tiles.test_camera_layers import tile_at

pytestmark = pytest.mark.django_db


def address(zoom):
    tile = tile_at(*HERE, zoom)
    return f"/tiles/surveys/{tile.z}/{tile.x}/{tile.y}.mvt"


def test_a_tile_costs_one_query(client, django_assert_num_queries):
    make_survey()
    client.get(address(16))
    with django_assert_num_queries(1):
        answer = client.get(address(16))
    assert answer["Cache-Control"] == f"public, max-age={limits.CAMERA_TILE_AGE_S}"
    assert len(read(answer.content)["surveys"]) == 1


def test_from_far_nothing_is_asked_and_nothing_drawn(client, django_assert_num_queries):
    make_survey()
    with django_assert_num_queries(0):
        answer = client.get(address(limits.SURVEYS_MIN_ZOOM - 1))
    assert (answer.status_code, answer.content) == (200, b"")


@pytest.mark.parametrize("path", ["0/1/0", "19/0/0"])
def test_what_is_no_tile_is_not_found(client, path):
    assert client.get(f"/tiles/surveys/{path}.mvt").status_code == 404
