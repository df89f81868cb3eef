"""PostgreSQL's binary COPY as arrays: what came is what was sent, and a cut is noticed."""

import struct
from collections.abc import Iterable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mapper.tiles.index import copied_rows
from mapper.tiles.index.copied_rows import CopiedRows
from tests.geometry.uncompiled import uncompile

HEADER = b"PGCOPY\n\xff\r\n\x00" + bytes(8)
FIELDS = (1, 2)
"""One text alone, and a group of two that may be null."""
TEXTS = st.text(max_size=9)
ROWS = st.lists(
    st.tuples(
        st.integers(1, 2**62),
        st.floats(-180, 180),
        st.floats(-90, 90),
        st.integers(0, 2**14 - 1),
        st.integers(0, 2**15),
        TEXTS,
        st.tuples(st.none() | TEXTS, st.none() | TEXTS),
    ),
    max_size=40,
)


def field(text: str | None) -> bytes:
    """One field of any length as PostgreSQL sends it."""
    if text is None:
        return struct.pack(">i", -1)
    return struct.pack(">i", len(text.encode())) + text.encode()


def copied(rows) -> bytes:
    """Rows as PostgreSQL sends them."""
    parts = [HEADER]
    for number, lon, lat, words, days, text, group in rows:
        parts.append(struct.pack(">hiqidid", 8, 8, number, 8, lon, 8, lat))
        parts.append(struct.pack(">iiii", 4, words, 4, days))
        parts += map(field, (text, *group))
    return b"".join([*parts, b"\xff\xff"])


def taken(parts: Iterable[bytes]) -> CopiedRows:
    rows = CopiedRows(FIELDS)
    for part in parts:
        rows.add(part)
    return rows


def told(*parts: bytes) -> list[tuple[object, ...]]:
    found = taken(parts).rows()
    alone, group = (
        [known[number] for number in numbers.tolist()]
        for numbers, known in zip(found.groups, found.known, strict=True)
    )
    columns = (found.ids, found.lon, found.lat, found.words, found.days)
    return list(zip(*(column.tolist() for column in columns), alone, group, strict=True))


def expected(rows) -> list[tuple[object, ...]]:
    """What a text alone says, and a group with its lengths."""
    return [(*others, text.encode(), b"".join(map(field, group))) for *others, text, group in rows]


@given(ROWS)
def test_what_came_is_what_was_sent(rows) -> None:
    assert told(copied(rows)) == expected(rows)


@given(ROWS, st.integers(1, 97))
def test_wherever_it_is_cut_in_parts(rows, size: int) -> None:
    content = copied(rows)
    parts = [content[start : start + size] for start in range(0, len(content), size)]
    assert told(*parts) == expected(rows)


def test_each_text_stands_once() -> None:
    rows = [
        (number, 1.0, 2.0, 3, 4, "[]" if number % 3 else "[1]", (None, str(number % 2)))
        for number in range(1, 60)
    ]
    texts, group = taken([copied(rows)]).rows().known
    assert sorted(texts) == [b"[1]", b"[]"]
    assert len(group) == 2


def test_very_many_texts_are_told_apart() -> None:
    rows = [(number, 1.0, 2.0, 3, 4, f"{number:x}", ("", "")) for number in range(1, 5_000)]
    half = copied(rows[:2_000])[: -len(b"\xff\xff")]
    assert told(half, copied(rows[2_000:])[len(HEADER) :]) == expected(rows)


def test_as_it_is_written_it_reads_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    rows = [
        (number, -1.5, 2.25, 3, 4, f"{number % 700} and more" * 9, (None, "x"))
        for number in range(1, 900)
    ]
    uncompile(monkeypatch, copied_rows)
    content = copied(rows)
    small = [content[start : start + 57] for start in range(0, 5_700, 57)]
    assert told(*small, content[5_700:]) == expected(rows)


@pytest.mark.parametrize("missing", [1, 2, 9, 70])
def test_a_copy_that_was_cut_off_is_refused(missing: int) -> None:
    with pytest.raises(ValueError, match="before its end"):
        taken([copied([(1, 1.0, 2.0, 3, 4, "[]", ("a", "b"))])[:-missing]]).rows()
