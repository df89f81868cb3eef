"""Who said what of a camera, each with the words for how she knows."""

from collections.abc import Hashable, Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from mapper.cameras.models import SourceRecord
from mapper.sightings.models import Sighting
from mapper.sightings.rules.claims import answers_in, told_by
from mapper.sightings.rules.voices import NOBODY
from mapper.vocabulary import Basis, Verdict

_BASIS_WORDS = {
    Basis.SAW: "saw it",
    Basis.SIGN: "read it on a sign",
    Basis.DOCUMENT: "read it in a document",
    Basis.GUESS: "guessed",
}


@dataclass(frozen=True, slots=True)
class Voice:
    """One contributor's or source's answers, each with the words for its basis.

    `who` tells people apart; sightings without a key cannot be told apart and are one. A source
    has a `title` instead, and says everything on the same basis.
    """

    who: Hashable
    title: str
    answers: dict[str, tuple[Any, str]]


def voices_about(sightings: Iterable[Sighting], records: Iterable[SourceRecord]) -> list[Voice]:
    """Everybody who said something of a camera; sightings come with their claims.

    As where belief is decided, what says *gone* tells nothing else, and what has no weight nothing
    at all.
    """
    heard = (one for one in sightings if one.weight != 0 and one.verdict != Verdict.GONE)
    return [
        *(_voice_of_record(record) for record in records),
        *(_voice_of_sighting(sighting) for sighting in heard),
    ]


def latest_words(voices: Sequence[Voice], field: str) -> list[Voice]:
    """Those who tell of one aspect, each once by her latest word; without a key, by the first."""
    latest: dict[Hashable, Voice] = {}
    for voice in voices:
        if field in voice.answers and not (voice.who == NOBODY and NOBODY in latest):
            latest[voice.who] = voice
    return list(latest.values())


def _voice_of_sighting(sighting: Sighting) -> Voice:
    claims = {claim.aspect: (claim.value, Basis(claim.basis)) for claim in sighting.claims.all()}
    answers = {
        field: (answer, _BASIS_WORDS[basis])
        for field, (answer, basis) in answers_in(claims).items()
    }
    return Voice(who=sighting.contributor_id or NOBODY, title="", answers=answers)


def _voice_of_record(record: SourceRecord) -> Voice:
    answers = {field: (answer, "") for field, answer in told_by(record.tags).items()}
    return Voice(who=("source", record.source_id), title=record.source.title, answers=answers)
