"""`/nearby/`: the list of what needs doing where somebody is."""

from datetime import date

import pytest

from mapper.settings import limits
from mapper.vocabulary import State
from tests.factories.cameras import HERE, make_camera, make_home_camera
from tests.factories.places import make_street
from tests.factories.surveys import make_survey

pytestmark = pytest.mark.django_db

NEARBY = "/nearby/"
WHERE = {"lat": f"{HERE[1]}", "lon": f"{HERE[0]}"}
LONG_AGO = date(2023, 3, 4)


def rows(client):
    answer = client.get(NEARBY, WHERE)
    assert answer.status_code == 200
    return answer.context["rows"]


def test_without_a_position_it_asks_where(client):
    assert b"Use my position" in client.get(NEARBY).content
    answer = client.get(NEARBY, {"lat": "91", "lon": "24"})
    assert answer.status_code == 400


def test_the_nearest_comes_first_and_a_camera_once(client):
    far = make_camera(HERE[0] + 0.001, last_seen_on=LONG_AGO, state=State.DISPUTED)
    near = make_camera(last_seen_on=LONG_AGO)
    make_street("First Street", line=[(HERE[0] + 0.002, HERE[1]), (HERE[0] + 0.003, HERE[1])])
    found = rows(client)
    assert [task.camera for task, _ in found] == [near, far, None]
    assert [task.question for task, _ in found] == [
        "Is it still there?",
        "Is it there?",
        "Which cameras are along First Street?",
    ]
    assert found[2][0].survey_query.endswith("along=First+Street")


def test_beyond_a_walk_and_at_private_homes_nothing_is_asked(client):
    make_camera(HERE[0] + 0.01, last_seen_on=LONG_AGO)
    # In the corner of the box, and so further off than its sides.
    make_camera(HERE[0] + 0.005, HERE[1] + 0.0025, last_seen_on=LONG_AGO)
    make_home_camera(last_seen_on=LONG_AGO)
    assert rows(client) == []
    assert "Nothing needs doing within 300 m" in client.get(NEARBY, WHERE).content.decode()


def test_a_facing_is_one_tap(client):
    make_camera()
    page = client.get(NEARBY, WHERE).content.decode()
    assert 'data-facing="315"' in page
    assert "Which way does it face?" in page


def test_no_more_than_a_walk_is_shown(client, monkeypatch):
    monkeypatch.setattr(limits, "NEARBY_TASKS", 1)
    make_camera(last_seen_on=LONG_AGO)
    make_camera(last_seen_on=LONG_AGO)
    assert len(rows(client)) == 1


@pytest.mark.parametrize("number", [1, 3])
def test_eight_queries_whatever_is_there(client, number, django_assert_num_queries):
    for _ in range(number):
        camera = make_camera(last_seen_on=LONG_AGO)
        make_street("First Street")
        make_camera(disputed=["kind"])
        make_survey(seen=[camera], street_name="First Street")
    client.get(NEARBY, WHERE)
    with django_assert_num_queries(8):
        client.get(NEARBY, WHERE)
