"""Reading a large CSV in columns: GDAL makes an object of every cell, which takes a minute."""

import re
from pathlib import Path
from typing import Any

import pyarrow as pa
from pyarrow.csv import ConvertOptions, ParseOptions, ReadOptions, read_csv

from mapper.settings import limits

_BLOCK_BYTES = 4_000_000
"""Read at a time; no line is longer. Of larger ones the first touch of the memory takes longest."""

_HEADING_BYTES = 65_536
_PLAIN_HEADING = re.compile(r"[^\W\d][\w .()/-]*", re.ASCII)
_QUOTED = re.compile('"[^"]*"')
_OF_SHAPES = re.compile(r"_?wkt.*|(the_)?geom.*|_?geojson.*", re.IGNORECASE)
"""Columns of these names GDAL reads as shapes."""


def csv_columns(path: Path) -> dict[str, Any] | None:
    """The columns of a large CSV as texts, by name; None for what GDAL had better read.

    That is all but UTF-8 with commas, one row of plain names, and as many cells in every row: GDAL
    knows to guess what else may be meant.
    """
    if path.suffix.lower() != ".csv" or path.stat().st_size < limits.BULK_CSV_BYTES:
        return None
    columns = _headings(path)
    if not columns or path.with_suffix(".csvt").exists():
        return None
    try:
        table = read_csv(
            path,
            ReadOptions(block_size=_BLOCK_BYTES),
            ParseOptions(newlines_in_values=True),
            ConvertOptions(column_types=dict.fromkeys(columns, pa.string())),
        )
    except (pa.ArrowInvalid, OSError):
        return None
    if table.column_names != columns:
        return None
    return {name: table.column(name).combine_chunks() for name in columns}


def _headings(path: Path) -> list[str]:
    """The names in the first row; empty where they are not plain ones, each different."""
    with path.open("rb") as raw:
        line, end, _ = raw.read(_HEADING_BYTES).partition(b"\n")
    try:
        names = line.decode("utf-8-sig").removesuffix("\r").split(",")
    except UnicodeDecodeError:
        return []
    names = [one[1:-1] if _QUOTED.fullmatch(one) else one for one in names]
    plain = all(_PLAIN_HEADING.fullmatch(one) and not _OF_SHAPES.fullmatch(one) for one in names)
    apart = len({one.casefold() for one in names}) == len(names)
    return names if end and plain and apart else []
