"""Passing over sorted cameras at machine speed: choosing, counting, gathering.

Everywhere `ranges` are positions from a first to below a last, shape (n, 2), and `skipped` sorted
positions that no longer count, because something newer is known of those cameras.
"""

from typing import NamedTuple

import numpy as np

from mapper.geometry.arrays import I64, U8, U16, U32, Flags
from mapper.geometry.compiled import compiled

_GRID_BITS = 3
_KIND_MASK = 7
_FACE_BIT, _FACE_MASK, _FACE_YES = 6, 3, 0
_WORD_BITS, _STEPS = 14, 8
_KEYS, _ID_BITS = (1 << 17) - 1, 44
LARGEST_NUMBER = (1 << _ID_BITS) - 1
"""Of a camera; a database that counts to it would hold millions for each person."""
_NEVER = 1 << 20
"""The key of a camera that is in no list: larger than all others."""
_ROOM = 16
"""Pages that are collected before those that cannot be shown are let go."""


class Scanned(NamedTuple):
    """What is passed over of each camera: its Z-order number, words and day; shapes (n,)."""

    codes: I64
    words: U16
    seen: U16


class Wanted(NamedTuple):
    """The step of each day, shape (65536,), and a flag for each step and words, shape (2 ** 17,).

    `everything` says whether all flags are set.
    """

    steps: U8
    flags: Flags
    everything: bool


class Grid(NamedTuple):
    """Cameras counted by the 64 cells of a tile's grid.

    `kinds` by kind, shape (64, kinds); `faces` those that recognise faces, shape (64,); `sums` of
    their columns and rows in the world, shape (64, 2).
    """

    kinds: I64
    faces: I64
    sums: I64


class Cells(NamedTuple):
    """The cells of one zoom that hold cameras, by their numbers; the rest as a grid has it."""

    numbers: I64
    kinds: I64
    faces: I64
    sums: I64


@compiled
def gather(ranges: I64, skipped: I64, scanned: Scanned, wanted: Wanted, at_most: int) -> I64:
    """Give the positions of the chosen cameras, one more than `at_most` where there are more."""
    found = np.empty(at_most + 1, dtype=np.int64)
    count = 0
    for part in range(len(ranges)):
        skip = np.searchsorted(skipped, ranges[part, 0])
        for position in range(ranges[part, 0], ranges[part, 1]):
            if skip < len(skipped) and skipped[skip] == position:
                skip += 1
                continue
            step = int(wanted.steps[scanned.seen[position]])
            if wanted.flags[step << _WORD_BITS | int(scanned.words[position])]:
                found[count] = position
                count += 1
                if count > at_most:
                    return found
    return found[:count]


@compiled
def chosen_of(positions: I64, skipped: I64, scanned: Scanned, wanted: Wanted) -> Flags:
    """Give of each of some positions, in any order, whether its camera counts and is chosen."""
    kept = np.empty(len(positions), dtype=np.bool_)
    for number in range(len(positions)):
        position = positions[number]
        skip = np.searchsorted(skipped, position)
        step = int(wanted.steps[scanned.seen[position]])
        kept[number] = wanted.flags[step << _WORD_BITS | int(scanned.words[position])] and not (
            skip < len(skipped) and skipped[skip] == position
        )
    return kept


@compiled
def positions_of_numbers(ids: I64, by_id: U32, numbers: I64) -> I64:
    """Give where the cameras with some numbers stand, in that order; unknown ones are left out.

    `by_id` are positions in the order of `ids`. Numpy would make them numbers of 64 bits first.
    """
    found = np.empty(len(numbers), dtype=np.int64)
    count = 0
    for number in numbers:
        low, high = 0, len(by_id)
        while low < high:
            middle = (low + high) >> 1
            if ids[by_id[middle]] < number:
                low = middle + 1
            else:
                high = middle
        if low < len(by_id) and ids[by_id[low]] == number:
            found[count] = by_id[low]
            count += 1
    return found[:count]


