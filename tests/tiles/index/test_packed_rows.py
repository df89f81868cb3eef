"""Rows packed by SQLite itself: what comes out is what stands there, to the last bit."""

import sqlite3
import struct
from collections.abc import Iterator, Sequence
from contextlib import closing

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mapper.tiles.index import packed_rows as module
from mapper.tiles.index.packed_rows import AND, NOTHING, PackedRows, exactly, packed_rows
from tests.geometry.uncompiled import uncompile

SIZES = st.floats(allow_nan=False, allow_infinity=False, min_value=-1e9, max_value=1e9)
ROWS = st.lists(
    st.tuples(
        st.floats(-180, 180),
        st.floats(-90, 90),
        st.integers(0, 2**14 - 1),
        st.text(max_size=9),
        st.none() | st.text(max_size=9),
        st.none() | SIZES | st.decimals(-90, 90, places=2).map(float),
    ),
    min_size=1,
    max_size=30,
)
# One text alone, and a text and a number that may be null.
SELECT = packed_rows("location", ["id", "words"], [["text"], ["more", exactly("size")]])


def point(lon: float, lat: float) -> bytes:
    """A point as SpatiaLite stores it."""
    head, box = b"\x00\x01" + struct.pack("<i", 4326), struct.pack("<4d", lon, lat, lon, lat)
    return head + box + b"\x7c\x01\x00\x00\x00" + struct.pack("<2d", lon, lat) + b"\xfe"


def packed(rows) -> list[bytes]:
    """What SQLite makes of rows, which are numbered from 1."""
    with closing(sqlite3.connect(":memory:")) as line:
        line.execute("CREATE TABLE t (id INTEGER PRIMARY KEY, location, words, text, more, size)")
        line.executemany(
            "INSERT INTO t (location, words, text, more, size) VALUES (?, ?, ?, ?, ?)",
            [(point(lon, lat), *others) for lon, lat, *others in rows],
        )
        return list(line.execute(f"SELECT {SELECT} FROM t").fetchone())  # noqa: S608


def told(parts: Sequence[bytes]) -> Iterator[tuple[object, ...]]:
    taken = PackedRows(2)
    taken.add(*parts)
    found = taken.rows()
    text, more = (
        [known[number] for number in numbers.tolist()]
        for numbers, known in zip(found.groups, found.known, strict=True)
    )
    columns = (found.ids, found.lon, found.lat, found.words)
    for *numbers, alone, group in zip(*(one.tolist() for one in columns), text, more, strict=True):
        beside, size = (None if one == NOTHING else one for one in group.split(AND))
        yield (
            *numbers,
            alone.decode(),
            beside if beside is None else beside.decode(),
            size if size is None else float(size),
        )


@given(ROWS)
def test_what_comes_out_is_what_stands_there(rows) -> None:
    assert list(told(packed(rows))) == [(number, *row) for number, row in enumerate(rows, 1)]


@pytest.mark.parametrize(
    "size", [3.3, -0.001, 0.1 + 0.2, 1 / 3, 3.3000000000000003, -1e-7 / 3, 2.0**-40, 1e300, 0.0]
)
def test_a_number_keeps_all_its_bits(size: float) -> None:
    [row] = told(packed([(1.0, 2.0, 0, "", None, size)]))
    assert row[-1] == size


def test_as_it_is_written_it_reads_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    rows = [(-1.5, 2.25, number, f"Säule {number % 5}", None, 0.5) for number in range(200)]
    uncompile(monkeypatch, module)
    assert list(told(packed(rows))) == [(number, *row) for number, row in enumerate(rows, 1)]


@pytest.mark.parametrize(
    ("part", "wrong", "why"),
    [
        (0, lambda points: points[:-1], "half a camera"),
        (0, lambda points: points.replace(b"\x7c\x01", b"\x7c\x02"), "no point"),
        (1, lambda ids: ids[:2], "1 values for 2 cameras"),
        (3, lambda texts: texts + b"\xff", "3 values for 2 cameras"),
    ],
)
def test_anything_else_is_refused(part: int, wrong, why: str) -> None:
    parts = packed([(1.0, 2.0, 3, "text", "more", 0.5), (1.0, 2.0, 3, "text", "more", 0.5)])
    parts[part] = wrong(parts[part])
    with pytest.raises(ValueError, match=why):
        list(told(parts))
