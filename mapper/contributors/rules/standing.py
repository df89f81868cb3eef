"""Standing: whether it counts on a day, and what it is after everything that happened."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from mapper.contributors.models import Contributor, ContributorEvent, ContributorEventKind
from mapper.settings import limits

_YEAR = timedelta(days=limits.STANDING_FADES_DAYS)
GAINED = (ContributorEventKind.STANDING_GIVEN, ContributorEventKind.STANDING_EARNED)


@dataclass(frozen=True, slots=True)
class Standing:
    """Whether a contributor has standing, and the last day on which what she sends counts so."""

    has_standing: bool = False
    standing_until: date | None = None


def stands_on(contributor: Contributor, day: date) -> bool:
    """Whether what she sends on a day counts with standing."""
    until = contributor.standing_until
    fresh = until is None or day <= until
    return contributor.has_standing and fresh and contributor.blocked_on is None


def fades_on(day: date) -> date:
    """The last day of standing for somebody who sends nothing after `day`."""
    return day + _YEAR


def standing_from_events(events: Iterable[ContributorEvent], last_seen_on: date | None) -> Standing:
    """Work out a contributor's standing from what happened to her, in order, and her last day."""
    until: date | None = None
    has_faded = False
    for event in events:
        if event.what in GAINED:
            until, has_faded = fades_on(event.day), False
        elif event.what == ContributorEventKind.STANDING_LOST:
            until = None
        elif event.what == ContributorEventKind.STANDING_FADED:
            until, has_faded = date.fromisoformat(event.details["until"]), True
    if until and last_seen_on and not has_faded:
        until = max(until, fades_on(last_seen_on))
    return Standing(has_standing=until is not None, standing_until=until)
