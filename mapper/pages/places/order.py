"""The orders of a table of places, as an address names them."""

from dataclasses import dataclass
from typing import Self

TITLES = {"share": "Share in view", "cameras": "Cameras per 1,000 people", "name": "Name"}
DEFAULT_ORDER = "-share"


@dataclass(frozen=True, slots=True)
class Order:
    """One order: a name out of `TITLES`, forwards or backwards."""

    name: str
    backwards: bool

    @classmethod
    def parse(cls, text: str) -> Self:
        """Read `name` or `-share`; anything else is the usual order."""
        known = text if text.removeprefix("-") in TITLES else DEFAULT_ORDER
        return cls(known.removeprefix("-"), known.startswith("-"))

    def __str__(self) -> str:
        return f"-{self.name}" if self.backwards else self.name

    @property
    def turned(self) -> "Order":
        """The same order the other way round."""
        return Order(self.name, not self.backwards)

    @classmethod
    def first(cls, name: str) -> Self:
        """An order as it is first asked for: most first, names from A."""
        return cls(name, backwards=name != "name")
