"""What people wrote of a camera, once somebody released it."""

from datetime import timedelta

import pytest

from mapper.pages.camera.notes import notes_about
from mapper.sightings.models import HeldState, HeldText
from tests.factories.cameras import SEEN_ON, make_camera
from tests.factories.sightings import make_sighting

pytestmark = pytest.mark.django_db


def make_text(text, camera, state=HeldState.RELEASED, aspect="note", **fields):
    judged_on = None if state == HeldState.HELD else SEEN_ON
    return HeldText.objects.create(
        sighting=make_sighting(camera, **fields),
        aspect=aspect,
        text=text,
        state=state,
        received_on=SEEN_ON,
        judged_on=judged_on,
    )


def test_released_notes_are_told_the_newest_first(django_assert_num_queries):
    camera, later = make_camera(), SEEN_ON + timedelta(days=1)
    older = make_text("hangs low", camera)
    newer = make_text("turned round", camera, observed_on=later, received_on=later)
    with django_assert_num_queries(1):
        notes = list(notes_about(camera))
        assert [note.sighting.observed_on for note in notes] == [later, SEEN_ON]
    assert notes == [newer, older]


def test_what_is_held_refused_withdrawn_elsewhere_or_no_note_is_not_told():
    camera = make_camera()
    make_text("held", camera, HeldState.HELD)
    make_text("refused", camera, HeldState.REFUSED)
    make_text("withdrawn", camera, withdrawn_on=SEEN_ON)
    make_text("an operator", camera, aspect="operator")
    make_text("elsewhere", make_camera())
    assert not list(notes_about(camera))


def test_the_page_shows_a_note_as_plain_text_with_its_month(client):
    camera = make_camera()
    make_text("see https://elsewhere.example/<b>", camera)
    text = client.get(f"/cameras/{camera.pk}/").content.decode()
    assert "see https://elsewhere.example/&lt;b&gt;" in text
    assert "September 2026" in text
    assert 'href="https://elsewhere.example' not in text
