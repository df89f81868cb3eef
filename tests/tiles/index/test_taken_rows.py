"""What was found in runs of bytes: numbers as they are, and each text once."""

import numpy as np
import pytest

from mapper.tiles.index import taken_rows
from mapper.tiles.index.taken_rows import NUMBERS, RowsTaken
from tests.geometry.uncompiled import uncompile

TEXTS = [f"{number % 700} and more".encode() * 3 for number in range(3_000)]


def bounds_of(texts: list[bytes]) -> np.ndarray:
    ends = np.cumsum([len(text) for text in texts])
    return np.stack([ends - [len(text) for text in texts], ends], axis=1)


def taken(*parts: list[bytes]) -> RowsTaken:
    rows, number = RowsTaken(1), 0
    for part in parts:
        numbers = np.zeros((NUMBERS, len(part)), dtype=np.int64)
        numbers[0] = np.arange(number, number + len(part))
        numbers[1] = np.full(len(part), -1.5).view(np.int64)
        data = np.frombuffer(b"".join(part), dtype=np.uint8)
        rows.take(numbers, [(data, bounds_of(part))])
        number += len(part)
    return rows


@pytest.mark.parametrize("compiled", [True, False])
def test_every_row_has_its_text_and_each_stands_once(
    monkeypatch: pytest.MonkeyPatch,
    compiled: bool,  # noqa: FBT001
) -> None:
    if not compiled:
        uncompile(monkeypatch, taken_rows)
    rows = taken(TEXTS[:10], TEXTS[10:2_000], TEXTS[2_000:]).rows()
    [numbers], [known] = rows.groups, rows.known
    assert [known[number] for number in numbers.tolist()] == TEXTS
    assert len(known) == 700
    assert rows.ids.tolist() == list(range(len(TEXTS)))
    assert set(rows.lon.tolist()) == {-1.5}


def test_without_rows_there_is_nothing() -> None:
    rows = taken().rows()
    assert len(rows.ids) == len(rows.groups[0]) == len(rows.known[0]) == 0
