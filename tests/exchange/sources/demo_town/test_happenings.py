"""Tests of a history told day by day."""

from datetime import date, timedelta

from mapper.cameras.models import Camera, EventKind, Source
from mapper.exchange.sources.demo_town.happenings import belief_after, events_of, happenings_of
from mapper.exchange.sources.demo_town.histories import History, Listed, Look, Walker
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
    assert belief_after(found).state == State.CONFIRMED


def test_a_listed_camera_was_logged_by_the_list():
    history = History((Look(10, 0, Verdict.GONE),), Listed(900, 930, missing=45))
    found = happenings_of(history, COMPANY, TODAY)
    assert [(one.day, one.what, one.by) for one in found] == [
        (ago(900), EventKind.LOGGED, Role.IMPORTER),
        (ago(45), EventKind.MISSING, Role.IMPORTER),
        (ago(10), EventKind.SIGHTED, Role.RESIDENT),
    ]
    belief = belief_after(found)
    assert belief.state == State.GONE
    assert belief.last_seen_on == ago(930)


def test_a_change_of_belief_is_an_event_of_its_day():
    found = happenings_of(History((Look(30, 1), Look(10, 0))), COMPANY, TODAY)
    events = list(events_of(Camera(), found, Source()))
    assert [(event.day, event.what) for event in events] == [
        (ago(30), EventKind.LOGGED),
        (ago(10), EventKind.SIGHTED),
        (ago(10), EventKind.STATE),
    ]
    assert events[-1].details == {"from": "unconfirmed", "to": "confirmed"}
