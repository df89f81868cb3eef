"""The rows of SQLite as arrays: packed by the database itself, and no object made of a value.

SQLite has no COPY. It is asked for some thousands of rows in a few values: points one after the
other, and numbers and groups of texts with bytes between them that no text holds: UTF-8 has none
from 0xF8 up.
"""

from collections.abc import Iterable, Sequence

import numpy as np

from mapper.geometry.arrays import I64, U8
from mapper.geometry.compiled import compiled
from mapper.tiles.index.taken_rows import NUMBERS, RowsTaken, TakenRows

END, AND, NOTHING = b"\xff", b"\xfe", b"\xfd"
"""Stands behind every value of a column, between the fields of a group, and for what is null."""
_POINT = np.dtype([("mark", "V5"), ("lonlat", "<i8", 2)])
"""The bits of two coordinates, and what stands before them in SpatiaLite's bytes of a point."""
_MARK = b"\x7c\x01\x00\x00\x00"
_MARK_AT = 39
"""The place of that in "BLOB-Geometry", counted from 1."""
_ZERO = b"0"[0]


def packed_rows(point: str, numbers: Sequence[str], groups: Iterable[Iterable[str]]) -> str:
    """SQL that packs rows: a point, two whole numbers, and groups of fields that may be null."""
    between = f" || {_sql(AND)} || "
    fields = (between.join(f"coalesce({one}, {_sql(NOTHING)})" for one in some) for some in groups)
    ended = ", ".join(_together(f"{value} || {_sql(END)}") for value in (*numbers, *fields))
    return f"{_together(f'substr({point}, {_MARK_AT}, {_POINT.itemsize})')}, {ended}"


def exactly(number: str) -> str:
    """SQL for a number as a text that says all its bits; SQLite's own says fifteen digits."""
    thousandths = f"CAST({number} * 1000 AS INTEGER)"
    return (
        f"CASE WHEN {number} IS NULL THEN NULL"
        f" WHEN {thousandths} / 1000.0 = {number} THEN {thousandths} || 'e-3'"
        f" ELSE printf('%!.20g', {number}) END"
    )


def _together(value: str) -> str:
    return f"CAST(group_concat({value}, '') AS BLOB)"


def _sql(mark: bytes) -> str:
    return f"x'{mark.hex()}'"


class PackedRows:
    """Takes rows apart that `packed_rows` gives, with so many groups; their days are left at 0."""

    def __init__(self, groups: int) -> None:
        self._taken = RowsTaken(groups)

    def add(self, points: bytes, ids: bytes, words: bytes, *groups: bytes) -> None:
        """Take some rows; raises `ValueError` where one is no point, or something is missing."""
        if len(points) % _POINT.itemsize:
            raise ValueError("the database gave half a camera")
        places = np.frombuffer(points, dtype=_POINT)
        if (places["mark"] != np.void(_MARK)).any():
            raise ValueError("a place of a camera is no point as SpatiaLite stores it")
        numbers = np.zeros((NUMBERS, len(places)), dtype=np.int64)
        numbers[1:3] = places["lonlat"].T
        for row, texts in ((0, ids), (3, words)):
            _read_whole(*_apart(texts, len(places)), numbers[row])
        self._taken.take(numbers, [_apart(texts, len(places)) for texts in groups])

    def rows(self) -> TakenRows:
        """All that came."""
        return self._taken.rows()


def _apart(texts: bytes, rows: int) -> tuple[U8, I64]:
    """Bytes, and from where to where in them the value of each row is, shape (rows, 2)."""
    data = np.frombuffer(texts, dtype=np.uint8)
    ends = np.flatnonzero(data == END[0])
    if len(ends) != rows:
        raise ValueError(f"the database gave {len(ends)} values for {rows} cameras")
    bounds = np.zeros((rows, 2), dtype=np.int64)
    bounds[1:, 0], bounds[:, 1] = ends[:-1] + 1, ends
    return data, bounds


@compiled
def _read_whole(data: U8, bounds: I64, numbers: I64) -> None:
    """Read whole numbers, none below zero, that are written in digits."""
    for row in range(len(bounds)):
        value = 0
        for place in range(bounds[row, 0], bounds[row, 1]):
            value = 10 * value + (int(data[place]) - _ZERO)
        numbers[row] = value
