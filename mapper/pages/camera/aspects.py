"""The aspects of a camera as its page lists them: what is believed, and who says so."""

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from mapper.cameras.models import Camera, SourceRecord
from mapper.pages.camera.words import facings_words
from mapper.sightings.models import Sighting
from mapper.sightings.rules.claims import answers_in, told_by
from mapper.vocabulary import (
    Answer,
    Basis,
    Facing,
    Kind,
    Lifecycle,
    Mount,
    OperatorType,
    Scope,
    Word,
)
from mapper.vocabulary.counting import counted

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


@dataclass(frozen=True, slots=True)
class Aspect:
    """One line of the page: its name, what is believed (empty: not known), who says it, who not."""

    name: str
    value: str
    said_by: tuple[str, ...]
    others: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Question:
    """What a line asks of a camera; `always` where not knowing is worth a line too."""

    field: str
    name: str
    words: Callable[[Any], str]
    always: bool = True


def _word(words: type[Word]) -> Callable[[Any], str]:
    """A closed list's label; empty for what it calls unknown."""
    return lambda value: "" if value == "unknown" else words(value).label


def _metres(value: float | None) -> str:
    return "" if value is None else f"{value:g} m"


def _out_of_use(value: str) -> str:
    """Only being out of use is worth a line."""
    return "No, out of use" if value == Lifecycle.DISUSED else ""


def _tilt(value: float | None) -> str:
    if value is None:
        return ""
    return "level" if value == 0 else f"{abs(value):g}° {'down' if value < 0 else 'up'}"


_QUESTIONS = (
    _Question("kind", "Kind", _word(Kind)),
    _Question("facings", "Faces", facings_words),
    _Question("mount", "Hangs on", _word(Mount)),
    _Question("operator_type", "Run by", _word(OperatorType)),
    _Question("operator", "Operator", str, always=False),
    _Question("face_recognition", "Recognises faces", _word(Answer)),
    _Question("plate_reading", "Reads number plates", _word(Answer)),
    _Question("signage", "Has a sign", _word(Answer)),
    _Question("scope", "Watches", _word(Scope)),
    _Question("zone", "Zone", str, always=False),
    _Question("height_m", "Height", _metres, always=False),
    _Question("tilt_deg", "Tilted", _tilt, always=False),
    _Question("manufacturer", "Made by", str, always=False),
    _Question("ref", "Number on it", str, always=False),
    _Question("start_date", "There since", str, always=False),
    _Question("lifecycle", "In use", _out_of_use, always=False),
)


NAMES = {question.field: question.name for question in _QUESTIONS}
"""The name of each aspect, as the page writes it."""


def aspects_of(camera: Camera, voices: Sequence[Voice]) -> list[Aspect]:
    """Every line of the page about one camera."""
    lines = [_line(question, camera, voices) for question in _QUESTIONS]
    always = {question.name for question in _QUESTIONS if question.always}
    return [line for line in lines if line.value or line.others or line.name in always]


def voices_about(sightings: Iterable[Sighting], records: Iterable[SourceRecord]) -> list[Voice]:
    """Everybody who said something of a camera; sightings come with their claims."""
    return [
        *(_voice_of_sighting(sighting) for sighting in sightings),
        *(_voice_of_record(record) for record in records),
    ]


def _voice_of_sighting(sighting: Sighting) -> Voice:
    claims = {claim.aspect: (claim.value, Basis(claim.basis)) for claim in sighting.claims.all()}
    answers = {
        field: (answer, _BASIS_WORDS[basis])
        for field, (answer, basis) in answers_in(claims).items()
    }
    return Voice(who=sighting.contributor_id, title="", answers=answers)


def _voice_of_record(record: SourceRecord) -> Voice:
    answers = {field: (answer, "") for field, answer in told_by(record.tags).items()}
    return Voice(who=("source", record.source_id), title=record.source.title, answers=answers)


def believed(camera: Camera, field: str) -> Any:  # noqa: ANN401  (each aspect has its own)
    """What is believed of one aspect, in the shape in which a reading has it."""
    if field == "facings":
        return tuple(Facing(**facing) for facing in camera.facings)
    if field == "operator":
        return camera.operator.name if camera.operator else ""
    return getattr(camera, field)


def _line(question: _Question, camera: Camera, voices: Sequence[Voice]) -> Aspect:
    value = believed(camera, question.field)
    speaking = [voice for voice in voices if question.field in voice.answers]
    agreeing = [voice for voice in speaking if voice.answers[question.field][0] == value]
    others = [voice for voice in speaking if voice not in agreeing]
    return Aspect(
        name=question.name,
        value=question.words(value) or _by_its_kind(question, camera),
        said_by=_said_by(question.field, agreeing),
        others=_unique(_saying(voice, question) for voice in others),
    )


def _by_its_kind(question: _Question, camera: Camera) -> str:
    """What follows from the kind where nobody said which way a camera faces."""
    follows = question.field == "facings" and Kind(camera.kind).sees_all_round
    return "Can look all round" if follows else ""


def _said_by(field: str, agreeing: Sequence[Voice]) -> tuple[str, ...]:
    """People counted by how they know, then the sources by name."""
    people: dict[str, set[Hashable]] = defaultdict(set)
    for voice in agreeing:
        if not voice.title:
            people[voice.answers[field][1]].add(voice.who)
    counts = (f"{counted(len(who), 'person', 'people')} {basis}" for basis, who in people.items())
    return (*counts, *_unique(voice.title for voice in agreeing if voice.title))


def _saying(voice: Voice, question: _Question) -> str:
    answer, _ = voice.answers[question.field]
    return f"{voice.title or 'Somebody'} says: {question.words(answer)}"


def _unique(texts: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(texts))
