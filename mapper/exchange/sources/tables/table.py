"""Reading a file of rows in any format GDAL knows, and lists in plain JSON."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any
from warnings import catch_warnings, simplefilter

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
import pyogrio
import pyogrio.errors
import pyogrio.raw
import shapely
from numpy.typing import NDArray

from mapper.exchange.sources.notes import RefusedFileError
from mapper.exchange.sources.tables.csv_columns import csv_columns
from mapper.exchange.sources.tables.plain_json import plain_rows
from mapper.exchange.sources.tables.texts import text_of
from mapper.exchange.sources.watching import Watch
from mapper.settings import limits

_STAGE = "Reading rows"
_GZIP = b"\x1f\x8b"

Shapes = NDArray[np.object_]
"""shapely's geometries in two dimensions, None where a row has none."""


@dataclass(frozen=True, slots=True)
class Table:
    """The rows of one file in their order; `crs` is empty where it does not say its own.

    `values` are its columns, each a sequence of whatever the format holds, or Arrow's texts.
    """

    name: str
    modified_on: date
    columns: Sequence[str]
    values: Sequence[Sequence[Any]]
    shapes: Shapes
    crs: str

    def __len__(self) -> int:
        """How many rows it has."""
        return len(self.shapes)

    def rows(self, start: int, stop: int) -> "Table":
        """Some of its rows, as a table of their own; nothing of them is copied."""
        part = slice(start, stop)
        values = [held[part] for held in self.values]
        return replace(self, values=values, shapes=self.shapes[part])

    def column(self, name: str) -> pa.Array:
        """What `texts` gives, in Arrow's columns: for very many rows."""
        held = self.values[self.columns.index(name)]
        if isinstance(held, pa.Array):
            return pc.utf8_trim_whitespace(held)
        return pa.array(self.texts(name), pa.string())

    def texts(self, column: str) -> list[str]:
        """What every row says in one column; empty everywhere where the column is none."""
        if not column:
            return [""] * len(self)
        held = self.values[self.columns.index(column)]
        values = held.to_pylist() if isinstance(held, pa.Array) else held
        return [text_of(value) for value in values]


def read_table(path: Path, *, layer: str = "", encoding: str = "", watch: Watch) -> Table:
    """Read a file whole; raises `RefusedFileError` with the one reason why not."""
    _check(path)
    watch(_STAGE, 0, None)
    table = (None if layer or encoding else _in_columns(path)) or _read(path, layer, encoding)
    if not len(table):
        raise RefusedFileError(f"{path.name} holds no rows.")
    watch(_STAGE, len(table), len(table))
    return table


def _in_columns(path: Path) -> Table | None:
    """A large CSV; None where GDAL is to read it."""
    columns = csv_columns(path)
    if columns is None:
        return None
    values = list(columns.values())
    nothing = np.full(len(values[0]), None, dtype=object)
    return Table(path.name, _modified_on(path), list(columns), values, nothing, "")


def _check(path: Path) -> None:
    if not path.is_file():
        raise RefusedFileError(f"{path} is not a file.")
    size = path.stat().st_size
    if size == 0:
        raise RefusedFileError(f"{path.name} is empty.")
    if size > limits.IMPORT_MAX_BYTES:
        raise RefusedFileError(
            f"{path.name} has {size:,} bytes, more than the {limits.IMPORT_MAX_BYTES:,} that are"
            " read."
        )


def _read(path: Path, layer: str, encoding: str) -> Table:
    try:
        named = _address(path)
        chosen = _layer(path, [str(name) for name, _ in pyogrio.list_layers(named)], layer)
        with catch_warnings():
            # GDAL warns of shapes it cannot read; each is refused by its row, in our words.
            simplefilter("ignore")
            meta, _, wkb, values = pyogrio.raw.read(
                named, layer=chosen, encoding=encoding or None, force_2d=True
            )
    except pyogrio.errors.DataSourceError as error:
        columns, values = plain_rows(path)
        if columns:
            nothing = np.full(len(values[0]), None, dtype=object)
            return Table(path.name, _modified_on(path), columns, values, nothing, "")
        raise _refusal(path, error) from error
    # pyogrio raises many kinds of error for what GDAL says of a broken file.
    except (RuntimeError, ValueError, OSError) as error:
        raise _refusal(path, error) from error
    count = len(values[0]) if len(values) else len(wkb if wkb is not None else ())
    shapes = np.full(count, None) if wkb is None else shapely.from_wkb(wkb, on_invalid="ignore")
    columns = [str(column) for column in meta["fields"]]
    return Table(path.name, _modified_on(path), columns, values, shapes, meta["crs"] or "")


def _address(path: Path) -> str:
    """What GDAL calls a file: one packed with gzip is read as it is."""
    with path.open("rb") as raw:
        packed = raw.read(len(_GZIP)) == _GZIP
    whole = str(path.resolve())
    return f"/vsigzip/{whole}" if packed else whole


def _layer(path: Path, layers: Sequence[str], asked: str) -> str:
    """The layer asked for, else the only one."""
    named = ", ".join(layers)
    if asked and asked not in layers:
        raise RefusedFileError(f"{path.name} has no layer “{asked}”: it has {named}.")
    if not asked and len(layers) != 1:
        raise RefusedFileError(f"{path.name} has several layers, name one with --layer: {named}.")
    return asked or layers[0]


def _modified_on(path: Path) -> date:
    return datetime.fromtimestamp(path.stat().st_mtime, tz=UTC).date()


def _refusal(path: Path, error: Exception) -> RefusedFileError:
    if isinstance(error, UnicodeError):
        return RefusedFileError(
            f"{path.name} is not written in UTF-8: name its encoding, such as --encoding cp1252."
        )
    said = " ".join(str(error).split()).partition(";")[0].rstrip(".")
    # GDAL names the file by its whole path, which says more than it should.
    told = said.replace(f"/vsigzip/{path.resolve()}", path.name).replace(
        str(path.resolve()), path.name
    )
    return RefusedFileError(f"{path.name} cannot be read: {told}.")
