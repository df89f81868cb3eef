"""Working events into the figures: first the cells they concern are due, then they are computed."""

from collections.abc import Callable, Collection
from datetime import date, timedelta
from typing import NamedTuple

import numpy as np
from django.db import transaction
from django.db.models import Max, Model, Q, QuerySet

from mapper.cameras.models import Event, SourceRecord
from mapper.coverage.concern import (
    cells_grown_stale,
    cells_of_cameras,
    cells_of_surveys,
    cells_with,
)
from mapper.coverage.models import CoverageCell, Followed
from mapper.coverage.records import CAMERA, SENSITIVE, STREET, STRETCH, pack
from mapper.settings import limits
from mapper.surveys.models import SurveyEvent

DUE = ""
"""The `inputs` of a cell that something has changed in."""
_DAYS = "days"


class _Stream(NamedTuple):
    """Rows that tell of something new, of what, and the cells that it concerns and lies in."""

    rows: type[Model]
    of: str
    cells: Callable[[Collection[int]], set[int]]
    own: Callable[[Collection[int]], set[int]]


STREAMS = {
    "cameras": _Stream(Event, "camera_id", cells_of_cameras, cells_with),
    # What a source began to list is told by its record, and by no event.
    "records": _Stream(SourceRecord, "camera_id", cells_of_cameras, cells_with),
    "surveys": _Stream(SurveyEvent, "survey_id", cells_of_surveys, lambda _: set()),
}


def follow_events(*, today: date) -> int:
    """Mark the cells as due that new events concern, and those of cameras grown stale by today.

    Gives how many events were read: 0 when there are no more. Where no cell was ever computed
    nothing is to be marked, and all events are behind us.
    """
    if not CoverageCell.objects.exists():
        skip_events(today=today)
        return 0
    follow_days(today=today)
    return sum(_follow(name, stream, today) for name, stream in STREAMS.items())


def skip_events(*, today: date) -> None:
    """Take all events so far as worked in."""
    for name, stream in STREAMS.items():
        last = stream.rows._default_manager.aggregate(last=Max("pk"))["last"] or 0
        _moved_on(name, last)
    _moved_on(_DAYS, today.toordinal())


def follow_days(*, today: date) -> None:
    """Mark the cells of cameras that grew stale since this was last asked."""
    if Followed.objects.filter(stream=_DAYS, last_event__gte=today.toordinal()).exists():
        return
    with transaction.atomic():
        followed = _locked(_DAYS)
        if followed.last_event:
            mark_due(cells=cells_grown_stale(date.fromordinal(followed.last_event), today))
        followed.last_event = today.toordinal()
        followed.save(update_fields=["last_event"])


def mark_due(*, cells: Collection[int], own: Collection[int] = ()) -> None:
    """Let cells be computed anew; those that never were stay so.

    But the `own` cells of what changed begin where a neighbour was computed: they were empty.
    """
    numbers, size = sorted(cells), limits.IMPORT_BATCH_ROWS
    with transaction.atomic():
        for start in range(0, len(numbers), size):
            batch = CoverageCell.objects.filter(cell__in=numbers[start : start + size])
            if batch.exclude(inputs=DUE).update(inputs=DUE) or batch.exists():
                _begin(set(own) & set(numbers[start : start + size]))


def _begin(cells: set[int]) -> None:
    """Let cells be there and be due, if they are not there."""
    nothing = {
        "streets": pack(np.empty(0, STREET)),
        "stretches": pack(np.empty(0, STRETCH)),
        "cameras": pack(np.empty(0, CAMERA)),
        "sensitive": pack(np.empty(0, SENSITIVE)),
    }
    CoverageCell.objects.bulk_create(
        [CoverageCell(cell=cell, computed_on=date.min, inputs=DUE, **nothing) for cell in cells],
        ignore_conflicts=True,
    )


def _follow(name: str, stream: _Stream, today: date) -> int:
    """Work in some new events of one stream; gives how many."""
    if not _is_behind(name, stream):
        return 0
    with transaction.atomic():
        followed = _locked(name)
        rows = _new_events(followed, stream).order_by("pk")
        new = list(rows.values_list("pk", stream.of)[: limits.FOLLOW_EVENTS])
        if not new:
            return 0
        records = {record for _, record in new}
        mark_due(cells=stream.cells(records), own=stream.own(records))
        numbers = [number for number, _ in new]
        followed.passed_over = passed_over(
            followed.passed_over, followed.last_event, numbers, today
        )
        followed.last_event = max(followed.last_event, numbers[-1])
        followed.save(update_fields=["last_event", "passed_over"])
        return len(new)


def _new_events(followed: Followed, stream: _Stream) -> QuerySet[Model]:
    """The events after the last one, and those that were passed over and came later."""
    new = Q(pk__gt=followed.last_event)
    for first, last, _ in followed.passed_over:
        new |= Q(pk__range=(first, last))
    return stream.rows._default_manager.filter(new)


def _is_behind(name: str, stream: _Stream) -> bool:
    """Whether there is anything new; asked without a lock, for mostly there is not."""
    followed = Followed.objects.filter(stream=name).first() or Followed()
    return _new_events(followed, stream).exists()


def passed_over(
    before: list[list[int]], last_event: int, numbers: list[int], today: date
) -> list[list[int]]:
    """The numbers that are still to come: gaps of before and new ones, without those read now.

    A gap that is older than `limits.LATE_EVENT_DAYS` was left by what was never committed.
    """
    oldest = (today - timedelta(days=limits.LATE_EVENT_DAYS)).toordinal()
    gaps = [gap for gap in before if gap[2] >= oldest]
    newest = numbers[-1]
    if newest > last_event:
        gaps.append([last_event + 1, newest, today.toordinal()])
    left = []
    for first, last, day in gaps:
        begin = first
        for number in (one for one in numbers if first <= one <= last):
            if begin < number:
                left.append([begin, number - 1, day])
            begin = number + 1
        if begin <= last:
            left.append([begin, last, day])
    return left


def _locked(name: str) -> Followed:
    """The state of a stream, which nobody else follows meanwhile."""
    Followed.objects.get_or_create(stream=name)
    return Followed.objects.select_for_update().get(stream=name)


def _moved_on(name: str, last: int) -> None:
    Followed.objects.update_or_create(stream=name, defaults={"last_event": last, "passed_over": []})
