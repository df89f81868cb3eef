"""`/survey/`: from where, over along what, to what was seen; without script."""

from uuid import uuid4

import pytest
from django.utils import timezone

from mapper.contributors.rules.senders import RefusedSenderError
from mapper.pages.survey import page as module
from mapper.sightings.models import Sighting
from mapper.surveys.models import Survey
from tests.factories.cameras import HERE, make_camera, make_home_camera
from tests.factories.places import make_street
from tests.factories.races import hidden_on_the_way

pytestmark = pytest.mark.django_db

SURVEY = "/survey/"
WHERE = {"lat": f"{HERE[1]}", "lon": f"{HERE[0]}"}


def send(client, **changed):
    today = f"{timezone.now().date()}"
    said = {"token": f"{uuid4()}", **WHERE, "along": "", "looked_on": today, **changed}
    return client.post(SURVEY, said)


def test_without_a_position_it_asks_where_and_finds_by_name(client):
    make_street("First Street")
    assert b"Say where you looked" in client.get(SURVEY).content
    assert b"First Street" in client.get(SURVEY, {"q": "first"}).content
    assert b"Nothing by the name of" in client.get(SURVEY, {"q": "nowhere"}).content


def test_a_position_that_is_none_is_refused_in_words(client):
    answer = client.get(SURVEY, {"lat": "120", "lon": "24"})
    assert answer.status_code == 400
    assert "swapped" in answer.content.decode()


def test_then_it_offers_what_can_be_looked_along(client, django_assert_num_queries):
    make_street("First & Second Street")
    client.get(SURVEY, WHERE)
    with django_assert_num_queries(3):
        page = client.get(SURVEY, WHERE).content.decode()
    assert "along=First%20%26%20Second%20Street" in page
    assert "nobody has looked yet" in page


def test_then_it_lists_the_public_cameras_nearest_first(client, django_assert_num_queries):
    make_street("First Street")
    facings = [{"bearing": 45, "opening": 60}, {"bearing": 180, "opening": 360}]
    far, near = make_camera(HERE[0] + 0.0005), make_camera(HERE[0] + 0.0001, facings=facings)
    home = make_home_camera()
    with django_assert_num_queries(2):
        page = client.get(SURVEY, {**WHERE, "along": "First Street"}).content.decode()
    assert page.index(f'value="{near.pk}"') < page.index(f'value="{far.pk}"')
    assert f'value="{home.pk}"' not in page
    assert "faces north-east and all round" in page
    assert "These are all: there are no more" in page


def test_a_street_that_is_not_there_leads_back(client):
    answer = client.get(SURVEY, {**WHERE, "along": "Nowhere Street"})
    assert answer.status_code == 400
    assert "There is no street called “Nowhere Street”" in answer.content.decode()


def test_what_was_seen_is_stored_and_thanked_for(client):
    camera = make_camera()
    answer = send(client, seen=[camera.pk])
    page = client.get(answer["Location"]).content.decode()
    assert "Thank you" in page
    assert "and found 1." in page
    assert Survey.objects.get().contributor is None
    assert Sighting.objects.get().camera == camera


def test_nothing_seen_is_worth_as_much(client):
    page = client.get(send(client)["Location"]).content.decode()
    assert "and found none." in page


def test_the_same_form_sent_twice_counts_once(client):
    token = f"{uuid4()}"
    assert send(client, token=token)["Location"] == send(client, token=token)["Location"]
    assert Survey.objects.count() == 1


def test_what_is_wrong_is_said_and_the_ticks_are_kept(client):
    camera = make_camera()
    answer = send(client, looked_on="2099-01-01", seen=[camera.pk])
    page = answer.content.decode()
    assert answer.status_code == 422
    assert "This day has not come yet." in page
    assert f'value="{camera.pk}" checked' in page


@pytest.mark.parametrize("lat", ["", "x"])
def test_a_form_that_lost_its_position_begins_again(client, lat):
    answer = send(client, lat=lat, lon=lat)
    assert answer.status_code == 422
    assert "begin again" in answer.content.decode()


def test_who_may_send_no_more_is_told_so_and_loses_nothing(client, monkeypatch):
    def refuse(*_, **__):
        raise RefusedSenderError("Tomorrow you can go on.", 429)

    camera = make_camera()
    monkeypatch.setattr(module, "take_survey", refuse)
    answer = send(client, seen=[camera.pk])
    assert answer.status_code == 429
    assert "Tomorrow you can go on." in answer.content.decode()
    assert f'value="{camera.pk}" checked' in answer.content.decode()


def test_a_camera_hidden_while_the_form_was_on_its_way_is_asked_about_again(client, monkeypatch):
    hidden_on_the_way(monkeypatch, module, "take_survey")
    answer = send(client, seen=[make_camera().pk])
    assert answer.status_code == 422
    assert b"is shown no more" in answer.content
    assert not Survey.objects.exists()
