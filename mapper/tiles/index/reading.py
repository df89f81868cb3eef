"""Reading the public cameras out of the database: all of them in one pass, or some by number."""

import json
from collections.abc import Collection, Iterator, Sequence
from functools import lru_cache
from typing import Any, NamedTuple

import numpy as np
from django.db import DEFAULT_DB_ALIAS, connections

from mapper.cameras.models import Camera
from mapper.geometry.compiled import I64, U16, U32
from mapper.settings import limits
from mapper.tiles.index.copied_rows import rows_copied
from mapper.tiles.index.points import Points, Texts, codes_at
from mapper.tiles.index.words import PARTS


class Columns(NamedTuple):
    """Cameras as they were read: arrays of shape (n,), places in degrees, days since 1970."""

    ids: I64
    lon: Any
    lat: Any
    words: I64
    days: I64
    facings: U32
    texts: list[str]


class HomeCells(NamedTuple):
    """Fixed cells and how many cameras at private homes each holds; shapes (n,)."""

    cells: I64
    counts: I64


_PLACES = "ST_X(location), ST_Y(location)"
_DAYS = {
    "postgresql": "coalesce(last_seen_on - date '1970-01-01', 0)",
    "sqlite": "coalesce(CAST(julianday(last_seen_on) - 2440587.5 AS INTEGER), 0)",
}
_FACINGS = {"postgresql": "facings::text", "sqlite": "facings"}
_PUBLIC = "home_cell IS NULL AND hidden_on IS NULL"


def read_points(using: str = DEFAULT_DB_ALIAS) -> Points:
    """Read every public camera, and sort them by their place on the map."""
    connection = connections[using]
    if connection.vendor == "postgresql":
        return _sorted(_copied(connection))
    with connection.cursor() as cursor:
        cursor.execute(_statement("sqlite"))
        return _sorted(_columns_of(list(_fetched(cursor))))


def read_cameras(numbers: Collection[int], using: str = DEFAULT_DB_ALIAS) -> Points:
    """Read those of some cameras that are public now; the others are left out."""
    connection = connections[using]
    batches: list[Sequence[Any]] = []
    waiting = sorted(numbers)
    with connection.cursor() as cursor:
        for start in range(0, len(waiting), limits.INDEX_READ_ROWS):
            some = waiting[start : start + limits.INDEX_READ_ROWS]
            cursor.execute(f"{_statement(connection.vendor)} AND {_one_of('id', some)}")
            batches += _fetched(cursor)
    return _sorted(_columns_of(batches))


def read_home_cells(
    cells: Collection[int] | None = None, using: str = DEFAULT_DB_ALIAS
) -> HomeCells:
    """Count the cameras at private homes that are not hidden, in every cell or in some."""
    counted = "SELECT home_cell, count(*) FROM cameras_camera WHERE hidden_on IS NULL AND "
    counted += "home_cell IS NOT NULL" if cells is None else _one_of("home_cell", cells)
    with connections[using].cursor() as cursor:
        cursor.execute(f"{counted} GROUP BY home_cell")
        rows = np.array(cursor.fetchall(), dtype=np.int64).reshape(-1, 2)
    order = np.argsort(rows[:, 0])
    return HomeCells(rows[order, 0], rows[order, 1])


def camera_count(at_most: int, using: str = DEFAULT_DB_ALIAS) -> int:
    """How many cameras there are, counted no further than so many."""
    return Camera.objects.using(using).all()[:at_most].count()


def facings_text(facings: str) -> str:
    """Write facings (JSON) as a tile can carry them: `bearing/opening`, joined by semicolons."""
    return ";".join(
        f"{facing['bearing']:g}" + (f"/{facing['opening']:g}" if facing["opening"] else "")
        for facing in json.loads(facings)
    )


@lru_cache(maxsize=2)
def _statement(vendor: str) -> str:
    """Every public camera with what the columns need, each value of one width but the last."""
    words = " | ".join(
        f"((CASE {name} {_cases(part.words)} END) << {part.bit})" for name, part in PARTS.items()
    )
    return (
        f"SELECT id, {_PLACES}, {words}, {_DAYS[vendor]}, {_FACINGS[vendor]}"  # noqa: S608
        f" FROM cameras_camera WHERE {_PUBLIC}"
    )


def _one_of(column: str, numbers: Collection[int]) -> str:
    """That a column holds one of some whole numbers, which stand in the statement as they are."""
    return f"{column} IN ({','.join(map(str, map(int, numbers))) or 'NULL'})"


def _cases(words: Sequence[str]) -> str:
    return " ".join(f"WHEN '{word}' THEN {place}" for place, word in enumerate(words))


def _fetched(cursor: Any) -> Iterator[Sequence[Any]]:  # noqa: ANN401  (as Django has it)
    """The rows of a question, so many at a time."""
    while rows := cursor.fetchmany(limits.INDEX_READ_ROWS):
        yield rows


def _columns_of(batches: Sequence[Sequence[Any]]) -> Columns:
    """Turn rows into columns; like texts become one."""
    known: dict[str, int] = {}
    numbers, places, facings = [], [], []
    for rows in batches:
        ids, lon, lat, words, days, texts = zip(*rows, strict=True)
        numbers.append(np.array([ids, words, days], dtype=np.int64))
        places.append(np.array([lon, lat]))
        facings.append([known.setdefault(text, len(known)) for text in texts])
    whole = np.concatenate(numbers, axis=1) if numbers else np.empty((3, 0), dtype=np.int64)
    lonlat = np.concatenate(places, axis=1) if places else np.empty((2, 0))
    flat = np.array([number for some in facings for number in some], dtype=np.uint32)
    return Columns(whole[0], lonlat[0], lonlat[1], whole[1], whole[2], flat, list(known))


def _copied(connection: Any) -> Columns:  # noqa: ANN401  (as Django has it)
    """Every public camera by PostgreSQL's fastest road."""
    connection.ensure_connection()
    statement = _statement("postgresql")
    copied = f"COPY ({statement}) TO STDOUT (FORMAT BINARY)"
    content = bytearray()
    with connection.connection.cursor() as cursor, cursor.copy(copied) as copy:
        for row in copy:
            content += row
    rows = rows_copied(content)
    return Columns(rows.ids, rows.lon, rows.lat, rows.words, rows.days, rows.texts, rows.known)


def _sorted(columns: Columns) -> Points:
    texts: dict[str, int] = {"": 0}
    numbers = [texts.setdefault(facings_text(text), len(texts)) for text in columns.texts]
    renumbered = np.array([*numbers, 0], dtype=np.uint32)[columns.facings]
    return Points.sorted_from(
        ids=columns.ids,
        codes=codes_at(columns.lon, columns.lat),
        words=columns.words.astype(np.uint16),
        seen=_days(columns.days),
        facings=renumbered,
        texts=Texts.of([text.encode() for text in texts]),
    )


def _days(days: I64) -> U16:
    return np.clip(days, 0, 2**16 - 1).astype(np.uint16)
