"""A history told day by day: what happened to a camera, and what was believed after it."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from mapper.cameras.models import Camera, Event, EventKind, Source
from mapper.evidence import Voice
from mapper.exchange.sources.demo_town.histories import History, Look, Walker
from mapper.sightings.services.believe_cameras import Belief, belief_from
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


def belief_after(happenings: list[Happening]) -> Belief:
    """What follows from everything that was said."""
    return belief_from([happening.voice for happening in happenings])


def events_of(camera: Camera, happenings: list[Happening], source: Source) -> Iterator[Event]:
    """Every happening as an event, and each change of belief that it brought."""
    before = State.UNCONFIRMED
    for number, happening in enumerate(happenings, start=1):
        day, by = happening.day, happening.by
        yield Event(camera=camera, day=day, what=happening.what, by=by, source=source)
        after = belief_after(happenings[:number]).state
        if after != before:
            details = {"from": str(before), "to": str(after)}
            yield Event(
                camera=camera, day=day, what=EventKind.STATE, by=by, source=source, details=details
            )
        before = after


def _ago(today: date, days: int) -> date:
    return today - timedelta(days=days)
