"""Tests of a history told day by day."""

from datetime import date, timedelta

from mapper.cameras.models import Camera, EventKind, Source
from mapper.exchange.sources.demo_town.happenings import events_of, happenings_of, presence_after
from mapper.exchange.sources.demo_town.histories import History, Listed, Look, Walker
from mapper.sightings.models import Sighting
from mapper.vocabulary import Role, State, Verdict

TODAY = date(2026, 6, 1)
COMPANY = [Walker("demo-one", has_standing=True), Walker("demo-two", has_standing=False)]


def ago(days: int) -> date:
    return TODAY - timedelta(days=days)


def test_a_camera_somebody_logged_was_logged_by_a_resident():
    history = History((Look(30, 1), Look(10, 0)))
    found = happenings_of(history, COMPANY, TODAY)
    assert [(one.day, one.what, one.by) for one in found] == [
        (ago(30), EventKind.LOGGED, Role.RESIDENT),
        (ago(10), EventKind.SIGHTED, Role.RESIDENT),
    ]
    assert presence_after(found).state == State.CONFIRMED


def test_a_listed_camera_was_logged_by_the_list():
    history = History((Look(10, 0, Verdict.GONE),), Listed(900, 930, missing=45))
    found = happenings_of(history, COMPANY, TODAY)
    assert [(one.day, one.what, one.by) for one in found] == [
        (ago(900), EventKind.LOGGED, Role.IMPORTER),
        (ago(45), EventKind.MISSING, Role.IMPORTER),
        (ago(10), EventKind.SIGHTED, Role.RESIDENT),
    ]
    presence = presence_after(found)
    assert presence.state == State.GONE
    assert presence.last_seen_on == ago(930)


def told(history):
    found = happenings_of(history, COMPANY, TODAY)
    sightings = {one: Sighting(pk=7, verdict=one.look.verdict) for one in found if one.look}
    events = events_of(Camera(), found, Source(), sightings)
    return [(event.day, event.what, event.details) for event in events]


def test_what_somebody_changed_is_told_in_her_own_event():
    assert told(History((Look(30, 1), Look(10, 0)))) == [
        (ago(30), EventKind.LOGGED, {"sighting": 7, "verdict": "present"}),
        (
            ago(10),
            EventKind.SIGHTED,
            {"sighting": 7, "verdict": "present", "state": ["unconfirmed", "confirmed"]},
        ),
    ]


def test_what_a_list_changed_is_an_event_of_its_day():
    history = History((Look(60, 0, Verdict.GONE),), Listed(900, 930, missing=45))
    assert told(history)[1:] == [
        (ago(45), EventKind.MISSING, {}),
        (ago(45), EventKind.STATE, {"state": ["disputed", "gone"]}),
    ]
