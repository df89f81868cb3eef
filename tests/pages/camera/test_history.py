"""What happened to a camera, in words."""

from datetime import timedelta

import pytest

from mapper.cameras.models import EventKind
from mapper.pages.camera.history import event_words, history_of
from mapper.settings import limits
from mapper.vocabulary import Role
from tests.factories.cameras import SEEN_ON, make_camera, make_event, make_record, make_source

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
    history = history_of(camera, [])
    assert [day for day, _ in history.days] == [SEEN_ON + timedelta(days=1), SEEN_ON]
    assert [len(happenings) for _, happenings in history.days] == [2, 1]
    assert (history.newer, history.older) == (0, 0)


def test_a_long_history_is_whole_page_by_page(django_assert_num_queries):
    camera = make_camera()
    for number in range(limits.HISTORY_EVENTS + 1):
        make_event(camera, day=SEEN_ON + timedelta(days=number))
    with django_assert_num_queries(2):
        first, second = history_of(camera, []), history_of(camera, [], 2)
    assert (first.newer, first.older, second.newer, second.older) == (0, 2, 1, 0)
    assert len(first.days) == limits.HISTORY_EVENTS
    assert [day for day, _ in second.days] == [SEEN_ON]


def listed(day):
    """A record that says since when a source has listed a camera."""
    return make_record(make_camera(), f"node/{day}", first_vintage_on=day, last_vintage_on=day)


def test_a_camera_of_a_list_begins_with_being_listed():
    record = listed(SEEN_ON)
    assert history_of(record.camera, [record]).days == [(SEEN_ON, ["Listed in OpenStreetMap"])]
    assert history_of(record.camera, [record], 2).days == []


def test_being_listed_comes_before_whatever_else_happened_that_day():
    record = listed(SEEN_ON)
    make_event(record.camera, what=EventKind.SIGHTED)
    [(_, happenings)] = history_of(record.camera, [record]).days
    assert happenings == ["Seen again, says a resident", "Listed in OpenStreetMap"]


@pytest.mark.parametrize("ago", range(-1, 5))
def test_whenever_it_was_listed_it_stands_once_in_a_long_history(monkeypatch, ago):
    monkeypatch.setattr(limits, "HISTORY_EVENTS", 4)
    camera = make_camera()
    days = [SEEN_ON + timedelta(days=number // 3) for number in range(12)]
    for day in days:
        make_event(camera, day=day)
    record = listed(days[-1] - timedelta(days=ago))
    told = [
        (day, words)
        for page in range(1, 5)
        for day, happenings in history_of(camera, [record], page).days
        for words in happenings
    ]
    assert len(told) == len(days) + 1
    at = told.index((record.first_vintage_on, "Listed in OpenStreetMap"))
    assert all(day >= record.first_vintage_on for day, _ in told[:at])
    assert all(day < record.first_vintage_on for day, _ in told[at + 1 :])
