"""What an import has to say about single rows, in the lines a command prints."""

from collections.abc import Iterator

from mapper.exchange.sources.notes import Note, Notes, counted_reasons
from mapper.settings import limits


def lines_about(what: str, notes: Notes) -> Iterator[str]:
    """The remarks and the refusals: the first by name, the others counted by reason."""
    yield from _lines(f"{what} kept, with a remark", notes.remarked)
    yield from _lines(f"{what} refused", notes.refused)


def _lines(title: str, notes: list[Note]) -> Iterator[str]:
    if not notes:
        return
    yield f"{title}: {len(notes):,}"
    shown = notes[: limits.IMPORT_REFUSALS_SHOWN]
    for note in shown:
        yield f"  {note}"
    for reason, count in counted_reasons(notes[len(shown) :]):
        yield f"  {count:,} more: {reason}"
