"""Reading the public cameras out of the database: all of them in one pass, or some by number."""

import json
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from datetime import date
from functools import lru_cache
from typing import Any, NamedTuple

import numpy as np
from django.db import DEFAULT_DB_ALIAS, connections

from mapper.cameras.models import Camera, Operator
from mapper.cameras.services.side_by_side import side_by_side
from mapper.geometry.arrays import F64, I64, U16, U32
from mapper.settings import limits
from mapper.tiles.index.copied_rows import CopiedRows
from mapper.tiles.index.copying import copied
from mapper.tiles.index.details import GROUPS, SEEN, Group, details_of
from mapper.tiles.index.packed_rows import PackedRows, exactly, packed_rows
from mapper.tiles.index.points import Points, codes_at
from mapper.tiles.index.taken_rows import TakenRows
from mapper.tiles.index.texts import Texts
from mapper.tiles.index.words import PARTS


class Columns(NamedTuple):
    """Cameras as they were read: arrays of shape (n,), places in degrees (n, 2), days since 1970.

    Of each group of details `groups` holds which of its `known` values each camera has; of the last
    group, the references, which of `refs`.
    """

    ids: I64
    lonlat: F64
    words: I64
    days: I64
    groups: list[U32]
    known: list[list[tuple[Any, ...]]]
    refs: Texts


class HomeCells(NamedTuple):
    """Fixed cells and how many cameras at private homes each holds; shapes (n,)."""

    cells: I64
    counts: I64


_PLACES = "ST_X(location), ST_Y(location)"
_DAYS = {
    "postgresql": "coalesce(last_seen_on - date '1970-01-01', 0)",
    "sqlite": "coalesce(CAST(julianday(last_seen_on) - 2440587.5 AS INTEGER), 0)",
}
_READ = {
    "postgresql": {"facings": "facings::text"},
    # Days as the texts they are: Django would make an object of each.
    "sqlite": {name: f"CAST({name} AS TEXT)" for name in ("first_seen_on", "last_seen_on")},
}
_PUBLIC = "home_cell IS NULL AND hidden_on IS NULL"
_EPOCH = date(1970, 1, 1).toordinal()


def read_points(using: str = DEFAULT_DB_ALIAS) -> Points:
    """Read every public camera, and sort them by their place on the map."""
    on_postgresql = connections[using].vendor == "postgresql"
    return _sorted(_copied(using) if on_postgresql else _packed(using), using)


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
    return _sorted(_columns_of(batches), using)


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
    """Every public camera with what the columns need: values of one width, then the details."""
    details = ", ".join(
        _READ[vendor].get(column, column) for group in GROUPS for column in group.columns
    )
    return (
        f"SELECT id, {_PLACES}, {_words()}, {_DAYS[vendor]}, {details}"  # noqa: S608
        f" FROM cameras_camera WHERE {_PUBLIC}"
    )


@lru_cache(maxsize=1)
def _packing() -> str:
    """Every public camera of SQLite with the same, but for the days; rows in a few values."""
    groups = (
        [exactly(name) if name in group.numbers else name for name in group.columns]
        for group in GROUPS
    )
    rows = packed_rows("location", ["id", f"({_words()})"], groups)
    return f"SELECT {rows} FROM cameras_camera WHERE {_PUBLIC}"  # noqa: S608


