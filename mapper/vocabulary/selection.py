"""What a reader chose to see: the filters of map, list and tiles, and their address."""

from collections.abc import Iterable
from dataclasses import dataclass, fields
from typing import Self, cast

from mapper.vocabulary.belief_words import Age, State
from mapper.vocabulary.camera_words import Answer, Kind, OperatorType
from mapper.vocabulary.words import Word

_QUERY: dict[str, tuple[str, type[Word]]] = {
    "age": ("ages", Age),
    "face_recognition": ("face_recognition", Answer),
    "kind": ("kinds", Kind),
    "operator_type": ("operator_types", OperatorType),
    "plate_reading": ("plate_reading", Answer),
    "state": ("states", State),
}
"""Query name to the field it fills and the words it may hold, in the order of an address."""


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

        Keys may repeat and values may be lists with commas. Words that a filter does not know
        are left out and named in the problems. Where only such words were given, the filter
        stays empty: the caller decides whether to refuse the request.
        """
        chosen: dict[str, set[Word]] = {}
        problems: list[str] = []
        for name, text in pairs:
            if name not in _QUERY:
                continue
            field, words = _QUERY[name]
            for part in filter(None, (piece.strip() for piece in text.split(","))):
                if part in words:
                    chosen.setdefault(field, set()).add(words(part))
                else:
                    problems.append(f"“{part}” is no {name} we know")
        return cls(**{field: frozenset(found) for field, found in chosen.items()}), tuple(problems)

    def to_query(self) -> list[tuple[str, str]]:
        """Give the one canonical list of pairs: sorted by name, then by value."""
        return [(name, word.value) for name in _QUERY for word in sorted(self.chosen(name))]

    def chosen(self, name: str) -> frozenset[Word]:
        """Give the words chosen under a query name; raises `KeyError` where it is no filter."""
        field, _ = _QUERY[name]
        return cast("frozenset[Word]", getattr(self, field))

    @property
    def is_empty(self) -> bool:
        """Whether nothing is narrowed at all."""
        return not any(getattr(self, field.name) for field in fields(self))
