"""What happened to a camera, day by day, in words: one act of one person is one line."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from itertools import groupby
from operator import itemgetter
from typing import Any

from mapper.cameras.models import Camera, Event, EventKind, SourceRecord
from mapper.pages.camera.questions import named
from mapper.pages.camera.words import by_whom, says
from mapper.settings import limits
from mapper.vocabulary import Role, State, Verdict


@dataclass(frozen=True, slots=True)
class History:
    """One page of a camera's history, the newest day first; 0 where there is no such page."""

    days: list[tuple[date, list[str]]]
    newer: int
    older: int


def history_of(camera: Camera, records: Iterable[SourceRecord], page: int = 1) -> History:
    """The events of a camera, so many a page that nobody has to load them all; one query.

    And that sources began to list it, as their `records` have it: before whatever else happened
    on that day.
    """
    start = (page - 1) * limits.HISTORY_EVENTS
    stop = start + limits.HISTORY_EVENTS
    events = camera.events.select_related("source").order_by("-day", "-pk")
    found = list(events[start : stop + 1])
    shown = found[: limits.HISTORY_EVENTS]
    newest = shown[0].day if shown and page > 1 else date.max
    older = found[-1].day if len(found) > len(shown) else date.min
    told = [(event.day, event_words(event)) for event in shown]
    if shown or page == 1:
        told += [
            (record.first_vintage_on, f"Listed in {record.source.title}")
            for record in records
            if older < record.first_vintage_on <= newest
        ]
    told.sort(key=itemgetter(0), reverse=True)
    return History(
        days=[(day, [words for _, words in same]) for day, same in groupby(told, itemgetter(0))],
        newer=page - 1,
        older=page + 1 if len(found) > len(shown) else 0,
    )


def event_words(event: Event) -> str:
    """One event: what happened, who says so, and what followed from it."""
    kind = EventKind(event.what)
    return "; ".join([_who_did_what(event, kind), *_consequences(event.details)])


def _who_did_what(event: Event, kind: EventKind) -> str:
    role = Role(event.by)
    what = _what(kind, event.details)
    if kind is EventKind.STATE:
        return what
    if event.source:
        return f"{what} ({event.source.title})"
    return says(what, role) if kind is EventKind.SIGHTED else f"{what}, {by_whom(role)}"


def _what(kind: EventKind, details: dict[str, Any]) -> str:
    match kind, details:
        case EventKind.STATE, {"rebuilt": _}:
            return "Worked out anew"
        case EventKind.STATE, _:
            return "Weighed anew"
        case EventKind.SIGHTED, {"verdict": verdict}:
            return Verdict(verdict).label
        case EventKind.MOVED, {"metres": metres}:
            return f"Moved by {metres:g} m"
        case EventKind.CHANGED, {"before": before}:
            return f"Changed: {', '.join(sorted(before))}"
    return kind.label


def _consequences(details: dict[str, Any]) -> Iterator[str]:
    """What followed from one act, in its own event."""
    if "state" in details:
        yield f"now {State(details['state'][1]).label.lower()}"
    if "aspects" in details:
        yield f"what is believed of {named(details['aspects'])} changed"
