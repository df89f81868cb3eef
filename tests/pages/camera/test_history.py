"""What happened to a camera, in words."""

from datetime import timedelta

import pytest

from mapper.cameras.models import EventKind
from mapper.pages.camera.history import event_words, history_of
from mapper.settings import limits
from mapper.vocabulary import Role
from tests.factories.cameras import SEEN_ON, make_camera, make_event, make_source

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("what", "details", "words"),
    [
        ("logged", {}, "Logged, by a resident"),
        ("state", {"from": "unconfirmed", "to": "gone"}, "State changed from unconfirmed to gone"),
        ("state", {}, "State changed"),
        ("sighted", {"verdict": "present"}, "Seen again, by a resident"),
        ("sighted", {"verdict": "changed"}, "Reported: there, but changed, by a resident"),
        ("sighted", {"verdict": "gone"}, "Reported: gone, by a resident"),
        ("moved", {"metres": 12.5}, "Moved by 12.5 m, by a resident"),
        ("changed", {"before": {"height": "3", "camera:type": None}},
         "Changed: camera:type, height, by a resident"),
        ("changed", {"learnt": ["facings", "kind"]}, "Newly known: faces, kind, by a resident"),
        ("changed", {}, "Changed, by a resident"),
    ],
)  # fmt: skip
def test_every_event_has_its_words(what, details, words):
    assert event_words(make_event(make_camera(), what=what, details=details)) == words


def test_a_source_is_named_rather_than_the_role():
    event = make_event(
        make_camera(), what=EventKind.MISSING, by=Role.IMPORTER, source=make_source()
    )
    assert event_words(event) == "No longer in the source (OpenStreetMap)"


def test_days_come_newest_first_and_hold_all_their_events():
    camera = make_camera()
    for day in (SEEN_ON, SEEN_ON + timedelta(days=1), SEEN_ON + timedelta(days=1)):
        make_event(camera, day=day)
    days = list(history_of(camera))
    assert [day for day, _ in days] == [SEEN_ON + timedelta(days=1), SEEN_ON]
    assert [len(happenings) for _, happenings in days] == [2, 1]


def test_a_long_history_is_cut_where_it_is_oldest():
    camera = make_camera()
    for number in range(limits.HISTORY_EVENTS + 1):
        make_event(camera, day=SEEN_ON + timedelta(days=number))
    days = [day for day, _ in history_of(camera)]
    assert len(days) == limits.HISTORY_EVENTS
    assert SEEN_ON not in days
