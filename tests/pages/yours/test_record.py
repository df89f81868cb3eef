"""What her page tells of what she sent and of her standing."""

from datetime import timedelta

import pytest

from mapper.pages.yours.record import Forgetting, forgetting, record_of, standing_words
from mapper.settings import limits
from mapper.vocabulary import State
from tests.factories.cameras import SEEN_ON, make_camera
from tests.factories.places import make_street
from tests.factories.sightings import make_contributor, make_sighting

pytestmark = pytest.mark.django_db

TODAY = SEEN_ON + timedelta(days=3)


def test_cameras_are_named_by_their_streets_where_there_are_any():
    contributor = make_contributor()
    make_street("Quay")
    near, far = make_camera(), make_camera(25.5)
    for camera in (near, far):
        make_sighting(camera, contributor=contributor)
    rows = record_of(contributor, TODAY).rows
    assert [row.title for row in rows] == [f"Fixed camera {far.pk}", "Fixed camera, Quay"]
    assert rows[0].state == State.UNCONFIRMED


def test_a_hidden_camera_is_named_no_more():
    contributor = make_contributor()
    make_sighting(make_camera(hidden_on=SEEN_ON), contributor=contributor)
    [row] = record_of(contributor, TODAY).rows
    assert (row.camera, row.state, row.title) == (None, None, "A camera that is not shown")


def test_only_the_newest_are_told(monkeypatch):
    monkeypatch.setattr(limits, "YOURS_ROWS", 2)
    contributor = make_contributor()
    sent = [make_sighting(make_camera(), contributor=contributor) for _ in range(3)]
    record = record_of(contributor, TODAY)
    assert record.is_cut_short
    assert [row.sighting for row in record.rows] == [sent[2], sent[1]]


def test_what_she_may_still_send_today():
    contributor = make_contributor(first_seen_on=TODAY, used_on=TODAY, used=4)
    assert record_of(contributor, TODAY).left == limits.ALLOWANCE_NEW_KEY - 4
    contributor.blocked_on = TODAY
    assert record_of(contributor, TODAY).left == 0


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        ({}, "0 of your first reports were confirmed by others; 5 are needed for standing."),
        ({"blocked_on": TODAY}, "A moderator has stopped this key"),
        ({"has_standing": True}, "can confirm a camera."),
        ({"has_standing": True, "standing_until": TODAY}, "it fades on 4 September 2026."),
    ],
)
def test_where_she_stands_is_told_in_words(fields, said):
    assert said in standing_words(make_contributor(**fields), TODAY)


def test_one_report_is_one():
    contributor = make_contributor()
    camera = make_camera(state=State.CONFIRMED)
    make_sighting(camera, contributor=contributor)
    make_sighting(camera, contributor=make_contributor(has_standing=True))
    assert standing_words(contributor, TODAY).startswith("1 of your first reports was confirmed")


def test_what_forgetting_does_is_counted_first():
    contributor = make_contributor()
    shared = make_camera()
    make_sighting(make_camera(), contributor=contributor)
    make_sighting(make_camera(), contributor=contributor, withdrawn_on=SEEN_ON)
    for camera in (shared, shared):
        make_sighting(camera, contributor=contributor)
    make_sighting(shared)
    assert forgetting(contributor) == Forgetting(taken_back=1, severed=2, surveys=0)