@compiled
def histogram(ranges: I64, skipped: I64, scanned: Scanned, steps: U8) -> I64:
    """Count the cameras by everything a filter asks for, shape (2 ** 17,)."""
    counts = np.zeros(_STEPS << _WORD_BITS, dtype=np.int64)
    for part in range(len(ranges)):
        skip = np.searchsorted(skipped, ranges[part, 0])
        for position in range(ranges[part, 0], ranges[part, 1]):
            if skip < len(skipped) and skipped[skip] == position:
                skip += 1
                continue
            step = int(steps[scanned.seen[position]])
            counts[step << _WORD_BITS | int(scanned.words[position])] += 1
    return counts


@compiled
def first_in_order(  # noqa: C901  (one pass, as fast as it can be)
    ranges: I64,
    skipped: I64,
    scanned: Scanned,
    ids: I64,
    wanted: Wanted,
    ranks: I64,
    after: tuple[bool, int, int],
    most: int,
) -> tuple[I64, int]:
    """Give the first chosen cameras of an order: rows of key and number; and how many were chosen.

    The key is the day, or where there are `ranks` that of the camera's step and words. `after`
    says whether keys fall, and behind which key (-1: none) and number the page begins; keys and
    numbers fit 17 and 44 bits. The rows, at most `most`, come in no order.
    """
    falling, after_key, after_id = after
    behind = -1
    if after_key >= 0:
        behind = _turned(after_key, falling) << _ID_BITS | after_id
    found = np.empty(_ROOM * most, dtype=np.int64)
    count, chosen = 0, 0
    beyond = 1 << 62
    # Most are told from those on the page by their keys alone, and nothing else of them is read.
    beyond_key = beyond >> _ID_BITS
    for part in range(len(ranges)):
        low, high = ranges[part]
        skip, end = np.searchsorted(skipped, low), np.searchsorted(skipped, high)
        for position in skipped[skip:end]:
            chosen -= _key_if_chosen(position, scanned, wanted, ranks, falling) != _NEVER
        for position in range(low, high):
            key = _key_if_chosen(position, scanned, wanted, ranks, falling)
            chosen += key != _NEVER
            if key > beyond_key:
                continue
            while skip < end and skipped[skip] < position:
                skip += 1
            place = key << _ID_BITS | int(ids[position])
            if behind < place < beyond and not (skip < end and skipped[skip] == position):
                found[count] = place
                count += 1
                if count == len(found):
                    # Only the first so many can be on the page: what lies behind them is let go.
                    found[:most] = np.partition(found, most)[:most]
                    count = most
                    beyond = int(found[:most].max()) + 1
                    beyond_key = beyond >> _ID_BITS
    first = np.sort(found[:count])[:most]
    rows = np.empty((len(first), 2), dtype=np.int64)
    for row in range(len(first)):
        rows[row, 0] = _turned(first[row] >> _ID_BITS, falling)
        rows[row, 1] = first[row] & ((1 << _ID_BITS) - 1)
    return rows, chosen


@compiled
def _key_if_chosen(
    position: int,
    scanned: Scanned,
    wanted: Wanted,
    ranks: I64,
    falling: bool,  # noqa: FBT001
) -> int:
    """Give the key of a camera, turned so that it grows; `_NEVER` where it was not chosen."""
    key = int(scanned.seen[position])
    if wanted.everything and not len(ranks):
        return _turned(key, falling)
    number = int(wanted.steps[key]) << _WORD_BITS | int(scanned.words[position])
    if not wanted.flags[number]:
        return _NEVER
    return _turned(int(ranks[number]) if len(ranks) else key, falling)


@compiled
def _turned(key: int, falling: bool) -> int:  # noqa: FBT001
    """Turn a key so that it grows along a list, or back."""
    return _KEYS - key if falling else key


