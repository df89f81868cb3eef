"""What an import has to say about single objects, and the one sentence that refuses a file."""

from collections import Counter
from dataclasses import dataclass, field


class RefusedFileError(Exception):
    """A file that cannot be imported at all; its text is the sentence that says why."""


class HalfwayError(Exception):
    """Somebody interrupted what is stored in parts; its text says how much is."""


@dataclass(frozen=True, slots=True)
class Note:
    """One remark about one object, such as `node/123`."""

    about: str
    text: str

    def __str__(self) -> str:
        return f"{self.about}: {self.text}"


@dataclass(slots=True)
class Notes:
    """Everything said about single objects: those refused, and those kept with a remark."""

    refused: list[Note] = field(default_factory=list)
    remarked: list[Note] = field(default_factory=list)

    def refuse(self, about: str, text: str) -> None:
        """Say why an object was left out."""
        self.refused.append(Note(about, text))

    def remark(self, about: str, text: str) -> None:
        """Say what was not understood, or put right, in an object that was kept."""
        self.remarked.append(Note(about, text))


def counted_reasons(notes: list[Note]) -> list[tuple[str, int]]:
    """Every reason with the number of objects it was given for, commonest first."""
    return Counter(note.text for note in notes).most_common()
