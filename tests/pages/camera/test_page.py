"""The page of one camera."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from mapper.cameras.models import EventKind
from mapper.settings import limits
from mapper.vocabulary import Basis, Kind, Level, State
from tests.factories.cameras import (
    HERE,
    SEEN_ON,
    make_camera,
    make_event,
    make_home_camera,
    make_record,
    make_source,
)
from tests.factories.places import make_building, make_place, make_street
from tests.factories.sightings import make_sighting

pytestmark = pytest.mark.django_db

LON, LAT = HERE


def page(client, camera, **query):
    answer = client.get(reverse("camera", args=[camera.pk]), query)
    assert answer.status_code == 200
    return answer.content.decode()


def test_it_says_what_is_believed_and_who_says_so(client):
    camera = make_camera(kind=Kind.DOME)
    make_sighting(camera, {"camera:type": ("dome", Basis.SAW)})
    make_street("Quay")
    text = page(client, camera)
    assert "<h1>Dome camera, Quay</h1>" in text
    assert "1 person saw it" in text
    assert "data-belief>1 person, last in September 2026</p>" in text
    assert "It becomes confirmed once" in text
    assert "Not known" in text
    assert "1 September 2026" in text


def test_it_leads_on(client):
    camera = make_camera()
    text = page(client, camera)
    for address in (
        "/#18/60.170000/24.940000",
        f"/cameras/{camera.pk}/",
        f"/api/cameras/{camera.pk}",
        f"/report/?camera={camera.pk}",
    ):
        assert f'href="{address}"' in text


def test_it_leads_to_the_places_it_is_in(client):
    city = make_place("Old & New", level=Level.CITY, slug="old-new")
    make_place("Downtown", slug="downtown", parent=city)
    links = '<a href="/places/downtown/">Downtown</a>, <a href="/places/old-new/">Old &amp; New</a>'
    assert f"In {links}</p>" in page(client, make_camera())


def test_without_boundaries_it_leads_to_no_place(client):
    assert 'href="/places/' not in page(client, make_camera()).replace('href="/places/"', "")


def test_a_record_of_openstreetmap_is_linked_and_its_tags_shown_as_they_came(client):
    camera = make_camera()
    make_record(camera, "node/123", tags={"fixme": "<b>look</b>", "man_made": "surveillance"})
    text = page(client, camera)
    link = '<a href="https://www.openstreetmap.org/node/123" rel="noopener noreferrer">'
    assert link in text
    assert "&lt;b&gt;look&lt;/b&gt;" in text
    assert "No longer in" not in text


def test_another_source_is_named_without_a_link(client):
    camera = make_camera()
    make_record(camera, "7", source=make_source("demo", title="Invented", kind="demo"))
    text = page(client, camera)
    assert "Invented: 7" in text
    assert 'href="https://www.openstreetmap.org' not in text


def test_a_record_that_went_missing_is_told(client):
    camera = make_camera()
    make_record(camera, missing_since=SEEN_ON)
    assert "No longer in OpenStreetMap since 1 September 2026." in page(client, camera)


def test_a_camera_not_seen_for_long_is_stale_as_of_today(client):
    day = timezone.now().date() - timedelta(days=limits.STALE_AFTER_DAYS + 1)
    camera = make_camera(state=State.CONFIRMED, last_seen_on=day)
    assert "state--stale" in page(client, camera)


def test_other_cameras_near_are_listed(client):
    near = make_camera(LON, LAT + 0.0002, kind=Kind.PANNING)
    text = page(client, make_camera())
    assert f'<a href="/cameras/{near.pk}/">Panning camera, 22 m away</a>' in text


def test_its_history_is_told_by_day(client):
    camera = make_camera()
    make_event(camera)
    make_event(camera, day=SEEN_ON + timedelta(days=3), what=EventKind.SIGHTED)
    text = page(client, camera)
    assert text.index("4 September 2026") < text.index("Logged, by a resident")
    assert text.count("<time") == 2


def test_a_long_history_is_told_page_by_page(client):
    camera = make_camera()
    for number in range(limits.HISTORY_EVENTS + 1):
        make_event(camera, day=SEEN_ON + timedelta(days=number))
    assert 'href="?history=2#history"' in page(client, camera)
    older = page(client, camera, history="2")
    assert 'href="?history=1#history"' in older
    assert "1 September 2026" in older
    assert "Nothing is on record as early as this" in page(client, camera, history="999999")


@pytest.mark.parametrize("asked", ["0", "-1", "x", "1e9", "99999999", "²"])
def test_a_page_of_the_history_that_makes_no_sense_is_the_first(client, asked):
    camera = make_camera()
    make_event(camera)
    assert "Logged, by a resident" in page(client, camera, history=asked)


def test_a_withdrawn_sighting_says_nothing(client):
    camera = make_camera(kind=Kind.DOME)
    make_sighting(camera, {"camera:type": ("dome", Basis.SAW)}, withdrawn_on=SEEN_ON)
    assert "1 person saw it" not in page(client, camera)


def test_a_private_home_an_unknown_number_and_an_absurd_one_are_the_same_404(client):
    home = make_home_camera()
    answers = [
        client.get(f"/cameras/{number}/")
        for number in (home.pk, home.pk + 1, 9_999_999_999_999_999_999_999)
    ]
    assert {answer.status_code for answer in answers} == {404}
    assert len({answer.content for answer in answers}) == 1


def test_the_page_can_only_be_read(client):
    assert client.post(reverse("camera", args=[make_camera().pk])).status_code == 405


@pytest.mark.parametrize("number", [1, 50])
def test_what_surrounds_a_camera_costs_no_queries(client, django_assert_num_queries, number):
    camera, city = make_camera(), make_place("City", level=Level.CITY)
    for step in range(number):
        make_camera(LON, LAT + 0.000001 * step)
        make_building()
        make_street(f"Street {step}")
        make_place(f"Ward {step}", parent=city)
        make_record(camera, f"node/{step}")
        make_event(camera, source=make_source())
        make_sighting(camera, {"camera:type": ("dome", Basis.SAW)})
    page(client, camera)  # SpatiaLite tells what it can do when it is asked first
    with django_assert_num_queries(13):
        page(client, camera)
