"""Places side by side in tables: only like with like, of one level and inside one place."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from mapper.coverage.figures import Figures
from mapper.coverage.models import PlaceFigures
from mapper.pages.places.amounts import rate_words, share_words
from mapper.pages.places.bars import Share
from mapper.pages.places.levels import plural_of
from mapper.pages.places.order import Order
from mapper.pages.places.people import per_thousand
from mapper.pages.places.ways import Ways
from mapper.places.models import Place
from mapper.places.search import folded
from mapper.vocabulary import Level, Measure


@dataclass(frozen=True, slots=True)
class Row:
    """One place of a table; what has not been computed, or cannot be, is None."""

    name: str
    slug: str
    share: Share | None
    cameras: int | None
    per_thousand: float | None
    looked: float | None
    computed_on: date | None

    @property
    def has_streets(self) -> bool:
        """Whether there is anything that could be in view."""
        return self.share is not None and self.share.whole > 0

    @property
    def looked_words(self) -> str:
        """Along how much of the ways somebody looked."""
        return "–" if self.looked is None else share_words(self.looked)

    @property
    def per_thousand_words(self) -> str:
        """Cameras for each 1,000 people, where that is known."""
        return "not known" if self.per_thousand is None else rate_words(self.per_thousand)

    @property
    def is_ranked(self) -> bool:
        """Whether anybody looked there: else what is mapped says nothing of what there is."""
        return bool(self.looked)


@dataclass(frozen=True, slots=True)
class Table:
    """Places of one level inside one place, or inside none."""

    level: Level
    inside: str
    rows: tuple[Row, ...]

    @property
    def title(self) -> str:
        """What stands side by side: `Wards in Thistlequay`."""
        several = plural_of(self.level).capitalize()
        return f"{several} in {self.inside}" if self.inside else several

    @property
    def unlooked_words(self) -> str:
        """In how many of them nobody looked, in words; empty where somebody did in each."""
        unlooked = sum(row.share is not None and not row.is_ranked for row in self.rows)
        if not unlooked:
            return ""
        if unlooked == len(self.rows):
            return "Nobody has looked along a street in any of them, so that none is ranked."
        return f"In {unlooked} of them nobody has looked along a street; they stand last, unranked."


def fetched_figures(place: Place) -> Figures | None:
    """The figures of a place that was fetched together with them; None where there are none."""
    stored: PlaceFigures | None = getattr(place, "coverage", None)
    return Figures.read(stored.computed_on, stored.figures) if stored else None


def row_of(place: Place, ways: Ways) -> Row:
    """A place as a table shows it; asks nothing where its figures were fetched with it."""
    figures = fetched_figures(place)
    if figures is None:
        return Row(place.name, place.slug, None, None, None, None, None)
    return Row(
        name=place.name,
        slug=place.slug,
        share=in_view(figures, ways),
        cameras=figures.cameras.total,
        per_thousand=per_thousand(figures.cameras.total, place.population),
        looked=ways.of(figures).looked_share,
        computed_on=figures.computed_on,
    )


def in_view(figures: Figures, ways: Ways) -> Share:
    """What at least one camera could observe of the ways."""
    counted = ways.of(figures)
    return Share(counted.metres(Measure.AT_LEAST_ONE), counted.length_m)


def tables_of(places: Iterable[Place], ways: Ways, order: Order) -> list[Table]:
    """The places in tables, highest level first, inside each by the name of what holds them."""
    levels = list(Level)
    keyed = sorted((_key(place, levels), place.pk, place) for place in places)
    return [
        Table(levels[rank], inside, in_order([row_of(place, ways) for *_, place in group], order))
        for (rank, _, inside, _), group in groupby(keyed, key=lambda entry: entry[0])
    ]


def in_order(rows: Iterable[Row], order: Order) -> tuple[Row, ...]:
    """The rows in an order, those of one value by name; what cannot be ranked last, by name."""
    by_name = sorted(rows, key=lambda row: (as_counted(row.name), row.slug))
    if order.name == "name":
        return tuple(reversed(by_name) if order.backwards else by_name)
    valued = [(_value(row, order) if row.is_ranked else None, row) for row in by_name]
    ranked = [(value, row) for value, row in valued if value is not None]
    ranked.sort(key=lambda pair: pair[0], reverse=order.backwards)
    return (*(row for _, row in ranked), *(row for value, row in valued if value is None))


def as_counted(name: str) -> list[tuple[int, str]]:
    """A name to sort by: `District 2` before `District 10`."""
    return [
        (int(part), "") if part.isdecimal() else (-1, part)
        for part in re.split(r"([0-9]+)", folded(name))
    ]


def _value(row: Row, order: Order) -> float | None:
    if order.name == "cameras":
        return row.per_thousand
    return row.share.central if row.share else None


def _key(place: Place, levels: Sequence[Level]) -> tuple[int, list[tuple[int, str]], str, int]:
    """Level, and what holds it: of two towns of one name each has a table of its own."""
    inside = place.parent.name if place.parent else ""
    rank = levels.index(Level(place.level))
    return rank, as_counted(inside), inside, place.parent_id or 0
