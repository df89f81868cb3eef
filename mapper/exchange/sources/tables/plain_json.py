"""Lists in plain JSON: rows that are objects, alone or under one name (`{"cameras": [...]}`)."""

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from mapper.settings import limits


def plain_rows(path: Path) -> tuple[list[str], list[list[Any]]]:
    """The columns and their values; no column where the file holds no such list."""
    rows = _rows_in(_content(path))
    columns = list(dict.fromkeys(key for row in rows for key in row))
    return columns, [[_plain(row.get(column)) for row in rows] for column in columns]


def _content(path: Path) -> object:
    if path.stat().st_size > limits.IMPORT_JSON_MAX_BYTES:
        return None
    try:
        content: object = json.loads(path.read_bytes())
        return content
    except (ValueError, RecursionError):
        return None


def _rows_in(content: object) -> Sequence[dict[str, Any]]:
    """The list itself, or the only list of objects inside an object."""
    lists = [content] if isinstance(content, list) else []
    if isinstance(content, dict):
        lists = [value for value in content.values() if isinstance(value, list)]
    rows = [[row for row in one if isinstance(row, dict)] for one in lists]
    full = [one for one in rows if one]
    return full[0] if len(full) == 1 else []


def _plain(value: object) -> object:
    """A value that is one text or number; what has parts of its own is left out."""
    return None if isinstance(value, list | dict) else value
