"""A history told day by day: what happened to a camera, and what was believed after it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from mapper.cameras.models import Camera, Event, EventKind, Source
from mapper.evidence import Voice
from mapper.exchange.sources.demo_town.histories import History, Look, Walker
from mapper.sightings.models import Sighting
from mapper.sightings.rules.beliefs import Presence, presence_from
from mapper.vocabulary import Role, State, Verdict


@dataclass(frozen=True, slots=True)
class Happening:
    """Something that happened on a day, and the voice that was heard."""

    day: date
    what: EventKind
    by: Role
    voice: Voice
    look: Look | None = None


def happenings_of(history: History, company: list[Walker], today: date) -> list[Happening]:
    """Everything that happened to a camera, oldest first; the first is that it was logged."""
    found = [*_of_the_list(history, today), *_of_walkers(history, company, today)]
    return sorted(found, key=lambda happening: happening.day)


def _of_the_list(history: History, today: date) -> Iterator[Happening]:
    listed = history.listed
    if listed is None:
        return
    seen = Voice("list", _ago(today, listed.seen), Verdict.PRESENT, standing=False)
    yield Happening(_ago(today, listed.first), EventKind.LOGGED, Role.IMPORTER, seen)
    if listed.missing is not None:
        day = _ago(today, listed.missing)
        missed = Voice("list", day, Verdict.GONE, standing=False)
        yield Happening(day, EventKind.MISSING, Role.IMPORTER, missed)


def _of_walkers(history: History, company: list[Walker], today: date) -> Iterator[Happening]:
    for number, look in enumerate(history.looks):
        first = number == 0 and history.listed is None
        walker, day = company[look.walker], _ago(today, look.days_ago)
        yield Happening(
            day,
            EventKind.LOGGED if first else EventKind.SIGHTED,
            Role.RESIDENT,
            Voice(walker.key_hash, day, look.verdict, standing=walker.has_standing),
            look,
        )


def presence_after(happenings: list[Happening]) -> Presence:
    """What follows from everything that was said."""
    return presence_from([happening.voice for happening in happenings])


def events_of(
    camera: Camera,
    happenings: list[Happening],
    source: Source,
    sightings: Mapping[Happening, Sighting],
) -> Iterator[Event]:
    """Every happening as an event, and what it changed: in the same event where somebody did it.

    That a list began to hold the camera stands in the list's record alone.
    """
    before = State.UNCONFIRMED
    for number, happening in enumerate(happenings, start=1):
        event = Event(
            camera=camera, day=happening.day, what=happening.what, by=happening.by, source=source
        )
        if sighting := sightings.get(happening):
            event.details = {"sighting": sighting.pk, "verdict": str(sighting.verdict)}
        after = presence_after(happenings[:number]).state
        followed = {"state": [str(before), str(after)]} if after != before else {}
        if sighting:
            event.details |= followed
        if sighting or happening.what is not EventKind.LOGGED:
            yield event
        if followed and not sighting:
            yield _follow_up(event, followed)
        before = after


def _follow_up(event: Event, details: dict[str, list[str]]) -> Event:
    """A change that no person brought about, but a list."""
    return Event(
        camera=event.camera,
        day=event.day,
        what=EventKind.STATE,
        by=event.by,
        source=event.source,
        details=details,
    )


def _ago(today: date, days: int) -> date:
    return today - timedelta(days=days)
