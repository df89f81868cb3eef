"""Asking for a camera's removal: no account, hidden at once, and a page to come back to."""

from uuid import uuid4

import pytest
from django.urls import reverse

from mapper.cameras.models import Camera
from mapper.contributors.memory.addresses import address_memory
from mapper.moderation.models import Act, ActKind, Takedown, TakedownState
from mapper.settings import limits
from mapper.sightings.rules.receipts import receipt_for
from tests.factories.cameras import SEEN_ON, make_camera, make_home_camera
from tests.factories.moderation import make_act, make_takedown

pytestmark = pytest.mark.django_db

ADDRESS = reverse("takedown")


@pytest.fixture(autouse=True)
def fresh_memory():
    """Let each test begin with nothing sent today."""
    address_memory().forget()


def plea(camera, **changed):
    return {"token": uuid4(), "camera": camera.pk, "reason": "danger", **changed}


def status_of(takedown):
    return reverse("takedown-status", args=[receipt_for(takedown.pk, "takedown")])


def test_the_form_names_the_camera_it_is_about(client):
    camera = make_camera()
    text = client.get(ADDRESS, {"camera": camera.pk}).content.decode()
    assert f"camera {camera.pk}" in text
    assert f'name="camera" value="{camera.pk}"' in text


def test_without_a_camera_it_asks_for_its_number(client):
    assert "Number of the camera" in client.get(ADDRESS).content.decode()


@pytest.mark.parametrize("number", ["x", "", "-1", "²", "99999999999999999999999", "12345"])
def test_a_camera_that_does_not_exist_cannot_be_asked_about(client, number):
    assert client.get(ADDRESS, {"camera": number}).status_code == 404


def test_sent_it_hides_the_camera_and_leads_to_a_page_of_its_own(client):
    camera = make_camera()
    answer = client.post(ADDRESS, plea(camera, explanation="A shelter."))
    takedown = Takedown.objects.get()
    assert answer["Location"] == status_of(takedown)
    assert not Camera.objects.public().exists()
    text = client.get(answer["Location"]).content.decode()
    assert "It is hidden" in text
    assert "A shelter." not in text


def test_the_same_form_twice_is_one_takedown(client):
    form = plea(make_camera())
    first, second = client.post(ADDRESS, form), client.post(ADDRESS, form)
    assert first["Location"] == second["Location"]
    assert Takedown.objects.count() == 1


def test_without_a_reason_nothing_happens_and_nothing_typed_is_lost(client):
    camera = make_camera()
    answer = client.post(ADDRESS, plea(camera, reason="", explanation="A shelter."))
    text = answer.content.decode()
    assert answer.status_code == 422
    assert "Say why it should go." in text
    assert "A shelter." in text
    assert f"camera {camera.pk}" in text
    assert Camera.objects.public().exists()


@pytest.mark.parametrize("make", [make_home_camera, lambda: make_camera(hidden_on=SEEN_ON)])
def test_what_is_not_public_cannot_be_asked_about(client, make):
    camera = make()
    assert client.get(ADDRESS, {"camera": camera.pk}).status_code == 404
    answer = client.post(ADDRESS, plea(camera))
    assert answer.status_code == 422
    assert "There is no such camera." in answer.content.decode()
    assert not Act.objects.exists()


def test_through_one_address_so_many_are_taken_in_a_day(client):
    cameras = [make_camera() for _ in range(limits.TAKEDOWNS_PER_ADDRESS + 1)]
    statuses = [client.post(ADDRESS, plea(camera)).status_code for camera in cameras]
    assert statuses == [302] * limits.TAKEDOWNS_PER_ADDRESS + [429]
    assert list(Camera.objects.public()) == [cameras[-1]]


def test_what_was_kept_lately_stays_shown_and_the_page_says_so(client):
    camera = make_camera()
    make_act(ActKind.SHOWN, camera=camera, day=SEEN_ON.replace(year=2100))
    answer = client.post(ADDRESS, plea(camera))
    assert "is still shown" in client.get(answer["Location"]).content.decode()


@pytest.mark.parametrize(
    ("state", "hidden_on", "words"),
    [
        (TakedownState.TAKEN_DOWN, SEEN_ON, "stays hidden for ever"),
        (TakedownState.KEPT, None, "is shown on the map"),
        (TakedownState.KEPT, SEEN_ON, "may be shown"),
    ],
)
def test_the_decision_and_its_reason_stand_on_the_page(client, state, hidden_on, words):
    takedown = make_takedown(
        make_camera(hidden_on=hidden_on), state=state, judged_on=SEEN_ON, answer="Seen on site."
    )
    text = client.get(status_of(takedown)).content.decode()
    assert words in text
    assert "Seen on site." in text


@pytest.mark.parametrize("receipt", ["x", "1", "1.x", receipt_for(1, "sighting")])
def test_without_its_receipt_nobody_reads_a_takedown(client, receipt):
    make_takedown(make_camera(), pk=1)
    assert client.get(reverse("takedown-status", args=[receipt])).status_code == 404


def test_what_it_costs(client, django_assert_num_queries):
    camera = make_camera()
    with django_assert_num_queries(2):
        client.get(ADDRESS, {"camera": camera.pk})
    with django_assert_num_queries(13):
        answer = client.post(ADDRESS, plea(camera))
    with django_assert_num_queries(1):
        client.get(answer["Location"])
