"""The aspects of a camera as its page lists them: what is believed, how surely, and who says so."""

from collections import defaultdict
from collections.abc import Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from mapper.cameras.models import Camera, SourceRecord
from mapper.evidence import AspectBelief
from mapper.pages.camera.questions import QUESTIONS, Question
from mapper.pages.camera.voices import Voice, latest_words, voices_about
from mapper.sightings.models import Sighting
from mapper.sightings.rules.aspects import beliefs_about, stands_for
from mapper.sightings.rules.tally import Side
from mapper.sightings.rules.voices import voices_in
from mapper.vocabulary import Answer, Facing, Kind, State
from mapper.vocabulary.counting import counted

Beliefs = Mapping[str, AspectBelief[Any]]


@dataclass(frozen=True, slots=True)
class Aspect:
    """One line of the page: its name, and what is believed; empty where nobody knows.

    `belief` is how surely and since when, None where nobody says it; `others` is who says
    otherwise, and what.
    """

    name: str
    value: str
    said_by: tuple[str, ...] = ()
    others: tuple[str, ...] = ()
    belief: AspectBelief[Any] | None = None

    @property
    def sure(self) -> str:
        """How sure it is, in a word or two; empty where nobody says it."""
        if self.belief is None:
            return ""
        alone = self.belief.state is State.UNCONFIRMED and self.belief.voices == 1
        return "One voice" if alone else self.belief.state.label


# What a sign says is kept with the sightings alone: no list and no map shows it.
SIGN = frozenset({"sign_operator", "sign_contact"})


def aspects_of(
    camera: Camera, sightings: Sequence[Sighting], records: Sequence[SourceRecord]
) -> list[Aspect]:
    """Every line of the page about one camera, from the sightings of it that stand, in order.

    What is believed is worked out as it was when the camera was decided.
    """
    beliefs = beliefs_about(voices_in(sightings, records))
    voices = voices_about(sightings, records)
    lines = [_line(question, camera, voices, beliefs) for question in QUESTIONS]
    always = {question.name for question in QUESTIONS if question.always}
    return [line for line in lines if line.value or line.others or line.name in always]


def believed(camera: Camera, field: str) -> Any:  # noqa: ANN401  (each aspect has its own)
    """What is believed of one aspect, in the shape in which a reading has it."""
    if field == "facings":
        return tuple(Facing(**facing) for facing in camera.facings)
    if field == "operator":
        return camera.operator.name if camera.operator else ""
    return getattr(camera, field)


def _line(question: Question, camera: Camera, voices: Sequence[Voice], beliefs: Beliefs) -> Aspect:
    field = question.field
    value = _on_the_sign(field, beliefs) if field in SIGN else believed(camera, field)
    speaking = latest_words(voices, field)
    agreeing = [voice for voice in speaking if stands_for(field, voice.answers[field][0], value)]
    others = [voice for voice in speaking if voice not in agreeing]
    return Aspect(
        name=question.name,
        value=question.words(value) or _by_its_kind(question, camera),
        said_by=_said_by(field, agreeing),
        others=tuple(_sayings(others, question)),
        belief=beliefs.get(field) if agreeing else None,
    )


def _on_the_sign(field: str, beliefs: Beliefs) -> object:
    """What is believed of a sign's words, which only the page asks for."""
    return beliefs[field].value if field in beliefs else Answer.UNKNOWN


def _by_its_kind(question: Question, camera: Camera) -> str:
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
    return (*counts, *_titles(agreeing))


def _sayings(others: Sequence[Voice], question: Question) -> Iterable[str]:
    """Who says otherwise, answer by answer."""
    by_answer: dict[str, list[Voice]] = defaultdict(list)
    for voice in others:
        by_answer[question.words(voice.answers[question.field][0])].append(voice)
    for answer, saying in by_answer.items():
        side = Side(sum(not voice.title for voice in saying), _titles(saying))
        yield f"{side.words} {side.say}: {answer}"


def _titles(voices: Iterable[Voice]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(voice.title for voice in voices if voice.title))
