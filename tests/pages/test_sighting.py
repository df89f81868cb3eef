"""The plain form in use: logging a camera, telling of a known one, and what is refused."""

import re
from datetime import timedelta
from pathlib import Path
from uuid import uuid4

import pytest
from django.urls import reverse
from django.utils import timezone

from mapper.cameras.models import Camera, Event
from mapper.pages import sighting as module
from mapper.pages.sighting import MODULES
from mapper.sightings.models import Sighting
from mapper.sightings.rules.receipts import receipt_for
from mapper.vocabulary import Kind
from tests.factories.cameras import make_camera, make_home_camera, make_record
from tests.factories.races import hidden_on_the_way

pytestmark = pytest.mark.django_db

REPORT = "/report/"


def answers(**changed):
    return {
        "token": f"{uuid4()}",
        "latitude": "47.01",
        "longitude": "-28.02",
        "observed_on": f"{timezone.now().date()}",
        **changed,
    }


def receipt():
    return receipt_for(Sighting.objects.get().pk)


def test_a_report_puts_an_unconfirmed_camera_on_the_map(client):
    answer = client.post(REPORT, answers(kind="dome", facing=["N"], mount="wall"))
    camera = Camera.objects.get()
    assert answer.status_code == 302
    assert answer["Location"] == reverse("report-done", args=[receipt()])
    assert (camera.kind, camera.mount, camera.state) == ("dome", "wall", "unconfirmed")
    assert camera.facings == [{"bearing": 0.0, "opening": None}]
    assert "unconfirmed" in client.get(answer["Location"]).content.decode()


def test_sent_twice_it_counts_once_and_leads_to_the_same_place(client):
    form = answers(kind="dome")
    first, second = client.post(REPORT, form), client.post(REPORT, form)
    assert first["Location"] == second["Location"]
    assert Camera.objects.count() == Sighting.objects.count() == 1


def test_changed_after_going_back_it_is_another_report(client):
    form = answers()
    client.post(REPORT, form)
    client.post(REPORT, {**form, "latitude": "47.02"})
    assert Camera.objects.count() == 2


def test_a_camera_at_a_private_home_is_thanked_for_and_has_no_page(client):
    answer = client.post(REPORT, answers(operator_type="private_home"))
    camera = Camera.objects.get()
    assert answer["Location"] == reverse("report-done", args=[receipt()])
    assert camera.home_cell is not None
    assert "only how many" in client.get(answer["Location"]).content.decode()
    assert client.get(reverse("camera", args=[camera.pk])).status_code == 404


def test_nothing_is_stored_and_nothing_typed_is_lost_when_an_answer_is_unfit(client):
    form = answers(
        latitude="120", longitude="47", kind="panning", facing=["NE"], facing_degrees="about 30"
    )
    answer = client.post(REPORT, form)
    text = answer.content.decode()
    assert answer.status_code == 422
    assert Camera.objects.count() == 0
    assert 'href="#id_latitude"' in text
    assert 'href="#id_facing_degrees"' in text
    for typed in ('value="120"', 'value="about 30"', f'value="{form["token"]}"'):
        assert typed in text
    for chosen in ("panning", "NE"):
        assert f'value="{chosen}"' in text
    assert text.count("checked") >= 2


def test_a_form_without_a_good_token_gets_one_and_is_asked_for_again(client):
    answer = client.post(REPORT, answers(token="x"))
    assert answer.status_code == 422
    assert 'name="token" value="x"' not in answer.content.decode()
    assert Camera.objects.count() == 0


def test_a_position_in_the_address_stands_in_the_form(client):
    text = client.get(REPORT, {"lat": "47.01", "lon": "-28.02"}).content.decode()
    assert 'value="47.01"' in text
    assert 'value="-28.02"' in text


def test_script_in_the_address_stays_text(client):
    text = client.get(REPORT, {"lat": '"><script>alert(1)</script>'}).content.decode()
    assert "<script>alert" not in text


def test_a_known_camera_can_be_told_of(client):
    seen_on = timezone.now().date() - timedelta(days=30)
    camera = make_camera(first_seen_on=seen_on, last_seen_on=seen_on)
    make_record(camera)
    page = client.get(REPORT, {"camera": camera.pk}).content.decode()
    assert f"camera {camera.pk}" in page
    assert 'name="latitude"' not in page

    sent = answers(camera=camera.pk, latitude="", longitude="", verdict="changed", kind="dome")
    answer = client.post(REPORT, sent)
    assert answer["Location"] == reverse("report-done", args=[receipt()])
    sighting = Sighting.objects.get()
    assert (sighting.camera, sighting.verdict) == (camera, "changed")
    told = {"sighting": sighting.pk, "verdict": "changed"}
    assert Event.objects.get(camera=camera).details.items() >= told.items()
    assert "on record" in client.get(answer["Location"]).content.decode()


def test_what_nobody_knew_of_a_camera_is_known_from_then_on(client):
    camera = make_camera(kind=Kind.UNKNOWN)
    client.post(REPORT, answers(camera=camera.pk, kind="dome", facing=["N"]))
    text = client.get(reverse("camera", args=[camera.pk])).content.decode()
    assert "<h1>Dome camera</h1>" in text
    assert "North (0°)" in text
    assert "says a resident; what is believed of facing, kind" in text


def test_what_is_wrong_about_a_known_camera_is_said_on_its_form(client):
    camera = make_camera()
    answer = client.post(REPORT, answers(camera=camera.pk, kind="balloon"))
    assert answer.status_code == 422
    assert f'name="camera" value="{camera.pk}"' in answer.content.decode()


@pytest.mark.parametrize("number", ["x", "-1", "²", "99999999999999999999999", "12345"])
def test_a_camera_that_does_not_exist_cannot_be_told_of(client, number):
    assert client.get(REPORT, {"camera": number}).status_code == 404


def test_a_camera_at_a_private_home_cannot_be_told_of(client):
    home = make_home_camera()
    assert client.get(REPORT, {"camera": home.pk}).status_code == 404
    assert client.post(REPORT, answers(camera=home.pk)).status_code == 422
    assert Sighting.objects.count() == 0


def test_the_form_and_the_thanks_take_no_other_methods(client):
    assert client.put(REPORT).status_code == 405
    assert client.post(reverse("report-done", args=[receipt_for(1)])).status_code == 405


def test_the_form_costs_few_queries(client, django_assert_max_num_queries):
    with django_assert_max_num_queries(3):
        client.get(REPORT)


def test_the_page_names_every_module_its_map_imports():
    folder = Path(__file__).parents[2] / "mapper/static/mapper/js"
    found, wanted = set(), ["report-steps"]
    while wanted:
        source = (folder / f"{wanted.pop()}.js").read_text()
        near = set(re.findall(r'(?:from|import) "\./([\w-]+)\.js"', source)) - found
        found |= near
        wanted.extend(near)
    assert found == set(MODULES)


def test_a_camera_hidden_while_the_form_was_on_its_way_is_refused(client, monkeypatch):
    hidden_on_the_way(monkeypatch, module, "take_report")
    answer = client.post(REPORT, answers(camera=make_camera().pk))
    assert answer.status_code == 422
    assert b"There is no such camera." in answer.content
    assert not Sighting.objects.exists()
