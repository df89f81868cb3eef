"""How one aspect of a camera is read from its sources in order, and written back to one of them."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Generic, TypeVar

from mapper.vocabulary.camera_words import Answer
from mapper.vocabulary.osm.sources import Found, Hold, Source
from mapper.vocabulary.osm.tag_view import TagView
from mapper.vocabulary.osm.word_lists import with_word, without_words, words_of
from mapper.vocabulary.osm.word_tables import CAMERA_TYPES, PLATE_READERS

T = TypeVar("T")

DEVICE_TYPE = "surveillance:type"


@dataclass(frozen=True, slots=True)
class Aspect(Generic[T]):
    """One field of the reading: `empty` where no source says anything.

    The first source that says something counts, and all are asked, so that nonsense is
    reported wherever it stands. The first source is also the one written to where none spoke.
    """

    field: str
    empty: T | None
    text_of: Callable[[T], str]
    sources: tuple[Source[T], ...]

    def read(self, view: TagView) -> Found[T]:
        """Read the aspect; the problems name their keys."""
        value: T | None = None
        problems: list[str] = []
        for source in self.sources:
            text = view.get(source.key)
            if text is None:
                continue
            found = source.read(text)
            problems.extend(f"{source.key}: {problem}" for problem in found.problems)
            value = found.value if value is None else value
        return Found(self.empty if value is None else value, tuple(problems))

    def write(self, view: TagView, value: T | None) -> None:
        """Change the tags so that this value is read, and touch no more of them than that takes."""
        if value is None or value == self.empty:
            self._clear(view)
            return
        spoke = next((source for source in self.sources if _says_something(source, view)), None)
        here = spoke if spoke and spoke.hold is Hold.WRITE else self.sources[0]
        view.put(here.key, self.text_of(value))

    def _clear(self, view: TagView) -> None:
        """Drop what says something; where tags that are not ours still do, say *unknown*."""
        self._drop_ours(view)
        if self.read(view).value != self.empty:
            view.put(self.sources[0].key, "unknown")

    def _drop_ours(self, view: TagView) -> None:
        """Drop the tags that say something and that are there for nothing else."""
        for source in self.sources:
            if source.hold is not Hold.READ and _says_something(source, view):
                view.drop(source.key)


@dataclass(frozen=True, slots=True)
class PlateReading(Aspect[Answer]):
    """Plate reading, of which OSM says *yes* in `surveillance:type` and has no word for *no*."""

    def write(self, view: TagView, value: Answer | None) -> None:
        """Put `ALPR` in its list or take it out; *no* gets a key of its own."""
        types = view.get(DEVICE_TYPE) or ""
        if value is Answer.YES:
            self._drop_ours(view)
            if not PLATE_READERS.keys() & set(words_of(types)):
                others = without_words(types, frozenset({"camera"}))
                view.put(DEVICE_TYPE, with_word(others, "ALPR"))
            return
        others = without_words(types, frozenset(PLATE_READERS))
        if others != types:
            still = CAMERA_TYPES.intersection(words_of(others))
            view.put(DEVICE_TYPE, others if still else with_word(others, "camera"))
        if value is Answer.NO:
            view.put(self.sources[0].key, self.text_of(value))
        else:
            self._clear(view)


def _says_something(source: Source[T], view: TagView) -> bool:
    """Whether a source gives a value at all."""
    text = view.get(source.key)
    return text is not None and source.read(text).value is not None
