"""What became of a report, for whoever holds its receipt."""

from datetime import date

import pytest
from django.urls import reverse

from mapper.sightings.rules.receipts import receipt_for
from tests.factories.cameras import make_camera, make_home_camera
from tests.factories.sightings import make_sighting

pytestmark = pytest.mark.django_db


def page_after(client, camera, **fields):
    sighting = make_sighting(camera, **fields)
    answer = client.get(reverse("report-done", args=[receipt_for(sighting.pk)]))
    assert answer.status_code == 200
    assert "no-store" in answer["Cache-Control"]
    return answer.content.decode()


def test_a_new_camera_is_on_the_map_and_may_be_corrected(client):
    camera = make_camera()
    text = page_after(client, camera)
    assert "<h1>It is on the map, unconfirmed.</h1>" in text
    assert f"/report/?camera={camera.pk}" in text
    assert 'role="img"' in text


def test_a_camera_others_have_seen_is_told_of(client):
    camera = make_camera()
    make_sighting(camera)
    assert "<h1>What you saw is on record.</h1>" in page_after(client, camera)


def test_a_camera_at_a_private_home_is_counted_and_leads_nowhere(client):
    text = page_after(client, make_home_camera())
    assert "<h1>Thank you. It is counted.</h1>" in text
    assert "/cameras/1" not in text


def test_a_hidden_camera_is_not_told_of(client):
    camera = make_camera(hidden_on=date(2026, 11, 1))
    text = page_after(client, camera)
    assert "not shown on the map" in text
    assert f"/cameras/{camera.pk}/" not in text


def test_what_was_withdrawn_says_so(client):
    text = page_after(client, make_camera(), withdrawn_on=date(2026, 11, 1))
    assert "<h1>It is withdrawn.</h1>" in text


@pytest.mark.parametrize(
    "receipt", ["1", "1.x", receipt_for(987_654_321), receipt_for(1, "survey")]
)
def test_what_is_no_receipt_leads_nowhere(client, receipt):
    assert client.get(reverse("report-done", args=[receipt])).status_code == 404


@pytest.mark.parametrize(("sightings", "queries"), [(1, 7), (2, 6), (5, 6)])
def test_it_costs_few_queries_whatever_was_said(
    client, sightings, queries, django_assert_num_queries
):
    camera = make_camera()
    receipts = [receipt_for(make_sighting(camera).pk) for _ in range(sightings)]
    with django_assert_num_queries(queries):
        client.get(reverse("report-done", args=[receipts[0]]))
