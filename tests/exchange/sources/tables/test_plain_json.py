"""Lists in plain JSON have columns; anything else has none."""

import json

import pytest

from mapper.exchange.sources.tables.plain_json import plain_rows
from mapper.settings import limits


def read(folder, content):
    path = folder / "list.json"
    path.write_text(content if isinstance(content, str) else json.dumps(content))
    return plain_rows(path)


@pytest.mark.parametrize("wrap", [lambda rows: rows, lambda rows: {"n": 2, "cameras": rows}])
def test_rows_stand_alone_or_under_a_name(tmp_path, wrap):
    rows = [{"id": 1, "where": {"lat": 1}}, {"id": 2, "name": "Gate"}, 7]
    columns, values = read(tmp_path, wrap(rows))
    assert columns == ["id", "where", "name"]
    assert values == [[1, 2], [None, None], [None, "Gate"]]


@pytest.mark.parametrize(
    "content", ["{", "7", {"a": [{"b": 1}], "c": [{"d": 1}]}, {"a": []}, [1, 2], "[" * 99_999]
)
def test_anything_else_has_no_columns(tmp_path, content):
    assert read(tmp_path, content) == ([], [])


def test_a_huge_one_is_not_taken_into_memory(tmp_path, monkeypatch):
    monkeypatch.setattr(limits, "IMPORT_JSON_MAX_BYTES", 5)
    assert read(tmp_path, [{"id": 1}]) == ([], [])
