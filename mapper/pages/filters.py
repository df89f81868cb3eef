"""The filters of map and list as a page shows them: each question with its answers."""

from dataclasses import dataclass

from mapper.vocabulary import Age, Answer, Kind, OperatorType, Selection, State
from mapper.vocabulary.words import Word


@dataclass(frozen=True, slots=True)
class Option:
    """One answer a reader may tick."""

    value: str
    label: str
    chosen: bool


@dataclass(frozen=True, slots=True)
class Filter:
    """One question of the filter form; `name` is the name in the address."""

    name: str
    title: str
    options: tuple[Option, ...]


_QUESTIONS: tuple[tuple[str, str, type[Word]], ...] = (
    ("kind", "Kind", Kind),
    ("operator_type", "Run by", OperatorType),
    ("face_recognition", "Face recognition", Answer),
    ("plate_reading", "Plate reading", Answer),
    ("state", "State", State),
    ("age", "Last seen", Age),
)


def filters_for(selection: Selection) -> list[Filter]:
    """Every filter, with what `selection` chose ticked."""
    return [
        Filter(name, title, _options(words, frozenset(selection.chosen(name))))
        for name, title, words in _QUESTIONS
    ]


def _options(words: type[Word], chosen: frozenset[Word]) -> tuple[Option, ...]:
    return tuple(Option(word.value, word.label, word in chosen) for word in words)
