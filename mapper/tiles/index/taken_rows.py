"""Rows of the database as arrays: their numbers, and of each group of fields which it has of all.

However they came, no object is made of a value.
"""

from collections.abc import Iterable
from typing import Any, NamedTuple

import numpy as np

from mapper.geometry.arrays import I64, U8, U32
from mapper.geometry.compiled import compiled
from mapper.tiles.index.texts import Texts

NUMBERS = 5
"""A row begins with a number, longitude, latitude, words and days."""


class TakenRows(NamedTuple):
    """Rows of a number, longitude, latitude, words and days, then of groups of fields.

    Of each group, `groups` holds which of `known` each row has; there each stands once, as it came.
    """

    ids: I64
    lon: Any
    lat: Any
    words: I64
    days: I64
    groups: list[U32]
    known: list[Texts]


class RowsTaken:
    """Keeps what was found in runs of bytes that hold rows with so many groups of fields."""

    def __init__(self, groups: int) -> None:
        self._numbers: list[I64] = []
        self._groups: list[list[U32]] = [[] for _ in range(groups)]
        self._known = [_Known() for _ in range(groups)]

    def take(self, numbers: I64, groups: Iterable[tuple[U8, I64]]) -> None:
        """Take some rows: their numbers, and of each group bytes and where in them each row's are.

        `numbers` are of shape (`NUMBERS`, n), longitudes and latitudes as bits of floats; where a
        group is, is of shape (n, 2): its first byte, and the one behind its last.
        """
        self._numbers.append(numbers.copy())
        for parts, known, (data, bounds) in zip(self._groups, self._known, groups, strict=True):
            parts.append(known.numbers_of(data, bounds))

    def rows(self) -> TakenRows:
        """All that were taken."""
        numbers = np.concatenate([np.empty((NUMBERS, 0), dtype=np.int64), *self._numbers], axis=1)
        lon, lat = numbers[1].view(np.float64), numbers[2].view(np.float64)
        none = np.empty(0, dtype=np.uint32)
        groups = [np.concatenate([none, *parts]) for parts in self._groups]
        known = [one.texts for one in self._known]
        return TakenRows(numbers[0], lon, lat, numbers[3], numbers[4], groups, known)


class _Known:
    """The different runs of bytes of one group, numbered as they come."""

    def __init__(self) -> None:
        self._slots = np.full(1 << 10, -1, dtype=np.int64)
        self._starts = np.zeros(1 << 9, dtype=np.int64)
        self._content = np.empty(1 << 16, dtype=np.uint8)
        self._count = 0

    @property
    def texts(self) -> Texts:
        """All of them, by their numbers."""
        starts = self._starts[: self._count + 1].copy()
        return Texts(starts, self._content[: starts[-1]].copy())

    def numbers_of(self, data: U8, bounds: I64) -> U32:
        """The numbers of some, each from a first byte to below a last, shape (n, 2)."""
        self._make_room(len(bounds), int((bounds[:, 1] - bounds[:, 0]).sum()))
        numbers = np.empty(len(bounds), dtype=np.uint32)
        self._count = _number_each(
            data, bounds, self._slots, self._starts, self._content, self._count, numbers
        )
        return numbers

    def _make_room(self, more: int, more_bytes: int) -> None:
        """Grow by so much that none will be full, were every one of so many new."""
        count = self._count + more + 1
        if count > len(self._starts):
            self._starts = _longer(self._starts, 2 * count)
        size = int(self._starts[self._count]) + more_bytes
        if size > len(self._content):
            self._content = _longer(self._content, 2 * size)
        if 2 * count > len(self._slots):
            self._slots = np.full(1 << (4 * count).bit_length(), -1, dtype=np.int64)
            _put_in_slots(self._slots, self._starts, self._content, self._count)


def _longer(array: Any, length: int) -> Any:  # noqa: ANN401  (an array of any sort)
    longer = np.empty(length, dtype=array.dtype)
    longer[: len(array)] = array
    return longer


@compiled
def _number_each(
    data: U8, bounds: I64, slots: I64, starts: I64, content: U8, count: int, numbers: U32
) -> int:
    """Fill `numbers`, and add what is new to what is known; gives how many are known then."""
    last = len(slots) - 1
    for row in range(len(bounds)):
        start, end = bounds[row]
        slot = _hash(data, start, end) & last
        while slots[slot] >= 0 and not _same(data, start, end, starts, content, slots[slot]):
            slot = (slot + 1) & last
        if slots[slot] < 0:
            begin = starts[count]
            for place in range(end - start):
                content[begin + place] = data[start + place]
            slots[slot] = count
            count += 1
            starts[count] = begin + end - start
        numbers[row] = slots[slot]
    return count


@compiled
def _put_in_slots(slots: I64, starts: I64, content: U8, count: int) -> None:
    """Put what is known into empty slots."""
    last = len(slots) - 1
    for number in range(count):
        slot = _hash(content, starts[number], starts[number + 1]) & last
        while slots[slot] >= 0:
            slot = (slot + 1) & last
        slots[slot] = number


@compiled
def _hash(data: U8, start: int, end: int) -> int:
    """A number of 32 bits for a text that is seldom another text's.

    As FNV-1a has it, but of four bytes at a time, whose high bits are brought down in between.
    """
    value = 2_166_136_261
    place = start
    while place + 4 <= end:
        four = int(data[place]) | int(data[place + 1]) << 8
        four |= int(data[place + 2]) << 16 | int(data[place + 3]) << 24
        value = ((value ^ four) * 16_777_619) & 0xFFFFFFFF
        value ^= value >> 15
        place += 4
    for rest in range(place, end):
        value = ((value ^ int(data[rest])) * 16_777_619) & 0xFFFFFFFF
    return value ^ value >> 13


@compiled
def _same(data: U8, start: int, end: int, starts: I64, content: U8, number: int) -> bool:
    """Whether some bytes are those that are known by a number."""
    first = starts[number]
    if starts[number + 1] - first != end - start:
        return False
    for place in range(end - start):  # noqa: SIM110  (a loop is compiled to a comparison)
        if data[start + place] != content[first + place]:
            return False
    return True
