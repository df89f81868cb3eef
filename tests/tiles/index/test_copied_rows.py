"""PostgreSQL's binary COPY as arrays: what came is what was sent, and a cut is noticed."""

import struct

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mapper.tiles.index import copied_rows
from mapper.tiles.index.copied_rows import rows_copied
from tests.geometry.uncompiled import uncompile

HEADER = b"PGCOPY\n\xff\r\n\x00" + bytes(8)
ROWS = st.lists(
    st.tuples(
        st.integers(1, 2**62),
        st.floats(-180, 180),
        st.floats(-90, 90),
        st.integers(0, 2**14 - 1),
        st.integers(0, 2**15),
        st.text(max_size=9),
    ),
    max_size=40,
)


def copied(rows) -> bytes:
    """Rows as PostgreSQL sends them."""
    parts = [HEADER]
    for number, lon, lat, words, days, text in rows:
        parts.append(struct.pack(">hiqidid", 6, 8, number, 8, lon, 8, lat))
        parts.append(struct.pack(">iiii", 4, words, 4, days))
        parts.append(struct.pack(">i", len(text.encode())) + text.encode())
    return b"".join([*parts, b"\xff\xff"])


def told(content: bytes) -> list[tuple[object, ...]]:
    found = rows_copied(content)
    texts = [found.known[number] for number in found.texts.tolist()]
    columns = (found.ids, found.lon, found.lat, found.words, found.days)
    return list(zip(*(column.tolist() for column in columns), texts, strict=True))


@given(ROWS)
def test_what_came_is_what_was_sent(rows) -> None:
    assert told(copied(rows)) == rows


def test_each_text_stands_once() -> None:
    rows = [(number, 1.0, 2.0, 3, 4, "[]" if number % 3 else "[1]") for number in range(1, 60)]
    assert sorted(rows_copied(copied(rows)).known) == ["[1]", "[]"]


def test_as_it_is_written_it_reads_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    rows = [(number, -1.5, 2.25, 3, 4, str(number % 25)) for number in range(1, 60)]
    uncompile(monkeypatch, copied_rows)
    assert told(copied(rows)) == rows


@pytest.mark.parametrize("missing", [1, 2, 9])
def test_a_copy_that_was_cut_off_is_refused(missing: int) -> None:
    with pytest.raises(ValueError, match="before its end"):
        rows_copied(copied([(1, 1.0, 2.0, 3, 4, "[]")])[:-missing])