def _words() -> str:
    return " | ".join(
        f"((CASE {name} {_cases(part.words)} END) << {part.bit})" for name, part in PARTS.items()
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


def _columns_of(batches: Iterable[Sequence[Any]]) -> Columns:
    """Turn rows into columns; like values become one."""
    numbers, places = [], []
    known: list[dict[tuple[Any, ...], int]] = [{} for _ in GROUPS]
    groups: list[list[int]] = [[] for _ in GROUPS]
    for rows in batches:
        ids, lon, lat, words, days, *details = zip(*rows, strict=True)
        numbers.append(np.array([ids, words, days], dtype=np.int64))
        places.append(np.array([lon, lat]))
        for number, group in enumerate(GROUPS):
            some, details = details[: len(group.columns)], details[len(group.columns) :]
            values = known[number]
            groups[number] += [
                values.setdefault(one, len(values)) for one in zip(*some, strict=True)
            ]
    whole = np.concatenate(numbers, axis=1) if numbers else np.empty((3, 0), dtype=np.int64)
    lonlat = np.concatenate(places, axis=1) if places else np.empty((2, 0))
    *others, refs = known
    return Columns(
        ids=whole[0],
        lonlat=lonlat.T,
        words=whole[1],
        days=whole[2],
        groups=[np.array(some, dtype=np.uint32) for some in groups],
        known=[list(values) for values in others],
        refs=Texts.of([ref.encode() for (ref,) in refs]),
    )


def _copied(using: str) -> Columns:
    """Every public camera by PostgreSQL's fastest road: halves by number, side by side."""
    with connections[using].cursor() as cursor:
        cursor.execute("SELECT coalesce(min(id), 0), coalesce(max(id), 0) FROM cameras_camera")
        first, last = cursor.fetchone()

    def half(numbers: range) -> TakenRows:
        return _copied_between(numbers[0], numbers[-1], using)

    every = range(first, last + 1)
    if len(every) < limits.INDEX_HALVES_FROM:
        return _together([half(every)], Group.values_copied)
    middle = len(every) // 2
    halves = side_by_side(half, [every[:middle], every[middle:]])
    return _together(list(halves), Group.values_copied)


def _copied_between(first: int, last: int, using: str) -> TakenRows:
    """The public cameras with numbers from a first to a last, taken apart while they come."""
    connection: Any = connections[using]
    connection.ensure_connection()
    statement = f"{_statement('postgresql')} AND id BETWEEN {first} AND {last}"
    taken = CopiedRows([len(group.columns) for group in GROUPS])
    with connection.wrap_database_errors:
        for part in copied(connection.connection, f"COPY ({statement}) TO STDOUT (FORMAT BINARY)"):
            taken.add(part)
    return taken.rows()


def _packed(using: str) -> Columns:
    """Every public camera by SQLite's fastest road: some thousands in one value."""
    taken = PackedRows(len(GROUPS))
    # What is taken apart while SQLite packs further rows costs no time of its own.
    with ThreadPoolExecutor(1) as beside:
        for _ in beside.map(lambda parts: taken.add(*parts), _packed_parts(using)):
            pass
    rows = taken.rows()
    seen = GROUPS.index(SEEN)
    days = np.array([_day_in(*SEEN.values_packed(raw)) for raw in rows.known[seen]], dtype=np.int64)
    return _together([rows._replace(days=days[rows.groups[seen]])], Group.values_packed)


def _packed_parts(using: str) -> Iterator[Sequence[bytes]]:
    """All public cameras, some thousands at a time."""
    after = 0
    with connections[using].cursor() as cursor:
        while (first := _first_after(after, cursor)) is not None:
            after = first + limits.INDEX_READ_ROWS - 1
            cursor.execute(f"{_packing()} AND id BETWEEN {first} AND {after}")
            parts = cursor.fetchone()
            if parts[0] is not None:
                yield parts


def _day_in(seen_on: str | None) -> int:
    """A day as the index has it, from 1970 on; 0 where nobody knows."""
    return date.fromisoformat(seen_on).toordinal() - _EPOCH if seen_on else 0


def _first_after(number: int, cursor: Any) -> int | None:  # noqa: ANN401  (as Django has it)
    """The first camera with a greater number; numbers may lie far apart."""
    cursor.execute(f"SELECT min(id) FROM cameras_camera WHERE id > {number}")  # noqa: S608
    first: int | None = cursor.fetchone()[0]
    return first


def _together(
    parts: Sequence[TakenRows], values_of: Callable[[Group, bytes], tuple[Any, ...]]
) -> Columns:
    """The columns of all parts; what two of them have stands twice."""
    known: list[list[tuple[Any, ...]]] = [[] for _ in GROUPS[:-1]]
    groups: list[list[U32]] = [[] for _ in GROUPS]
    refs = Texts.of([])
    for part in parts:
        for number, earlier in enumerate([*map(len, known), len(refs)]):
            groups[number].append(np.add(part.groups[number], earlier, dtype=np.uint32))
        for group, values, texts in zip(GROUPS, known, part.known, strict=False):
            values += [values_of(group, raw) for raw in texts]
        refs = refs.followed_by(part.known[-1])
    return Columns(
        ids=np.concatenate([part.ids for part in parts]),
        lonlat=np.concatenate([np.column_stack((part.lon, part.lat)) for part in parts]),
        words=np.concatenate([part.words for part in parts]),
        days=np.concatenate([part.days for part in parts]),
        groups=[np.concatenate(some) for some in groups],
        known=known,
        refs=refs,
    )


def _sorted(columns: Columns, using: str) -> Points:
    facings, devices, *_ = columns.known
    texts: dict[str, int] = {"": 0}
    numbers = [texts.setdefault(facings_text(told), len(texts)) for (told,) in facings]
    return Points.sorted_from(
        ids=columns.ids,
        codes=codes_at(*columns.lonlat.T),
        words=columns.words.astype(np.uint16),
        seen=_days(columns.days),
        facings=np.array([*numbers, 0], dtype=np.uint32)[columns.groups[0]],
        texts=Texts.of([text.encode() for text in texts]),
        details=details_of(
            columns.lonlat,
            columns.groups,
            columns.known,
            columns.refs,
            _names_of_operators({values[-1] for values in devices}, using),
        ),
    )


def _names_of_operators(numbers: Collection[int | None], using: str) -> dict[int, str]:
    """The names of operators by number; none is ever given another."""
    named = Operator.objects.using(using).in_bulk([one for one in numbers if one is not None])
    return {number: operator.name for number, operator in named.items()}


def _days(days: I64) -> U16:
    return np.clip(days, 0, 2**16 - 1).astype(np.uint16)
