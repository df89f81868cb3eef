"""Events are worked in once, also those that commit late."""

from collections.abc import Callable
from datetime import timedelta
from importlib import import_module

import pytest
from django.apps import apps

from mapper.cameras.models import Camera, Event, EventKind
from mapper.coverage.models import CoverageCell, Followed
from mapper.coverage.services.follow_events import (
    DUE,
    follow_events,
    mark_due,
    passed_over,
    skip_events,
)
from mapper.geometry.cells import cell_of
from mapper.settings import limits
from mapper.vocabulary import Role
from tests.factories.cameras import HERE, SEEN_ON, make_camera, make_event, make_record

pytestmark = pytest.mark.django_db

CELL = cell_of(*HERE, 16)
DAY = SEEN_ON.toordinal()


def computed(cell: int = CELL) -> None:
    """A cell that was computed from something."""
    CoverageCell.objects.update_or_create(
        cell=cell,
        defaults={"computed_on": SEEN_ON, "inputs": "some", "streets": b"", "stretches": b""}
        | {"cameras": b"", "sensitive": b""},
    )


def is_due() -> bool:
    return CoverageCell.objects.get(cell=CELL).inputs == DUE


@pytest.mark.parametrize("told", [make_event, make_record])
def test_what_happened_or_is_listed_makes_the_cells_of_its_camera_due_once(
    told: Callable[[Camera], object],
) -> None:
    computed()
    told(make_camera())
    assert follow_events(today=SEEN_ON) == 1
    assert is_due()
    computed()
    assert follow_events(today=SEEN_ON) == 0
    assert not is_due()


def test_where_nothing_was_computed_all_events_are_behind_us() -> None:
    make_event(make_camera())
    assert follow_events(today=SEEN_ON) == 0
    computed()
    assert follow_events(today=SEEN_ON) == 0


def test_an_event_that_commits_after_a_later_one_is_seen() -> None:
    computed()
    camera = make_camera()
    first = make_event(camera)
    Event.objects.create(
        pk=first.pk + 5, camera=make_camera(0.0, 0.0), day=SEEN_ON, what="logged", by=Role.RESIDENT
    )
    follow_events(today=SEEN_ON)
    computed()
    Event.objects.create(
        pk=first.pk + 2, camera=camera, day=SEEN_ON, what=EventKind.CHANGED, by=Role.RESIDENT
    )
    assert follow_events(today=SEEN_ON) == 1
    assert is_due()
    gaps = Followed.objects.get(stream="cameras").passed_over
    assert [first.pk + 1, first.pk + 1, DAY] in gaps
    assert [first.pk + 3, first.pk + 4, DAY] in gaps


def test_many_events_are_worked_in_by_and_by(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "FOLLOW_EVENTS", 2)
    computed()
    camera = make_camera()
    for _ in range(3):
        make_event(camera)
    assert [follow_events(today=SEEN_ON) for _ in range(3)] == [2, 1, 0]


def test_numbers_passed_over_are_waited_for_and_given_up() -> None:
    today = SEEN_ON
    assert passed_over([], 0, [1, 2, 4], today) == [[3, 3, DAY]]
    assert passed_over([[3, 3, DAY]], 4, [3, 6], today) == [[5, 5, DAY]]
    assert passed_over([[2, 9, DAY - 1]], 10, [4], today) == [[2, 3, DAY - 1], [5, 9, DAY - 1]]
    later = today + timedelta(days=limits.LATE_EVENT_DAYS + 1)
    assert passed_over([[3, 3, DAY]], 4, [5], later) == []


def test_a_day_is_followed_once() -> None:
    computed()
    make_camera()
    grown = SEEN_ON + timedelta(days=limits.STALE_AFTER_DAYS + 1)
    skip_events(today=SEEN_ON)
    follow_events(today=grown)
    assert is_due()
    computed()
    follow_events(today=grown)
    assert not is_due()


def test_a_cell_that_was_never_computed_stays_so() -> None:
    computed()
    mark_due(cells=[CELL, 1])
    assert CoverageCell.objects.count() == 1
    assert is_due()


def test_a_cell_that_was_empty_begins_with_its_first_camera_beside_others() -> None:
    mark_due(cells=[CELL], own=[CELL])
    assert CoverageCell.objects.count() == 0
    computed()
    mark_due(cells=[CELL, CELL + 1, CELL + 2], own=[CELL + 1])
    assert sorted(CoverageCell.objects.values_list("cell", flat=True)) == [CELL, CELL + 1]


def test_what_another_follower_took_meanwhile_is_not_taken_again(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    computed()
    monkeypatch.setattr("mapper.coverage.services.follow_events._is_behind", lambda *_: True)
    assert follow_events(today=SEEN_ON) == 0


def begin_with_records() -> None:
    """What the migration does that has records followed instead of events that repeat them."""
    import_module("mapper.coverage.migrations.0004_follow_records").begin(apps, None)


def listed_with_event() -> tuple[int, int]:
    """A listed camera with the event that once told so; gives the numbers of record and event."""
    record = make_record(make_camera(), f"node/{Event.objects.count()}")
    return record.pk, make_event(record.camera, by=Role.IMPORTER, source=record.source).pk


def test_records_are_followed_from_where_the_events_had_come_to() -> None:
    computed()
    listed_with_event()
    follow_events(today=SEEN_ON)
    Followed.objects.filter(stream="records").delete()
    unread, _ = listed_with_event()
    begin_with_records()
    assert Followed.objects.get(stream="records").last_event == unread - 1


def test_where_all_events_were_read_all_records_are_behind_us() -> None:
    computed()
    record, _ = listed_with_event()
    follow_events(today=SEEN_ON)
    Followed.objects.filter(stream="records").delete()
    begin_with_records()
    assert Followed.objects.get(stream="records").last_event == record


def test_an_event_that_may_still_come_has_its_record_followed() -> None:
    record, event = listed_with_event()
    Followed.objects.create(
        stream="cameras", last_event=event + 1, passed_over=[[event, event, DAY]]
    )
    begin_with_records()
    assert Followed.objects.get(stream="records").last_event == record - 1


def test_where_nothing_was_followed_records_are_not_either() -> None:
    listed_with_event()
    begin_with_records()
    assert not Followed.objects.exists()
