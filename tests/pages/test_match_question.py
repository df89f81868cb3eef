"""The question which camera on the map is meant: what it shows, what it keeps, what it leads to."""

import re
from uuid import uuid4

import pytest
from django.urls import reverse
from django.utils import timezone

from mapper.cameras.models import Camera
from mapper.pages.match_question import LETTER_APART_M, letter_places
from mapper.sightings.models import Sighting
from mapper.vocabulary import Kind, State
from tests.factories.cameras import HERE, make_camera, make_home_camera
from tests.factories.places import make_street
from tests.promises.plain_browser import PlainBrowser

pytestmark = pytest.mark.django_db

REPORT = "/report/"
LON, LAT = HERE


def answers(**changed):
    return {
        "token": f"{uuid4()}",
        "latitude": f"{LAT}",
        "longitude": f"{LON}",
        "observed_on": f"{timezone.now().date()}",
        "kind": "dome",
        "facing": ["N", "E"],
        "operator_type": "police",
        "operator_type_basis": "sign",
        **changed,
    }


@pytest.fixture
def browser():
    return PlainBrowser()


def fill_in(browser, **changed):
    browser.open(REPORT)
    browser.send(latitude=f"{LAT}", longitude=f"{LON}", kind="dome", **changed)
    return browser


def test_it_shows_each_candidate_with_its_reasons_and_where_it_is(client):
    make_street("Quay")
    near = make_camera(kind=Kind.DOME)
    gone = make_camera(LON, LAT + 0.00005, kind=Kind.UNKNOWN, state=State.GONE)
    answer = client.post(REPORT, answers())
    text = answer.content.decode()
    assert answer.status_code == 409
    assert "<h1>Is it one of these?</h1>" in text
    assert "Dome camera, Quay" in text
    assert "0 m apart, same kind" in text
    assert "6 m apart" in text
    assert "state--gone" in text
    assert "Your position is in the middle; cameras around it: A, B. Streets: Quay" in text
    assert text.index(f'value="{near.pk}"') < text.index(f'value="{gone.pk}"')
    for camera in (near, gone):
        assert f'href="{reverse("camera", args=[camera.pk])}"' in text
    assert Sighting.objects.count() == 0


def test_everything_typed_is_kept_as_text(client):
    make_camera()
    form = answers(facing_degrees="45", position="60.17, 24.94")
    text = client.post(REPORT, form).content.decode()
    kept = re.findall(r'<input type="hidden" name="(\w+)" value="([^"]*)">', text)
    for name, value in form.items():
        for one in value if isinstance(value, list) else [value]:
            assert (name, one) in kept


def test_yes_makes_it_a_sighting_of_that_camera_and_counts_once(browser):
    camera = make_camera(facings=[], voices=0)
    fill_in(browser, facing="N")
    for _ in range(2):
        browser.client.post(browser.page.action, browser.page.fields | {"camera": [camera.pk]})
    sighting = Sighting.objects.get()
    assert (sighting.camera, sighting.verdict) == (camera, "present")
    assert sighting.claims.filter(aspect="camera:direction", value="0").exists()
    assert Camera.objects.count() == 1


def test_no_logs_it_as_a_new_one_and_counts_once(browser):
    make_camera()
    fill_in(browser)
    question = browser.page
    for _ in range(2):
        browser.page = question
        browser.send(another="on")
        assert "It is on the map, unconfirmed" in browser.text
    assert Camera.objects.count() == 2
    assert Sighting.objects.count() == 1


def test_one_can_go_back_to_the_answers(browser):
    make_camera()
    fill_in(browser, facing="SW")
    browser.send(change="on")
    assert browser.answer.status_code == 200
    assert browser.page.fields["kind"] == ["dome"]
    assert browser.page.fields["facing"] == ["SW"]
    assert browser.page.fields["latitude"] == [f"{LAT}"]
    assert Sighting.objects.count() == 0


def test_a_camera_at_a_private_home_raises_no_question(client):
    make_home_camera()
    assert client.post(REPORT, answers()).status_code == 302


def test_a_known_camera_is_told_of_without_a_question(client):
    camera = make_camera()
    make_camera()
    assert client.post(REPORT, answers(camera=camera.pk)).status_code == 302


def test_letters_stand_apart():
    places = letter_places([(0, 0), (0, 0), (1, 1), (40, 40)])
    assert places[0] == (0, 0)
    assert places[3] == (40, 40)
    for number, (x, y) in enumerate(places):
        for left, top in places[:number]:
            assert (x - left) ** 2 + (y - top) ** 2 >= LETTER_APART_M**2


@pytest.mark.parametrize("cameras", [1, 100])
def test_the_question_costs_few_queries(client, cameras, django_assert_num_queries):
    for _ in range(cameras):
        make_camera()
    with django_assert_num_queries(8):
        assert client.post(REPORT, answers()).status_code == 409
