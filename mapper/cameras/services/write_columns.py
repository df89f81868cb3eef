"""Writing very many rows that stand in columns: by COPY, or by one prepared statement."""

from collections.abc import Iterable, Iterator, Mapping
from itertools import repeat
from typing import Any, TypeAlias, cast

import numpy as np
import pyarrow as pa
from django.db import DEFAULT_DB_ALIAS, connections
from django.db.models import Model
from numpy.typing import NDArray
from pgpq import ArrowToPostgresBinaryEncoder
from pgpq.encoders import StringEncoderBuilder
from pgpq.schema import Jsonb

from mapper.geometry.arrays import F64, I64, Flags

Texts: TypeAlias = pa.Array | pa.ChunkedArray
"""Arrow's texts or whole numbers, null where nothing is known."""

Column: TypeAlias = NDArray[Any] | Texts | str | int | None
"""Numbers, days (`datetime64[D]`), texts, rows of longitude and latitude, or one value for all.

NaN, NaT and, among objects, None stand for what is unknown. JSON is given as text.
"""

_SRID = 4326
_LONLAT = 2
"""Only points have as many dimensions."""

_ROWS_AT_ONCE = 8_192
"""Rows made into bytes at once: two megabytes, which stay in the cache of a core."""

_JSON = "jsonb"
_IN_ARROW = {
    "bigint": pa.int64(),
    "integer": pa.int32(),
    "double precision": pa.float64(),
    "date": pa.date32(),
}
"""What the database reads in other bytes than a text's, by its own names."""

_POSTGIS_POINT = np.dtype([("head", "S9"), ("lonlat", "<f8", 2)])
_POSTGIS_HEAD = b"\x01" + (0x20000001).to_bytes(4, "little") + _SRID.to_bytes(4, "little")
_SPATIALITE_POINT = np.dtype(
    [
        ("head", "V6"),
        ("low", "<f8", 2),
        ("high", "<f8", 2),
        ("sort", "V5"),
        ("lonlat", "<f8", 2),
        ("end", "V1"),
    ]
)
_SPATIALITE_HEAD = b"\x00\x01" + _SRID.to_bytes(4, "little")
_SPATIALITE_SORT, _SPATIALITE_END = b"\x7c\x01\x00\x00\x00", b"\xfe"


def write_columns(
    model: type[Model], columns: Mapping[str, Column], using: str = DEFAULT_DB_ALIAS
) -> None:
    """Insert rows given as columns, by the names these have in the database.

    Nothing else is checked than what the database itself refuses. Runs in the caller's transaction.
    Raises `ValueError` where the columns are not all of one length, or all are single values.
    """
    lengths = {len(one) for one in columns.values() if not isinstance(one, str | int | None)}
    if len(lengths) != 1:
        raise ValueError("the columns are not of one length")
    (count,) = lengths
    connection = connections[using]
    names = ", ".join(connection.ops.quote_name(name) for name in columns)
    table = f"{connection.ops.quote_name(model._meta.db_table)} ({names})"
    with connection.cursor() as cursor, connection.wrap_database_errors:
        if connection.vendor == "postgresql":
            sorts = {one.column: one.db_type(connection) for one in model._meta.concrete_fields}
            rows_of = {
                name: _in_arrow(column, count, str(sorts[name])) for name, column in columns.items()
            }
            jsons = [name for name in columns if sorts[name] == _JSON]
            with cursor.copy(f"COPY {table} FROM STDIN (FORMAT binary)") as copy:
                for part in _in_binary(pa.record_batch(rows_of), jsons):
                    copy.write(part)
            return
        rows = zip(*map(_as_values, columns.values()), strict=False)
        # The driver's own: Django would look at every value.
        marks = ", ".join("?" for _ in columns)
        cursor.connection.executemany(f"INSERT INTO {table} VALUES ({marks})", rows)  # noqa: S608


