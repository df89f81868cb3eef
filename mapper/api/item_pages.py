"""The cameras of one page of items, found without looking at more than so many."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Self

import orjson

from mapper.api.problems import BadQueryError
from mapper.cameras.models import Camera
from mapper.cameras.querysets import CameraQuerySet
from mapper.exchange.exports.geojson import FeatureRow, feature_of_row, feature_rows
from mapper.geometry import Box
from mapper.settings import limits
from mapper.tiles.feature_bytes import features_of
from mapper.tiles.index.current import current_index
from mapper.tiles.index.questions import numbers_after
from mapper.vocabulary import Selection

_TOO_RARE = (
    f"not one of the first {limits.ITEMS_WALKED} cameras that were looked at is among those asked"
    " for; choose a smaller box"
)


@dataclass(frozen=True, slots=True)
class PageQuestion:
    """What is asked of a page: after the camera of a number, `size` cameras at most.

    `days` are the first and the last on which they may have been seen; None asks for no day.
    """

    selection: Selection
    today: date
    size: int
    box: Box | None = None
    days: tuple[date | None, date | None] | None = None
    after: int = 0

    @property
    def matched(self) -> CameraQuerySet:
        """The public cameras that were asked for after that number, wherever they are."""
        found = Camera.objects.public().matching(self.selection, self.today)
        if self.days is not None:
            found = found.seen_between(*self.days)
        return found.filter(pk__gt=self.after)


@dataclass(frozen=True, slots=True)
class ItemPage:
    """Features in the order of their numbers, how many they are, and where the next page begins.

    `features` are JSON, with a comma between two; the next page begins after a number. `matched`
    is how many cameras were asked for on all pages, where that is known.
    """

    features: bytes
    number: int
    goes_on_after: int | None
    matched: int | None = None

    @classmethod
    def of_rows(
        cls, rows: Sequence[FeatureRow], today: date, goes_on_after: int | None = None
    ) -> Self:
        """A page of what the database gave."""
        features = orjson.dumps([feature_of_row(row, today) for row in rows])[1:-1]
        return cls(features, len(rows), goes_on_after)

    @classmethod
    def cut(cls, rows: Sequence[FeatureRow], asked: PageQuestion) -> Self:
        """The first of rows in order, of which one more tells that there is a next page."""
        size = asked.size
        further = rows[size - 1][0] if len(rows) > size else None
        return cls.of_rows(rows[:size], asked.today, further)


def page_of(asked: PageQuestion) -> ItemPage:
    """The page that was asked for; raises `BadQueryError` where too few were seen then."""
    if asked.days is None:
        return _found(asked)
    if asked.box is not None and Camera.objects.holds_at_most(asked.box, limits.ITEMS_SEARCHED):
        return _searched(asked, asked.box)
    return _walked(asked)


def _found(asked: PageQuestion) -> ItemPage:
    """A page that the index holds all of, however many cameras there are."""
    index = current_index()
    numbers, matched = numbers_after(
        index, asked.box, asked.selection, asked.after, asked.size + 1, asked.today
    )
    shown = numbers[: asked.size]
    further = shown[-1] if len(numbers) > asked.size else None
    return ItemPage(features_of(index, shown, asked.today), len(shown), further, matched)


def _searched(asked: PageQuestion, box: Box) -> ItemPage:
    """A page out of a box that holds few cameras: the first of all that match."""
    # Their numbers alone: PostgreSQL would read all the rest of those that are then left out.
    numbers = asked.matched.in_box(box).by_number().values_list("pk", flat=True)
    chosen = Camera.objects.public().filter(pk__in=list(numbers[: asked.size + 1]))
    return ItemPage.cut(list(feature_rows(chosen).order_by("pk")), asked)


def _walked(asked: PageQuestion) -> ItemPage:
    """A page out of very many cameras: those that match among the next so many numbers."""
    coming = Camera.objects.filter(pk__gt=asked.after).order_by("pk").values_list("pk", flat=True)
    stop = next(iter(coming[limits.ITEMS_WALKED - 1 : limits.ITEMS_WALKED]), None)
    found = asked.matched if stop is None else asked.matched.filter(pk__lte=stop)
    if asked.box is not None:
        found = found.in_box_row_by_row(asked.box)
    rows = list(feature_rows(found).order_by("pk")[: asked.size + 1])
    if stop is None or len(rows) > asked.size:
        return ItemPage.cut(rows, asked)
    if not rows:
        # An empty page with a next one would look to many programs like the end.
        raise BadQueryError(_TOO_RARE)
    return ItemPage.of_rows(rows, asked.today, stop)