@compiled
def add_points(
    low: int,
    high: int,
    skipped: I64,
    scanned: Scanned,
    wanted: Wanted,
    shift: int,
    sign: int,
    grid: Grid,
) -> None:
    """Add the chosen cameras from a position to another to a grid, or with a minus take them off.

    The cell of a camera is its Z-order number shifted by `shift`, of which the last six bits count.
    """
    skip = np.searchsorted(skipped, low)
    for position in range(low, high):
        if skip < len(skipped) and skipped[skip] == position:
            skip += 1
            continue
        code, word = scanned.codes[position], int(scanned.words[position])
        if not wanted.flags[int(wanted.steps[scanned.seen[position]]) << _WORD_BITS | word]:
            continue
        cell = (code >> shift) & ((1 << 2 * _GRID_BITS) - 1)
        grid.kinds[cell, word & _KIND_MASK] += sign
        grid.faces[cell] += sign * (((word >> _FACE_BIT) & _FACE_MASK) == _FACE_YES)
        grid.sums[cell, 0] += sign * _every_second_bit(code)
        grid.sums[cell, 1] += sign * _every_second_bit(code >> 1)


@compiled
def add_cells(low: int, high: int, cells: Cells, grid: Grid) -> None:
    """Add cells that were counted before to the grid of a tile they lie in."""
    for position in range(low, high):
        cell = cells.numbers[position] & ((1 << 2 * _GRID_BITS) - 1)
        grid.kinds[cell] += cells.kinds[position]
        grid.faces[cell] += cells.faces[position]
        grid.sums[cell] += cells.sums[position]


@compiled
def count_cells(scanned: Scanned, shift: int, all_kinds: int) -> Cells:
    """Count sorted cameras by the cells of one zoom."""
    cells = _empty_cells(_different(scanned.codes, shift), all_kinds)
    cell = -1
    for position in range(len(scanned.codes)):
        code, word = scanned.codes[position], scanned.words[position]
        if cell < 0 or code >> shift != cells.numbers[cell]:
            cell += 1
            cells.numbers[cell] = code >> shift
        cells.kinds[cell, word & _KIND_MASK] += 1
        cells.faces[cell] += ((word >> _FACE_BIT) & _FACE_MASK) == _FACE_YES
        cells.sums[cell, 0] += _every_second_bit(code)
        cells.sums[cell, 1] += _every_second_bit(code >> 1)
    return cells


@compiled
def count_coarser(finer: Cells) -> Cells:
    """Count by the cells of one zoom less."""
    cells = _empty_cells(_different(finer.numbers, 2), finer.kinds.shape[1])
    cell = -1
    for position in range(len(finer.numbers)):
        if cell < 0 or finer.numbers[position] >> 2 != cells.numbers[cell]:
            cell += 1
            cells.numbers[cell] = finer.numbers[position] >> 2
        cells.kinds[cell] += finer.kinds[position]
        cells.faces[cell] += finer.faces[position]
        cells.sums[cell] += finer.sums[position]
    return cells


@compiled
def _different(numbers: I64, shift: int) -> int:
    """How many different numbers there are among sorted ones without their last bits."""
    found = min(len(numbers), 1)
    for position in range(1, len(numbers)):
        found += numbers[position] >> shift != numbers[position - 1] >> shift
    return found


@compiled
def _empty_cells(number: int, all_kinds: int) -> Cells:
    """So many cells that hold nothing yet."""
    return Cells(
        np.zeros(number, dtype=np.int64),
        np.zeros((number, all_kinds), dtype=np.int64),
        np.zeros(number, dtype=np.int64),
        np.zeros((number, 2), dtype=np.int64),
    )


@compiled
def _every_second_bit(code: int) -> int:
    """The column in a Z-order number; of the number halved, the row."""
    code &= 0x5555555555555555
    code = (code | code >> 1) & 0x3333333333333333
    code = (code | code >> 2) & 0x0F0F0F0F0F0F0F0F
    code = (code | code >> 4) & 0x00FF00FF00FF00FF
    code = (code | code >> 8) & 0x0000FFFF0000FFFF
    return (code | code >> 16) & 0x7FFFFFFF
