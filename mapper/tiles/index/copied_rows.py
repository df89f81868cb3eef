"""The rows of PostgreSQL's binary COPY as arrays, while they come, and no object made of a value.

The format is that of "COPY, Binary Format" in PostgreSQL's documentation: a header, then each row
as the number of its fields and each field as its length and its bytes, the highest byte first.
"""

from collections.abc import Sequence

import numpy as np

from mapper.geometry.arrays import I64, U8
from mapper.geometry.compiled import compiled
from mapper.tiles.index.taken_rows import NUMBERS, RowsTaken, TakenRows

_HEADER = 19
"""Bytes before the first row: a signature, flags, and an extension that nobody uses."""
_FIXED = 2 + 3 * (4 + 8) + 2 * (4 + 4)
"""Bytes of a row before its groups: three values of eight bytes and two of four."""
_LONG = 3
"""Values of a row that have eight bytes; the others have four."""
_END = b"\xff\xff"


class CopiedRows:
    """Takes rows apart that `COPY … (FORMAT BINARY)` gives, with so many fields in each group."""

    def __init__(self, fields: Sequence[int]) -> None:
        self._fields = np.array(fields, dtype=np.int64)
        self._waiting = bytearray()
        self._begun = False
        self._taken = RowsTaken(len(fields))

    def add(self, part: bytes | bytearray) -> None:
        """Take what comes next: many rows at a time, of which the last may be cut in two."""
        self._waiting += part
        if not self._begun and len(self._waiting) >= _HEADER:
            del self._waiting[:_HEADER]
            self._begun = True
        if self._begun:
            self._take()

    def rows(self) -> TakenRows:
        """All that came; raises `ValueError` where it was cut off."""
        if bytes(self._waiting) != _END:
            raise ValueError("the copy of the cameras ended before its end")
        return self._taken.rows()

    def _take(self) -> None:
        """Take the rows apart that have come whole."""
        data = np.frombuffer(bytes(self._waiting), dtype=np.uint8)
        room = len(data) // _FIXED
        numbers = np.empty((NUMBERS, room), dtype=np.int64)
        bounds = np.empty((len(self._fields), room, 2), dtype=np.int64)
        rows, at = _bounds_of_rows(data, self._fields, numbers, bounds)
        self._taken.take(numbers[:, :rows], [(data, group[:rows]) for group in bounds])
        del self._waiting[:at]


@compiled
def _bounds_of_rows(data: U8, fields: I64, numbers: I64, bounds: I64) -> tuple[int, int]:
    """Fill `numbers` and `bounds` with whole rows; gives how many, and where the next begins."""
    rows, at = 0, 0
    while at + _FIXED <= len(data):
        place = at + 2
        for field in range(NUMBERS):
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
def _number(data: U8, at: int, size: int) -> int:
    """A number of so many bytes, the first of which holds its sign."""
    value = int(data[at])
    value -= (value & 0x80) << 1
    for place in range(at + 1, at + size):
        value = (value << 8) | int(data[place])
    return value
