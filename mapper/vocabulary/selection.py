"""What a reader chose to see: the filters of map, list and tiles, and their address."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Self, TypeVar

from mapper.vocabulary.belief_words import Age, State
from mapper.vocabulary.camera_words import Answer, Kind, OperatorType
from mapper.vocabulary.words import Word

W = TypeVar("W", bound=Word)


@dataclass(frozen=True, slots=True, kw_only=True)
class Selection:
    """The words chosen in each filter; an empty filter narrows nothing."""

    kinds: frozenset[Kind] = frozenset()
    operator_types: frozenset[OperatorType] = frozenset()
    states: frozenset[State] = frozenset()
    face_recognition: frozenset[Answer] = frozenset()
    plate_reading: frozenset[Answer] = frozenset()
    ages: frozenset[Age] = frozenset()

    @classmethod
    def from_query(cls, pairs: Iterable[tuple[str, str]]) -> tuple[Self, tuple[str, ...]]:
        """Read the pairs of a query; names that are no filter are left to others.

        Names may repeat and values may be lists with commas. Words that a filter does not know
        are left out and named in the problems. Where only such words were given, the filter
        stays empty: the caller decides whether to refuse the request.
        """
        given = list(pairs)
        problems: list[str] = []
        selection = cls(
            kinds=_chosen(given, "kind", Kind, problems),
            operator_types=_chosen(given, "operator_type", OperatorType, problems),
            states=_chosen(given, "state", State, problems),
            face_recognition=_chosen(given, "face_recognition", Answer, problems),
            plate_reading=_chosen(given, "plate_reading", Answer, problems),
            ages=_chosen(given, "age", Age, problems),
        )
        return selection, tuple(problems)

    def to_query(self) -> list[tuple[str, str]]:
        """Give the one canonical list of pairs: sorted by name, then by value."""
        return [
            (name, word.value) for name, words in self._filters().items() for word in sorted(words)
        ]

    def chosen(self, name: str) -> frozenset[Word]:
        """Give the words chosen under a query name; raises `KeyError` where it is no filter."""
        return self._filters()[name]

    @property
    def is_empty(self) -> bool:
        """Whether nothing is narrowed at all."""
        return not any(self._filters().values())

    def _filters(self) -> dict[str, frozenset[Word]]:
        """Query names and what was chosen under them, in the order of an address."""
        return {
            "age": frozenset(self.ages),
            "face_recognition": frozenset(self.face_recognition),
            "kind": frozenset(self.kinds),
            "operator_type": frozenset(self.operator_types),
            "plate_reading": frozenset(self.plate_reading),
            "state": frozenset(self.states),
        }


def _chosen(
    pairs: list[tuple[str, str]], name: str, words: type[W], problems: list[str]
) -> frozenset[W]:
    """Pick the words of one filter out of a query, and note those it does not know."""
    known = {word.value: word for word in words}
    parts = set(_parts(value for key, value in pairs if key == name))
    problems.extend(f"“{part}” is no {name} we know" for part in sorted(parts - known.keys()))
    return frozenset(known[part] for part in parts & known.keys())


def _parts(values: Iterable[str]) -> Iterator[str]:
    """Take lists with commas apart; empty parts say nothing."""
    for value in values:
        yield from filter(None, (part.strip() for part in value.split(",")))
