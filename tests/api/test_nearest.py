"""The cameras nearest to a place."""

import pytest
from pytest_django import DjangoAssertNumQueries

from mapper.vocabulary import Kind
from tests.factories.cameras import HERE, make_camera, make_home_camera

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("own_index")]

NEAREST = "/api/cameras/nearest"
METRES_A_DEGREE = 111_195


def north(metres: float) -> tuple[float, float]:
    return HERE[0], HERE[1] + metres / METRES_A_DEGREE


def found(client, **query):
    answer = client.get(NEAREST, {"lon": HERE[0], "lat": HERE[1], **query})
    assert answer.status_code == 200, answer.content
    assert answer["Content-Type"].startswith("application/geo+json")
    return answer.json()["features"]


def test_the_nearest_come_first_with_their_metres(client):
    far, near = make_camera(*north(40)), make_camera(*north(10))
    features = found(client)
    assert [feature["id"] for feature in features] == [near.pk, far.pk]
    assert [feature["metres"] for feature in features] == pytest.approx([10, 40], abs=0.2)
    assert features[0]["properties"]["kind"] == near.kind


def test_no_more_and_no_farther_than_was_asked(client):
    for metres in (5, 15, 90, 1_200):
        make_camera(*north(metres))
    assert len(found(client, limit=2)) == 2
    assert len(found(client, within=20)) == 2
    assert len(found(client)) == 3


def test_the_filters_choose(client):
    make_camera(*north(5), kind=Kind.FIXED)
    dome = make_camera(*north(50), kind=Kind.DOME)
    assert [feature["id"] for feature in found(client, kind="dome")] == [dome.pk]


def test_a_camera_at_a_private_home_is_not_among_them(client):
    make_home_camera(*HERE)
    assert found(client) == []


@pytest.mark.parametrize(
    "query",
    [
        {"lon": "x"},
        {"lat": "91"},
        {"within": "1001"},
        {"within": "nan"},
        {"limit": "101"},
        {"kind": "spaceship"},
        {"colour": "red"},
    ],
)
def test_a_slip_is_told_in_words(client, query):
    answer = client.get(NEAREST, {"lon": HERE[0], "lat": HERE[1], **query})
    assert answer.status_code in {400, 422}
    assert answer.json()["detail"]


def test_the_database_is_asked_for_what_is_shown_alone(
    client, django_assert_max_num_queries: DjangoAssertNumQueries
):
    make_camera(*north(5))
    found(client)
    with django_assert_max_num_queries(4):
        found(client)
