"""What the page of a camera asks of it, aspect by aspect, and how an answer is written."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

from mapper.pages.camera.words import facings_words
from mapper.sightings.rules.aspects import LOCATION
from mapper.vocabulary import Answer, Kind, Lifecycle, Mount, OperatorType, Scope, Word
from mapper.vocabulary.counting import joined


@dataclass(frozen=True, slots=True)
class Question:
    """What a line asks of a camera; `always` where not knowing is worth a line too.

    `noun` is what a sentence calls the aspect; `words` gives an answer as the page writes it.
    """

    field: str
    name: str
    noun: str
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


QUESTIONS = (
    Question("kind", "Kind", "kind", _word(Kind)),
    Question("facings", "Faces", "facing", facings_words),
    Question("mount", "Hangs on", "mount", _word(Mount)),
    Question("operator_type", "Run by", "who runs it", _word(OperatorType)),
    Question("operator", "Operator", "operator", str, always=False),
    Question("face_recognition", "Recognises faces", "face recognition", _word(Answer)),
    Question("plate_reading", "Reads number plates", "plate reading", _word(Answer)),
    Question("signage", "Has a sign", "sign", _word(Answer)),
    Question("sign_operator", "Sign names who", "whom the sign names", _word(Answer), always=False),
    Question("sign_contact", "Sign says how to reach them", "contact", _word(Answer), always=False),
    Question("scope", "Watches", "what it watches", _word(Scope)),
    Question("zone", "Zone", "zone", str, always=False),
    Question("height_m", "Height", "height", _metres, always=False),
    Question("tilt_deg", "Tilted", "tilt", _tilt, always=False),
    Question("manufacturer", "Made by", "maker", str, always=False),
    Question("ref", "Number on it", "number", str, always=False),
    Question("start_date", "There since", "since when", str, always=False),
    Question("lifecycle", "In use", "use", _out_of_use, always=False),
)

_NOUNS = {question.field: question.noun for question in QUESTIONS} | {LOCATION: "position"}


def named(aspects: Iterable[str]) -> str:
    """Several aspects in a sentence: `facing, kind and position`."""
    return joined([_NOUNS[aspect] for aspect in aspects])
