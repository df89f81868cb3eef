"""A figure with its bounds as a bar: where it starts, ends and most likely lies, in percent."""

from dataclasses import dataclass
from typing import Self

from mapper.coverage.figures import Range
from mapper.pages.places.amounts import between_words, metres_words, share_words


@dataclass(frozen=True, slots=True)
class Bar:
    """A range on a track that stands for the whole; every position is a percentage of it."""

    low: float
    central: float
    high: float

    @classmethod
    def of(cls, amount: Range, whole: float) -> Self:
        """The bar of an amount out of a whole; an empty track where there is nothing to share."""
        if whole <= 0:
            return cls(0.0, 0.0, 0.0)
        low, central, high = (
            _percent(part / whole) for part in (amount.low, amount.central, amount.high)
        )
        return cls(min(low, central), central, max(central, high))

    @property
    def width(self) -> float:
        """How much of the track lies between the bounds."""
        return round(self.high - self.low, 2)


@dataclass(frozen=True, slots=True)
class Share:
    """A length in view out of a length, or the share of a front: its bar, and the same in words."""

    amount: Range
    whole: float

    @property
    def bar(self) -> Bar:
        """The bar."""
        return Bar.of(self.amount, self.whole)

    @property
    def central(self) -> float:
        """The most likely share."""
        return self.amount.central / self.whole if self.whole > 0 else 0.0

    @property
    def is_none(self) -> bool:
        """Whether nothing is in view, whatever is assumed."""
        return self.amount.high <= 0

    @property
    def is_open(self) -> bool:
        """Whether the bounds can be told apart."""
        return metres_words(self.amount.low) != metres_words(self.amount.high)

    @property
    def most_likely(self) -> str:
        """The most likely length and share: `22 km (23 %)`."""
        if self.amount.central <= 0:
            return "none"
        return f"{metres_words(self.amount.central)} ({share_words(self.central)})"

    @property
    def bounds(self) -> str:
        """Between which lengths it lies: `between 9 and 41 km`."""
        low, high = self.amount.low, self.amount.high
        if low <= 0:
            return f"at most {metres_words(max(high, 1.0))}"
        if not self.is_open:
            return "whatever is assumed"
        return f"between {between_words(low, high)}"

    @property
    def share_bounds(self) -> str:
        """All three as shares: `23 %, between 9 % and 41 %`."""
        if self.is_none or self.whole <= 0:
            return "none"
        low, high = self.amount.low / self.whole, self.amount.high / self.whole
        bounds = f"between {share_words(low)} and {share_words(high)}"
        return f"{share_words(self.central)}, {bounds}"


def _percent(share: float) -> float:
    return round(min(max(share, 0.0), 1.0) * 100, 2)