def new_ids(model: type[Model], count: int, using: str = DEFAULT_DB_ALIAS) -> I64:
    """Numbers in rising order that no other row has or will have; in the caller's transaction."""
    connection = connections[using]
    table, column = model._meta.db_table, model._meta.pk.column
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute("SELECT pg_get_serial_sequence(%s, %s)", [table, column])
            # All in one value, for a fetch makes objects; and the name once, not for each.
            cursor.execute(
                "SELECT string_agg(int8send(number), '') FROM"
                " (SELECT nextval(%s::regclass) AS number FROM generate_series(1, %s)) AS numbers",
                [*cursor.fetchone(), count],
            )
            return np.frombuffer(cursor.fetchone()[0], ">i8").astype(np.int64)
        # Whoever writes is alone, and a row that brings its number moves the sequence on.
        cursor.execute("SELECT seq FROM sqlite_sequence WHERE name = %s", [table])
        last = cursor.fetchone()
        return (last[0] if last else 0) + 1 + np.arange(count)


def with_gaps(values: NDArray[Any], known: Flags) -> Column:
    """A column that says nothing where `known` is false."""
    objects = values.astype(object)
    objects[~known] = None
    return objects


def _as_values(column: Column) -> Iterable[Any]:
    """A column as SQLite takes it."""
    if isinstance(column, pa.Array | pa.ChunkedArray):
        return cast("list[Any]", column.to_pylist())
    if not isinstance(column, np.ndarray):
        return repeat(column)
    if column.ndim == _LONLAT:
        return _spatialite_points(column)
    return _listed(column)


def _in_arrow(column: Column, count: int, sort: str) -> pa.Array:
    """A column as PostgreSQL stores it, by its name for the sort."""
    wanted = _IN_ARROW.get(sort, pa.string())
    if isinstance(column, np.ndarray) and column.ndim == _LONLAT:
        return _postgis_points(column)
    if column is None:
        return pa.nulls(count, wanted)
    if isinstance(column, str | int):
        return pa.repeat(pa.scalar(column).cast(wanted), count)
    if isinstance(column, pa.ChunkedArray):
        return column.combine_chunks().cast(wanted)
    return pa.array(column, from_pandas=True).cast(wanted)


def _in_binary(rows: pa.RecordBatch, jsons: Iterable[str]) -> Iterator[bytes]:
    """Rows as COPY reads them, part by part; texts in the columns `jsons` are JSON."""
    builders = {one.name: ArrowToPostgresBinaryEncoder.infer_encoder(one) for one in rows.schema}
    for name in jsons:
        builders[name] = StringEncoderBuilder.new_with_output(rows.schema.field(name), Jsonb())
    encoder = ArrowToPostgresBinaryEncoder.new_with_encoders(rows.schema, builders)
    yield encoder.write_header()
    for start in range(0, len(rows), _ROWS_AT_ONCE):
        yield encoder.write_batch(rows.slice(start, _ROWS_AT_ONCE))
    yield encoder.finish()


def _listed(column: NDArray[Any]) -> list[Any]:
    """The values of a column; days as texts, and None for what is unknown."""
    if column.dtype.kind == "M":
        listed = column.astype(str).tolist()
        return [None if one == "NaT" else one for one in listed]
    if column.dtype.kind == "f":
        return [None if one != one else one for one in column.tolist()]  # noqa: PLR0124  (NaN)
    return list(column.tolist())


def _postgis_points(lonlat: F64) -> pa.Array:
    """Points as PostGIS reads them: EWKB."""
    rows = np.empty(len(lonlat), _POSTGIS_POINT)
    rows["head"], rows["lonlat"] = _POSTGIS_HEAD, lonlat
    size = pa.binary(_POSTGIS_POINT.itemsize)
    return pa.FixedSizeBinaryArray.from_buffers(size, len(rows), [None, pa.py_buffer(rows)])


def _spatialite_points(lonlat: F64) -> Iterator[bytes]:
    """Points as SpatiaLite stores them: a box of one point, and the point."""
    rows = np.empty(len(lonlat), _SPATIALITE_POINT)
    rows["head"], rows["sort"] = np.void(_SPATIALITE_HEAD), np.void(_SPATIALITE_SORT)
    rows["low"] = rows["high"] = rows["lonlat"] = lonlat
    rows["end"] = np.void(_SPATIALITE_END)
    every, size = rows.tobytes(), _SPATIALITE_POINT.itemsize
    return (every[start : start + size] for start in range(0, len(every), size))
