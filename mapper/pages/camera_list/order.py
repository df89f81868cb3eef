"""The orders of the list, and where a page of it ends: by key and number, never by offset."""

from dataclasses import dataclass
from datetime import date
from typing import Self

from django.db.models import CharField, DateField, F, Q, Value
from django.db.models.expressions import Combinable
from django.db.models.functions import Cast, Coalesce

from mapper.cameras.querysets import CameraQuerySet

# Cameras whose last day nobody knows stand where a very old one would.
_NO_DAY = Value(date(1, 1, 1), output_field=DateField())
_SEEN: Combinable = Cast(Coalesce("last_seen_on", _NO_DAY), CharField())

ORDERS: dict[str, tuple[str, Combinable]] = {
    "seen": ("Last seen", _SEEN),
    "kind": ("Kind", F("kind")),
    "operator_type": ("Run by", F("operator_type")),
    "state": ("State", F("state_on")),
}
DEFAULT_ORDER = "-seen"
_MARK = "~"
_DIGITS = 18  # what any database holds as a whole number


@dataclass(frozen=True, slots=True)
class Order:
    """One order: a name out of `ORDERS`, forwards or backwards."""

    name: str
    backwards: bool

    @classmethod
    def parse(cls, text: str) -> Self:
        """Read `kind` or `-kind`; raises `ValueError` in words for anything else."""
        name = text.removeprefix("-")
        if name not in ORDERS:
            raise ValueError(f"the list cannot be sorted by “{text}”")
        return cls(name, text.startswith("-"))

    def __str__(self) -> str:
        return f"-{self.name}" if self.backwards else self.name

    @property
    def turned(self) -> "Order":
        """The same order the other way round."""
        return Order(self.name, not self.backwards)

    def page(self, cameras: CameraQuerySet, after: str, rows: int, today: date) -> CameraQuerySet:
        """The `rows` cameras that follow `after`, a mark that `mark_of` made, or the first."""
        keyed = cameras.with_words_of(today).annotate(sort_key=ORDERS[self.name][1])
        if after:
            keyed = keyed.filter(self._beyond(after))
        sign = "-" if self.backwards else ""
        return keyed.order_by(f"{sign}sort_key", "pk")[:rows]

    def _beyond(self, after: str) -> Q:
        key, mark, number = after.rpartition(_MARK)
        if not mark or not number.isascii() or not number.isdigit() or len(number) > _DIGITS:
            raise ValueError("the page of the list is not one we handed out")
        side = "lt" if self.backwards else "gt"
        return Q(**{f"sort_key__{side}": key}) | Q(sort_key=key, pk__gt=int(number))


def mark_of(sort_key: str, pk: int) -> str:
    """Where a page ended, for the address of the next."""
    return f"{sort_key}{_MARK}{pk}"
