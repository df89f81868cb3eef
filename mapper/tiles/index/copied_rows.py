"""The rows of PostgreSQL's binary COPY as arrays, while they come, and no object made of a value.

The format is that of "COPY, Binary Format" in PostgreSQL's documentation: a header, then each row
as the number of its fields and each field as its length and its bytes, the highest byte first.
"""

from collections.abc import Sequence
from typing import Any, NamedTuple

import numpy as np

from mapper.geometry.arrays import I64, U8, U32
from mapper.geometry.compiled import compiled
from mapper.tiles.index.texts import Texts

_HEADER = 19
"""Bytes before the first row: a signature, flags, and an extension that nobody uses."""
_FIXED = 2 + 3 * (4 + 8) + 2 * (4 + 4)
"""Bytes of a row before its groups: three values of eight bytes and two of four."""
_LONG = 3
"""Values of a row that have eight bytes; the others have four."""
_NUMBERS = 5
_END = b"\xff\xff"


class CopiedRows(NamedTuple):
    """Rows of a number, longitude, latitude, words and days, then of groups of fields.

    Of each group, `groups` holds which of `known` each row has; there each stands once. One of
    several fields is as it came, with their lengths; one of a single field is its bytes alone.
    """

    ids: I64
    lon: Any
    lat: Any
    words: I64
    days: I64
    groups: list[U32]
    known: list[Texts]


class RowsTaken:
    """Takes rows apart that `COPY … (FORMAT BINARY)` gives, with so many fields in each group."""

    def __init__(self, fields: Sequence[int]) -> None:
        self._fields = np.array(fields, dtype=np.int64)
        self._waiting = bytearray()
        self._begun = False
        self._numbers: list[I64] = []
        self._groups: list[list[U32]] = [[] for _ in fields]
        self._known = [_Known() for _ in fields]

    def add(self, part: bytes | bytearray) -> None:
        """Take what comes next: many rows at a time, of which the last may be cut in two."""
        self._waiting += part
        if not self._begun and len(self._waiting) >= _HEADER:
            del self._waiting[:_HEADER]
            self._begun = True
        if self._begun:
            self._take()

    def rows(self) -> CopiedRows:
        """All that came; raises `ValueError` where it was cut off."""
        if bytes(self._waiting) != _END:
            raise ValueError("the copy of the cameras ended before its end")
        numbers = np.concatenate([np.empty((_NUMBERS, 0), dtype=np.int64), *self._numbers], axis=1)
        lon, lat = numbers[1].view(np.float64), numbers[2].view(np.float64)
        none = np.empty(0, dtype=np.uint32)
        groups = [np.concatenate([none, *parts]) for parts in self._groups]
        known = [one.texts for one in self._known]
        return CopiedRows(numbers[0], lon, lat, numbers[3], numbers[4], groups, known)

    def _take(self) -> None:
        """Take the rows apart that have come whole."""
        data = np.frombuffer(bytes(self._waiting), dtype=np.uint8)
        room = len(data) // _FIXED
        numbers = np.empty((_NUMBERS, room), dtype=np.int64)
        bounds = np.empty((len(self._fields), room, 2), dtype=np.int64)
        rows, at = _bounds_of_rows(data, self._fields, numbers, bounds)
        self._numbers.append(numbers[:, :rows].copy())
        for group, known in enumerate(self._known):
            self._groups[group].append(known.numbers_of(data, bounds[group, :rows]))
        del self._waiting[:at]


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
def _bounds_of_rows(data: U8, fields: I64, numbers: I64, bounds: I64) -> tuple[int, int]:
    """Fill `numbers` and `bounds` with whole rows; gives how many, and where the next begins."""
    rows, at = 0, 0
    while at + _FIXED <= len(data):
        place = at + 2
        for field in range(_NUMBERS):
            size = 8 if field < _LONG else 4
            numbers[field, rows] = _number(data, place + 4, size)
            place += 4 + size
        for group in range(len(fields)):
            bounds[group, rows, 0] = place
            for _ in range(fields[group]):
                if place + 4 > len(data):
                    return rows, at
                # What is null has the length -1, and no bytes.
                place += 4 + max(_number(data, place, 4), 0)
            bounds[group, rows, 1] = place
            if fields[group] == 1:
                bounds[group, rows, 0] += 4
        if place > len(data):
            return rows, at
        at = place
        rows += 1
    return rows, at


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
def _number(data: U8, at: int, size: int) -> int:
    """A number of so many bytes, the first of which holds its sign."""
    value = int(data[at])
    value -= (value & 0x80) << 1
    for place in range(at + 1, at + size):
        value = (value << 8) | int(data[place])
    return value


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
