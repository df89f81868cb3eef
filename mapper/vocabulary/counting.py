"""Numbers with their nouns, and several things in one phrase."""

from collections.abc import Sequence


def counted(number: int, thing: str, things: str = "") -> str:
    """A number with its noun: `1 person`, `2 people`."""
    return f"{number} {thing if number == 1 else things or thing + 's'}"


def joined(things: Sequence[str]) -> str:
    """Several things in one phrase: `one, two and three`."""
    return " and ".join(part for part in (", ".join(things[:-1]), *things[-1:]) if part)
