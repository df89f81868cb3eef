"""Where an aspect of a camera is read from: one key, how its text is read, what may be changed."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import Enum, auto
from typing import Generic, TypeVar

from mapper.vocabulary.osm.word_lists import parts_of, word_of, words_of

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Found(Generic[T]):
    """What one tag says of an aspect (`None`: nothing), and in words what could not be used."""

    value: T | None
    problems: tuple[str, ...] = ()


class Hold(Enum):
    """What writing an aspect may do to a tag it is read from."""

    WRITE = auto()
    DROP = auto()
    READ = auto()


@dataclass(frozen=True, slots=True)
class Source(Generic[T]):
    """One key that an aspect is read from."""

    key: str
    read: Callable[[str], Found[T]]
    hold: Hold = Hold.WRITE


def known_words(
    table: Mapping[str, T], *, silent: frozenset[str] = frozenset()
) -> Callable[[str], Found[T]]:
    """Make a reader of words that must be known; `silent` ones are sound but say nothing here."""

    def read(text: str) -> Found[T]:
        words = {word_of(part): part for part in parts_of(text)}
        strange = [part for word, part in words.items() if word not in table and word not in silent]
        problems = [f"“{part}” is no word we know" for part in strange]
        meanings = list(dict.fromkeys(table[word] for word in words if word in table))
        if len(meanings) > 1:
            problems.append(f"“{text}” says several things; the first is used")
        return Found(meanings[0] if meanings else None, tuple(problems))

    return read


def telling_words(table: Mapping[str, T]) -> Callable[[str], Found[T]]:
    """Make a reader of the words that tell something here among many that mean other things."""

    def read(text: str) -> Found[T]:
        return Found(next((table[word] for word in words_of(text) if word in table), None))

    return read


def telling_pattern(pattern: re.Pattern[str], meaning: T) -> Callable[[str], Found[T]]:
    """Make a reader of a free text that means something where a pattern is found in it."""

    def read(text: str) -> Found[T]:
        return Found(meaning if pattern.search(text) else None)

    return read


def any_text(text: str) -> Found[str]:
    """Read a text as it stands; an empty one says nothing."""
    return Found(text or None)
