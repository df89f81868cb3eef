"""What else the index answers: how many of each sort are in a box, a list, and the nearest."""

from dataclasses import dataclass
from datetime import date, timedelta

import numpy as np

from mapper.geometry import Box
from mapper.geometry.arrays import I64
from mapper.geometry.cells import centres_of
from mapper.geometry.sorted_points import near, positions_of, ranges_in_box
from mapper.settings import limits
from mapper.tiles.index.camera_index import CameraIndex
from mapper.tiles.index.points import Points
from mapper.tiles.index.reading import HomeCells
from mapper.tiles.index.scanning import (
    LARGEST_NUMBER,
    Wanted,
    chosen_of,
    first_in_order,
    histogram,
)
from mapper.tiles.index.words import (
    EPOCH,
    FILTERS,
    STEP_BITS,
    UNKNOWN_DAY,
    WORD_BITS,
    chosen,
    day_number,
    groups_of,
    ranks_of,
    steps_by_day,
    words_in_order,
)
from mapper.vocabulary import OperatorType, Selection

_NOTHING: I64 = np.empty(0, dtype=np.int64)
_SAME_FOR_ALL: I64 = np.zeros(1 << WORD_BITS + STEP_BITS, dtype=np.int64)
"""Ranks for an order in which numbers alone count."""
_FIRST_REACH_M = 25.0
"""How far the nearest are looked for at first: where cameras are many this finds some."""
ORDERS = ("seen", *FILTERS)
"""What a list may be ordered by: the day last seen, or the word of a filter."""


@dataclass(frozen=True, slots=True)
class Listed:
    """A page of a list: numbers of cameras, the key of each, and how many cameras were chosen.

    Keys are the days since 1970 last seen (0: nobody knows), or the places of words in the
    alphabet. `more` says whether others follow.
    """

    ids: list[int]
    keys: list[int]
    total: int
    more: bool


@dataclass(frozen=True, slots=True)
class Order:
    """By what a list is ordered: one of `ORDERS`, forwards or backwards; then by number."""

    name: str
    backwards: bool


def groups_in(
    index: CameraIndex, box: Box | None, today: date
) -> list[tuple[tuple[str, ...], int]]:
    """Like cameras in a box (everywhere: None), as `words.groups_of` has them."""
    steps = steps_by_day(today)
    base = histogram(_ranges(index.base, box), index.skipped, index.base.scanned, steps)
    fresh = histogram(_ranges(index.fresh, box), _NOTHING, index.fresh.scanned, steps)
    return groups_of(base + fresh)


def homes_in(index: CameraIndex, box: Box | None, selection: Selection) -> HomeCells:
    """The fixed cells whose middle lies in a box, and the cameras at private homes in each.

    A cell is counted whole or not at all, so that no box tells where in it a camera hangs.
    Of the filters only who runs a camera is heeded: the others would tell homes apart.
    """
    if selection.operator_types and OperatorType.PRIVATE_HOME not in selection.operator_types:
        return HomeCells(_NOTHING, _NOTHING)
    homes = index.homes
    if box is None:
        return HomeCells(homes.cells, homes.counts)
    places = positions_of(ranges_in_box(homes.codes, box))
    middles = centres_of(homes.cells[places], limits.HOME_CELL_ZOOM)
    places = places[box.contains_each(middles)]
    return HomeCells(homes.cells[places], homes.counts[places])


def numbers_after(
    index: CameraIndex, box: Box | None, selection: Selection, after: int, most: int, today: date
) -> tuple[list[int], int]:
    """The numbers of the first cameras after one, in a box and chosen; and how many were chosen."""
    wanted = chosen(selection, today)
    rows, total = _first(
        index, box, wanted, _SAME_FOR_ALL, (False, 0, min(after, LARGEST_NUMBER)), most
    )
    return np.sort(rows[:, 1])[:most].tolist(), total


def listed(
    index: CameraIndex,
    box: Box | None,
    selection: Selection,
    order: Order,
    after: tuple[int, int] | None,
    today: date,
) -> Listed:
    """The cameras in a box that were chosen, `limits.LIST_PAGE_ROWS` of them.

    `after` is the key and the number of the last camera of the page before.
    """
    wanted = chosen(selection, today)
    ranks = _NOTHING if order.name == "seen" else ranks_of(order.name)
    key, number = after or (-1, 0)
    behind = (order.backwards, key, number)
    rows, total = _first(index, box, wanted, ranks, behind, limits.LIST_PAGE_ROWS + 1)
    rows = rows[np.lexsort((rows[:, 1], -rows[:, 0] if order.backwards else rows[:, 0]))]
    shown = rows[: limits.LIST_PAGE_ROWS]
    return Listed(shown[:, 1].tolist(), shown[:, 0].tolist(), total, len(rows) > len(shown))


def nearest(
    index: CameraIndex,
    place: tuple[float, float],
    number: int,
    metres: float,
    selection: Selection,
    today: date,
) -> list[tuple[int, float]]:
    """The numbers of the cameras nearest to a place in degrees, and how many metres off each is.

    Those that were chosen and no farther than so many metres, `number` of them at most.
    """
    wanted = chosen(selection, today)
    reach = min(_FIRST_REACH_M, metres)
    while True:
        found = _within(index.base, index.skipped, wanted, place, reach)
        if len(index.fresh):
            found += _within(index.fresh, _NOTHING, wanted, place, reach)
        if len(found) >= number or reach >= metres:
            return [(camera, far) for far, camera in sorted(found)[:number]]
        reach = min(4 * reach, metres)


def key_text(order: Order, key: int) -> str:
    """A key as an address says it: a day, or the word."""
    if order.name != "seen":
        return words_in_order(order.name)[key]
    return (EPOCH + timedelta(days=key)).isoformat() if key != UNKNOWN_DAY else ""


def key_of(order: Order, text: str) -> int:
    """The key that a text says; raises `ValueError` for one that none does."""
    if order.name != "seen":
        return words_in_order(order.name).index(text)
    return day_number(date.fromisoformat(text)) if text else UNKNOWN_DAY


def _first(
    index: CameraIndex,
    box: Box | None,
    wanted: Wanted,
    ranks: I64,
    after: tuple[bool, int, int],
    most: int,
) -> tuple[I64, int]:
    """As `scanning.first_in_order`, of what is sorted and of what is newer."""
    found, total = [], 0
    for points, skipped in ((index.base, index.skipped), (index.fresh, _NOTHING)):
        ranges = _ranges(points, box)
        rows, matched = first_in_order(
            ranges, skipped, points.scanned, points.ids, wanted, ranks, after, most
        )
        found.append(rows)
        total += matched
    return np.concatenate(found), total


def _within(
    points: Points, skipped: I64, wanted: Wanted, place: tuple[float, float], metres: float
) -> list[tuple[float, int]]:
    """How far each of the chosen cameras within so many metres is, and its number."""
    positions, distances = near(points.codes, *place, metres)
    kept = chosen_of(positions, skipped, points.scanned, wanted)
    numbers = points.ids[positions[kept]].tolist()
    return list(zip(distances[kept].tolist(), numbers, strict=True))


def _ranges(points: Points, box: Box | None) -> I64:
    return np.array([[0, len(points)]]) if box is None else ranges_in_box(points.codes, box)
