"""The cameras of one page of items, found without looking at more than so many."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Self

from django.db.models import BigIntegerField

from mapper.api.problems import BadQueryError
from mapper.cameras.models import Camera
from mapper.cameras.querysets import CameraQuerySet
from mapper.exchange.exports.geojson import FeatureRow, feature_rows
from mapper.geometry import Box
from mapper.settings import limits
from mapper.spatial.compiled_queries import CompiledQuery, Given
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

    @property
    def street(self) -> Box | None:
        """The box, where it is all that was asked for and no larger than some streets."""
        box = self.box
        if box is None or self.days is not None or self.selection != Selection():
            return None
        most = limits.ITEMS_STREET_DEG
        is_small = 0 <= box.east - box.west <= most and box.north - box.south <= most
        return box if is_small else None


@dataclass(frozen=True, slots=True)
class ItemPage:
    """Rows in the order of their numbers, and the number after which the next page begins.

    `matched` is how many cameras were asked for on all pages, where that is known.
    """

    rows: Sequence[FeatureRow]
    goes_on_after: int | None
    matched: int | None = None

    @classmethod
    def cut(cls, rows: Sequence[FeatureRow], size: int) -> Self:
        """The first `size` of rows in order, of which one more tells that there is a next page."""
        return cls(rows[:size], rows[size - 1][0] if len(rows) > size else None)


_IN_STREET: CompiledQuery[FeatureRow] = CompiledQuery(
    # Without an order: asked for the first by number, PostgreSQL may walk through all numbers.
    lambda: feature_rows(
        Camera.objects.public().in_given_box("box").filter(pk__gt=Given("after", BigIntegerField()))
    )[: limits.ITEMS_MAX + 1]
)


def page_of(asked: PageQuestion) -> ItemPage:
    """The page that was asked for; raises `BadQueryError` where too few were seen then."""
    if asked.street is not None:
        rows = _IN_STREET.rows(box=asked.street, after=asked.after)
        if len(rows) <= limits.ITEMS_MAX:
            return ItemPage.cut(sorted(rows), asked.size)
    if asked.days is None:
        return _found(asked)
    if asked.box is not None and Camera.objects.holds_at_most(asked.box, limits.ITEMS_SEARCHED):
        return _searched(asked, asked.box)
    return _walked(asked)


def _found(asked: PageQuestion) -> ItemPage:
    """A page that the index knows the numbers of, however many cameras there are."""
    numbers, matched = numbers_after(
        current_index(), asked.box, asked.selection, asked.after, asked.size + 1, asked.today
    )
    chosen = Camera.objects.public().filter(pk__in=numbers[: asked.size])
    rows = list(feature_rows(chosen).order_by("pk"))
    further = numbers[asked.size - 1] if len(numbers) > asked.size else None
    return ItemPage(rows, further, matched)


def _searched(asked: PageQuestion, box: Box) -> ItemPage:
    """A page out of a box that holds few cameras: the first of all that match."""
    # Their numbers alone: PostgreSQL would read all the rest of those that are then left out.
    numbers = asked.matched.in_box(box).by_number().values_list("pk", flat=True)
    chosen = Camera.objects.public().filter(pk__in=list(numbers[: asked.size + 1]))
    return ItemPage.cut(list(feature_rows(chosen).order_by("pk")), asked.size)


def _walked(asked: PageQuestion) -> ItemPage:
    """A page out of very many cameras: those that match among the next so many numbers."""
    coming = Camera.objects.filter(pk__gt=asked.after).order_by("pk").values_list("pk", flat=True)
    stop = next(iter(coming[limits.ITEMS_WALKED - 1 : limits.ITEMS_WALKED]), None)
    found = asked.matched if stop is None else asked.matched.filter(pk__lte=stop)
    if asked.box is not None:
        found = found.in_box_row_by_row(asked.box)
    rows = list(feature_rows(found).order_by("pk")[: asked.size + 1])
    if stop is None or len(rows) > asked.size:
        return ItemPage.cut(rows, asked.size)
    if not rows:
        # An empty page with a next one would look to many programs like the end.
        raise BadQueryError(_TOO_RARE)
    return ItemPage(rows, stop)
