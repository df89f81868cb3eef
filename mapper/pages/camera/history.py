"""What happened to a camera, day by day, in words."""

from collections.abc import Iterable
from datetime import date
from itertools import groupby
from typing import Any

from mapper.cameras.models import Camera, Event, EventKind
from mapper.pages.camera.aspects import NAMES
from mapper.pages.camera.words import by_whom
from mapper.settings import limits
from mapper.vocabulary import Role, State, Verdict


def history_of(camera: Camera) -> Iterable[tuple[date, list[str]]]:
    """The newest events, the newest day first; one query."""
    events = camera.events.select_related("source").order_by("-day", "-pk")
    for day, same_day in groupby(events[: limits.HISTORY_EVENTS], key=lambda event: event.day):
        yield day, [event_words(event) for event in same_day]


def event_words(event: Event) -> str:
    """One event: what happened, and who says so; a change of state follows by itself."""
    what = _what(EventKind(event.what), event.details)
    if event.what == EventKind.STATE:
        return what
    if event.source:
        return f"{what} ({event.source.title})"
    return f"{what}, {by_whom(Role(event.by))}"


def _what(kind: EventKind, details: dict[str, Any]) -> str:
    match kind, details:
        case EventKind.STATE, {"from": before, "to": after}:
            states = (State(state).label.lower() for state in (before, after))
            return f"State changed from {' to '.join(states)}"
        case EventKind.SIGHTED, {"verdict": Verdict.CHANGED | Verdict.GONE as verdict}:
            return f"Reported: {Verdict(verdict).label.lower()}"
        case EventKind.MOVED, {"metres": metres}:
            return f"Moved by {metres:g} m"
        case EventKind.CHANGED, {"learnt": aspects}:
            return f"Newly known: {', '.join(NAMES[aspect].lower() for aspect in aspects)}"
        case EventKind.CHANGED, {"before": before}:
            return f"Changed: {', '.join(sorted(before))}"
    return kind.label
