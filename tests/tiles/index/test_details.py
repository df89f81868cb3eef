"""Details as PostgreSQL sends them and as they are spelled; like ones stand once."""

import struct
from datetime import date
from typing import Any

import numpy as np
import orjson
import pytest

from mapper.tiles.index.details import COLUMNS, DEGREE, GROUPS, PLACE, Details, details_of
from mapper.tiles.index.texts import Texts

FACINGS, DEVICE, SIZES, VOICES, SEEN, REF = GROUPS


def sent(*fields: bytes | None) -> bytes:
    """Fields with their lengths, as COPY has them."""
    return b"".join(
        struct.pack(">i", -1) if field is None else struct.pack(">i", len(field)) + field
        for field in fields
    )


@pytest.mark.parametrize(
    ("group", "raw", "values"),
    [
        (FACINGS, b"[]", ("[]",)),
        (
            DEVICE,
            sent("Säule".encode(), b"public", b"no", b"", b"X", (7).to_bytes(8, "big")),
            ("Säule", "public", "no", "", "X", 7),
        ),
        (DEVICE, sent(b"a", b"b", b"c", b"d", b"e", None), ("a", "b", "c", "d", "e", None)),
        (
            SIZES,
            sent(struct.pack(">d", 4.5), None, struct.pack(">d", -0.1), b""),
            (4.5, None, -0.1, ""),
        ),
        (
            VOICES,
            sent((3).to_bytes(4, "big"), (-1).to_bytes(4, "big", signed=True)),
            (3, date(1999, 12, 31)),
        ),
        (VOICES, sent((0).to_bytes(4, "big"), None), (0, None)),
        (SEEN, (366).to_bytes(4, "big"), (date(2001, 1, 1),)),
        (SEEN, b"", (None,)),
        (REF, b"", ("",)),
    ],
)
def test_bytes_are_read_as_values(group: Any, raw: bytes, values: tuple[object, ...]) -> None:
    assert group.values_copied(raw) == values


@pytest.mark.parametrize(
    ("group", "raw", "values"),
    [
        (FACINGS, b"[]", ("[]",)),
        (
            DEVICE,
            b"S\xc3\xa4ule\xfepublic\xfeno\xfe\xfeX\xfe7",
            ("Säule", "public", "no", "", "X", 7),
        ),
        (DEVICE, b"a\xfeb\xfec\xfed\xfee\xfe\xfd", ("a", "b", "c", "d", "e", None)),
        (SIZES, b"4.5\xfe\xfd\xfe-0.10000000000000000555\xfe", (4.5, None, -0.1, "")),
        (VOICES, b"3\xfe1999-12-31", (3, "1999-12-31")),
        (SEEN, b"\xfd", (None,)),
        (REF, b"", ("",)),
    ],
)
def test_packed_texts_are_read_as_values(
    group: Any, raw: bytes, values: tuple[object, ...]
) -> None:
    assert group.values_packed(raw) == values


def test_each_camera_has_its_place_and_its_texts() -> None:
    known: list[list[tuple[Any, ...]]] = [
        [("[]",), ('[{"bearing": 1.0, "opening": null}]',)],
        [("wall", "public", "no", "", "", 5), ("pole", "public", "no", "", "", None)],
        [(None, None, 1.5, "")],
        [(2, date(2020, 1, 2))],
        [(None,)],
    ]
    one, other = np.array([0, 1], dtype=np.uint32), np.array([0, 0], dtype=np.uint32)
    details = details_of(
        np.array([[-0.25, 60.0], [180.0, -90.0]]),
        [one, one, other, other, other, one],
        known,
        Texts.of([b"", b"A"]),
        {5: "City"},
    )
    assert details.rows.shape == (2, COLUMNS)
    places = details.rows[:, :PLACE].astype(np.int64)
    places[places >= 1 << 31] -= 1 << 32
    assert (places / DEGREE).tolist() == [[-0.25, 60.0], [180.0, -90.0]]
    spelled = [
        orjson.loads(b"{" + b"".join(details.spelled[number] for number in row)[1:] + b"}")
        for row in details.rows[:, PLACE:-1].tolist()
    ]
    assert spelled[0]["operator"] == "City"
    assert spelled[0]["facings"] == []
    assert spelled[1]["operator"] is None
    assert spelled[1]["mount"] == "pole"
    assert spelled[1]["facings"] == [{"bearing": 1.0, "opening": None}]
    assert all(one["first_seen_on"] == "2020-01-02" for one in spelled)
    assert all(one["last_seen_on"] is None for one in spelled)
    assert [details.refs[number] for number in details.rows[:, -1].tolist()] == [b"", b"A"]


def test_texts_that_no_camera_has_are_let_go() -> None:
    rows = np.zeros((3, COLUMNS), dtype=np.uint32)
    rows[:, PLACE] = [2, 0, 2]
    rows[:, -1] = [1, 0, 1]
    details = Details(rows, Texts.of([b"", b"nobody", b",a"]), Texts.of([b"R", b"S"]))
    joined = details.picked(np.array([0, 2])).followed_by(Details.unknown(1)).tidied()
    assert [joined.spelled[number] for number in joined.rows[:, PLACE].tolist()] == [
        b",a",
        b",a",
        b"",
    ]
    assert [joined.refs[number] for number in joined.rows[:, -1].tolist()] == [b"S", b"S", b""]
    assert sorted(joined.spelled) == [b"", b"", b",a"]
    assert sorted(joined.refs) == [b"", b"S"]
