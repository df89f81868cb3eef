"""Who says that a camera is there and who says that it is gone, counted for people to read."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date

from mapper.cameras.models import SourceRecord
from mapper.sightings.models import Sighting
from mapper.vocabulary import Verdict
from mapper.vocabulary.counting import counted, joined


@dataclass(frozen=True, slots=True)
class Side:
    """Those who say one thing: people only as a number, sources by their names."""

    people: int = 0
    sources: tuple[str, ...] = ()

    @property
    def words(self) -> str:
        """`OpenStreetMap and 2 people`; empty where nobody says it."""
        people = (counted(self.people, "person", "people"),) if self.people else ()
        return joined((*self.sources, *people))

    @property
    def say(self) -> str:
        """The verb that fits those who say it."""
        return "says" if self.people + len(self.sources) == 1 else "say"


@dataclass(frozen=True, slots=True)
class Tally:
    """Both sides of whether a camera is there."""

    present: Side = field(default_factory=Side)
    gone: Side = field(default_factory=Side)


def tally_of(sightings: Iterable[Sighting], records: Iterable[SourceRecord]) -> Tally:
    """Count everybody once, by her latest word; sightings without a key are one person.

    Sightings are those that stand. One of no weight came through an address that had spoken of
    the same camera that day, and is not counted.
    """
    latest: dict[int | None, bool] = {}
    for sighting in sorted(sightings, key=_recency):
        if sighting.weight != 0:
            latest[sighting.contributor_id] = _is_there(sighting)
    listed = [(record.source.title, record.missing_since is None) for record in records]
    return Tally(present=_side(latest, listed, there=True), gone=_side(latest, listed, there=False))


def who_words(tally: Tally, last_seen_on: date | None) -> str:
    """Whom a belief rests on: `3 people, last in October 2026`; empty where nobody says a thing."""
    told = _sides_words(tally)
    if told and last_seen_on:
        told += f"{'; last seen' if tally.gone.words else ', last'} in {last_seen_on:%B %Y}"
    return told


def _sides_words(tally: Tally) -> str:
    present, gone = tally.present, tally.gone
    if not gone.words:
        return present.words
    told = f"{gone.words} {gone.say} it is gone"
    return f"{present.words} {present.say} it is still there, {told}" if present.words else told


def _recency(sighting: Sighting) -> tuple[date, bool]:
    """By day; on one day *present* is the later word, as it is where belief is decided."""
    return sighting.observed_on, _is_there(sighting)


def _is_there(sighting: Sighting) -> bool:
    return sighting.verdict != Verdict.GONE


def _side(
    people: dict[int | None, bool], listed: Iterable[tuple[str, bool]], *, there: bool
) -> Side:
    sources = dict.fromkeys(title for title, is_listed in listed if is_listed is there)
    return Side(sum(said is there for said in people.values()), tuple(sources))
