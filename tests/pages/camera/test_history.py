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
        ("state", {"state": ["unconfirmed", "gone"]}, "Weighed anew; now gone"),
        ("state", {"rebuilt": ["kind"], "aspects": ["kind"]},
         "Worked out anew; what is believed of kind changed"),
        ("state", {"aspects": ["kind"]}, "Weighed anew; what is believed of kind changed"),
        ("sighted", {}, "Seen again, says a resident"),
        ("sighted", {"verdict": "present"}, "Still there, says a resident"),
        ("sighted", {"verdict": "changed"}, "There, but changed, says a resident"),
        ("sighted", {"verdict": "gone"}, "Gone, says a resident"),
        ("sighted", {"verdict": "present", "state": ["unconfirmed", "confirmed"]},
         "Still there, says a resident; now confirmed"),
        ("sighted", {"verdict": "changed", "aspects": ["facings", "kind", "location"]},
         ("There, but changed, says a resident;"
          " what is believed of facing, kind and position changed")),
        ("withdrawn", {"sighting": 7, "state": ["confirmed", "unconfirmed"]},
         "A sighting was withdrawn, by a resident; now unconfirmed"),
        ("hidden", {"withdrawn": True}, "Hidden, by a resident"),
        ("moved", {"metres": 12.5}, "Moved by 12.5 m, by a resident"),
        ("changed", {"before": {"height": "3", "camera:type": None}},
         "Changed: camera:type, height, by a resident"),
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
    history = history_of(camera)
    assert [day for day, _ in history.days] == [SEEN_ON + timedelta(days=1), SEEN_ON]
    assert [len(happenings) for _, happenings in history.days] == [2, 1]
    assert (history.newer, history.older) == (0, 0)


def test_a_long_history_is_whole_page_by_page(django_assert_num_queries):
    camera = make_camera()
    for number in range(limits.HISTORY_EVENTS + 1):
        make_event(camera, day=SEEN_ON + timedelta(days=number))
    with django_assert_num_queries(2):
        first, second = history_of(camera), history_of(camera, 2)
    assert (first.newer, first.older, second.newer, second.older) == (0, 2, 1, 0)
    assert len(first.days) == limits.HISTORY_EVENTS
    assert [day for day, _ in second.days] == [SEEN_ON]
