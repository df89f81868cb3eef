"""Taking a sighting back by its receipt."""

import pytest
from django.urls import reverse
from django.utils import timezone

from mapper.cameras.models import Event, EventKind
from mapper.sightings.rules.receipts import receipt_for
from mapper.vocabulary import Role
from tests.factories.cameras import make_camera, make_record
from tests.factories.sightings import make_sighting

pytestmark = pytest.mark.django_db


def withdraw(client, receipt):
    return client.post(reverse("sighting-withdraw"), {"receipt": receipt})


def test_whoever_holds_the_receipt_takes_it_back_and_twice_is_once(client):
    camera = make_camera()
    make_record(camera)
    sighting = make_sighting(camera)
    for _ in range(2):
        text = withdraw(client, receipt_for(sighting.pk)).content.decode()
        assert "Taken back" in text
        assert f'href="/cameras/{camera.pk}/"' in text
    sighting.refresh_from_db()
    assert sighting.withdrawn_on == timezone.now().date()
    event = Event.objects.get(what=EventKind.WITHDRAWN)
    assert event.by == Role.RESIDENT


def test_a_camera_that_left_the_map_is_not_linked(client):
    camera = make_camera()
    text = withdraw(client, receipt_for(make_sighting(camera).pk)).content.decode()
    assert "has left the map" in text
    assert f"/cameras/{camera.pk}/" not in text


@pytest.mark.parametrize("receipt", ["", "1", "1.wrong", receipt_for(1, "survey")])
def test_what_is_no_receipt_of_a_sighting_is_unknown(client, receipt):
    make_sighting(make_camera(), pk=1)
    assert withdraw(client, receipt).status_code == 404


def test_a_receipt_of_what_no_longer_exists_is_unknown(client):
    assert withdraw(client, receipt_for(1)).status_code == 404
