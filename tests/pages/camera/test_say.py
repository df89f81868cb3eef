"""One tap on the page of a camera, without script."""

from uuid import uuid4

import pytest
from django.urls import reverse
from django.utils import timezone

from mapper.contributors.rules.senders import RefusedSenderError
from mapper.pages.camera import say as module
from mapper.sightings.models import Sighting
from mapper.sightings.rules.receipts import receipt_for
from mapper.vocabulary import Verdict
from tests.factories.cameras import make_camera, make_home_camera
from tests.factories.races import hidden_on_the_way
from tests.factories.sightings import make_sighting

pytestmark = pytest.mark.django_db


def say(client, number, verdict="present", token=None):
    sent = {"token": token or str(uuid4()), "verdict": verdict}
    return client.post(reverse("camera-say", args=[number]), sent)


@pytest.mark.parametrize("verdict", list(Verdict))
def test_a_tap_is_a_sighting_of_today_that_is_nobodys_in_particular(client, verdict):
    camera = make_camera()
    say(client, camera.pk, verdict)
    sighting = Sighting.objects.get()
    today = timezone.now().date()
    assert (sighting.camera, sighting.verdict) == (camera, verdict)
    assert (sighting.observed_on, sighting.received_on) == (today, today)
    assert sighting.contributor is None


def test_it_leads_back_to_the_page_with_thanks_and_a_way_to_undo(client):
    camera = make_camera()
    answer = say(client, camera.pk)
    receipt = receipt_for(Sighting.objects.get().pk)
    assert answer.url == f"/cameras/{camera.pk}/?said={receipt}"
    text = client.get(answer.url).content.decode()
    assert "Thank you. What you saw is on record." in text
    assert f'name="receipt" value="{receipt}"' in text


def test_nobody_is_thanked_for_what_is_withdrawn_elsewhere_or_nothing(client):
    camera = make_camera()
    withdrawn = make_sighting(camera, withdrawn_on=timezone.now().date())
    elsewhere = make_sighting(make_camera())
    for receipt in (receipt_for(withdrawn.pk), receipt_for(elsewhere.pk), "1.x", ""):
        text = client.get(f"/cameras/{camera.pk}/", {"said": receipt}).content.decode()
        assert "Thank you" not in text


def test_the_same_tap_sent_twice_counts_once(client):
    camera, token = make_camera(), str(uuid4())
    first, second = (say(client, camera.pk, token=token) for _ in range(2))
    assert first.url == second.url
    assert Sighting.objects.count() == 1


def test_what_cannot_be_read_is_said_and_stores_nothing(client):
    camera = make_camera()
    answer = say(client, camera.pk, verdict="maybe")
    assert answer.status_code == 422
    assert "nothing was stored" in answer.content.decode()
    assert not Sighting.objects.exists()


def test_whoever_may_not_speak_is_told_why(client, monkeypatch):
    def refuse(report, **_):
        raise RefusedSenderError("That is enough for today.", 429)

    monkeypatch.setattr("mapper.pages.camera.say.take_report", refuse)
    answer = say(client, make_camera().pk)
    assert answer.status_code == 429
    assert "That is enough for today." in answer.content.decode()


def test_a_private_home_a_hidden_camera_and_an_unknown_one_are_the_same_404(client):
    home, hidden = make_home_camera(), make_camera(hidden_on=timezone.now().date())
    answers = [say(client, number) for number in (home.pk, hidden.pk, 10**18, 10**25)]
    assert {answer.status_code for answer in answers} == {404}
    assert len({answer.content for answer in answers}) == 1
    assert not Sighting.objects.exists()


def test_a_camera_hidden_while_the_tap_was_on_its_way_is_unknown(client, monkeypatch):
    camera = make_camera()
    hidden_on_the_way(monkeypatch, module, "take_report")
    assert say(client, camera.pk).status_code == 404
    assert not Sighting.objects.exists()
