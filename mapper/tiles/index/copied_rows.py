"""The rows of PostgreSQL's binary COPY as arrays, without making an object of any value.

The format is that of "COPY, Binary Format" in PostgreSQL's documentation: a header, then each row
as the number of its fields and each field as its length and its bytes, the highest byte first.
"""

from typing import Any, NamedTuple

import numpy as np

from mapper.geometry.compiled import I64, U8, U32, compiled

_HEADER = 19
"""Bytes before the first row: a signature, flags, and an extension that nobody uses."""
_FIXED = 2 + 3 * (4 + 8) + 2 * (4 + 4)
"""Bytes of a row before its text: three values of eight bytes and two of four."""
_LONG = 3
"""Values of a row that have eight bytes; the others have four."""
_END = b"\xff\xff"


class CopiedRows(NamedTuple):
    """Rows of a number, longitude, latitude, words, days and a text.

    `texts` are places in `known`, in which each text stands once.
    """

    ids: I64
    lon: Any
    lat: Any
    words: I64
    days: I64
    texts: U32
    known: list[str]


def rows_copied(content: bytes | bytearray) -> CopiedRows:
    """Take apart what `COPY … (FORMAT BINARY)` gave; raises `ValueError` where it was cut off."""
    if not content.endswith(_END):
        raise ValueError("the copy of the cameras ended before its end")
    data = np.frombuffer(content, dtype=np.uint8)
    rows = _count(data)
    numbers = np.empty((5, rows), dtype=np.int64)
    texts = np.empty(rows, dtype=np.uint32)
    places = _take_apart(data, numbers, texts, 1 << max(4, (2 * rows).bit_length()))
    known = [bytes(content[start:end]).decode() for start, end in places.tolist()]
    lon, lat = numbers[1].view(np.float64), numbers[2].view(np.float64)
    return CopiedRows(numbers[0], lon, lat, numbers[3], numbers[4], texts, known)


@compiled
def _count(data: U8) -> int:
    """How many rows there are."""
    rows, at = 0, _HEADER
    while at + _FIXED < len(data):
        at += _FIXED
        at += 4 + _number(data, at, 4)
        rows += 1
    return rows


@compiled
def _take_apart(data: U8, numbers: I64, texts: U32, slots: int) -> I64:
    """Fill `numbers` and `texts`; gives where each different text stands, shape (k, 2)."""
    table = np.full(slots, -1, dtype=np.int64)
    places = np.empty((16, 2), dtype=np.int64)
    known, at = 0, _HEADER
    for row in range(len(texts)):
        at += 2
        for field in range(len(numbers)):
            size = 8 if field < _LONG else 4
            numbers[field, row] = _number(data, at + 4, size)
            at += 4 + size
        length = _number(data, at, 4)
        start = at + 4
        at = start + length
        slot = _hash(data, start, at) & (slots - 1)
        while table[slot] >= 0 and not _same(data, places, table[slot], start, at):
            slot = (slot + 1) & (slots - 1)
        if table[slot] < 0:
            if known == len(places):
                longer = np.empty((2 * known, 2), dtype=np.int64)
                longer[:known] = places
                places = longer
            places[known] = start, at
            table[slot] = known
            known += 1
        texts[row] = table[slot]
    return places[:known]


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
    """A number for a text that is seldom another text's (FNV-1a, 32 bits)."""
    value = 2_166_136_261
    for place in range(start, end):
        value = ((value ^ int(data[place])) * 16_777_619) & 0xFFFFFFFF
    return value


@compiled
def _same(data: U8, places: I64, number: int, start: int, end: int) -> bool:
    """Whether a text is the one that is known by a number."""
    first, last = places[number]
    if last - first != end - start:
        return False
    for place in range(end - start):  # noqa: SIM110  (a loop is compiled to a comparison)
        if data[first + place] != data[start + place]:
            return False
    return True
