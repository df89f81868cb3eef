"""Turning the rows of a very long list into columns: what `list_rows` does, every word once."""

import json
from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import date
from itertools import groupby
from typing import Any

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
import shapely
from numpy.typing import NDArray

from mapper.cameras.services.add_listed import facings_as_json
from mapper.cameras.services.listed_columns import ListedColumns
from mapper.cameras.services.vintage import Listing
from mapper.exchange.sources.lists.fields import TAGS, ListFields
from mapper.exchange.sources.lists.list_rows import (
    CAMERA,
    ID_LENGTH,
    about_row,
    number_of,
    reason_against,
    row_names,
)
from mapper.exchange.sources.notes import Notes
from mapper.exchange.sources.osm.listings import listings_of
from mapper.exchange.sources.osm.objects import OsmObject, tidy
from mapper.exchange.sources.shapes import COORDINATE_DECIMALS
from mapper.exchange.sources.tables.degrees import Positions, positions_in_degrees
from mapper.exchange.sources.tables.table import Table
from mapper.geometry.arrays import I64
from mapper.settings import limits
from mapper.vocabulary import CameraReading

_WHO = ("kind", "operator-type", "operator")
_TOGETHER = {
    _WHO: ("kind", "face_recognition", "plate_reading", "operator_type", "operator"),
    ("facing",): ("facings",),
    ("mount",): ("mount",),
    ("height",): ("height_m",),
    ("scope",): ("scope",),
    ("seen",): ("seen_on",),
    ("name",): (),
}
"""Columns that are read together, for they tell of the same aspects; and those aspects."""

_PLAIN_NUMBER = r"^[+-]?[0-9]+([.][0-9]*)?$"
_ESCAPED_IN_JSON = r"[\"\\\x00-\x1f]"
_NUMBERS = 2**62
"""More are not told apart in eight bytes."""

_NO_TEXT = "its tags hold characters that cannot be stored"


@dataclass(frozen=True, slots=True)
class ReadColumns:
    """The listings of a list in columns, and the numbers of the rows that were refused."""

    listed: ListedColumns
    left_out: frozenset[str]


@dataclass(frozen=True, slots=True)
class _Group:
    """What some columns say: `codes` tell for each row which of the `said` it says."""

    aspects: tuple[str, ...]
    codes: I64
    said: Sequence[Listing | None]
    notes: Notes


@dataclass(frozen=True, slots=True, kw_only=True)
class ColumnsReader:
    """Reads the rows of a table, any number at a time, and tells in `notes` what is odd in them.

    `names` tell all its rows apart; `base` are the tags that all have, and `shared` what they say.
    """

    table: Table
    fields: ListFields
    crs: str
    vintage_on: date
    notes: Notes
    names: pa.Array
    base: Mapping[str, str]
    shared: Listing

    def parts(self) -> Iterator[ReadColumns]:
        """All rows, in batches: a short one first, which can be written while others are read."""
        start, stop = 0, min(limits.BULK_FIRST_ROWS, limits.BULK_ROWS)
        while start < len(self.table):
            yield self.read(start, stop)
            start, stop = stop, stop + limits.BULK_ROWS

    def read(self, start: int, stop: int) -> ReadColumns:
        """Some rows; their numbers are told as they count in the whole table."""
        table, fields, base = self.table.rows(start, stop), self.fields, self.base
        names = self.names[start:stop]
        texts = {name: table.column(column) for name, column in fields.columns.items()}
        given = _positions(table, fields)
        degrees = positions_in_degrees(given, self.crs)
        refs = texts.get("ref")
        groups = [
            _group(
                base,
                {name: texts[name] for name in columns if name in texts},
                aspects,
                self.vintage_on,
            )
            for columns, aspects in _TOGETHER.items()
            if any(name in texts for name in columns)
        ]
        refused = _refused(given, degrees, names, refs, groups)
        _tell(groups, refs, refused, self.notes, start)
        kept = np.ones(len(table), np.bool_)
        kept[list(refused)] = False
        listed = ListedColumns(
            external_ids=names,
            lonlat=_tidied(degrees),
            tags=_tags(base, texts, len(table)),
            seen_on=_seen_on(groups, self.shared, len(table)),
            aspects=_aspects(groups, refs),
            shared=self.shared.reading,
        )
        left_out = frozenset(names.filter(pa.array(~kept)).to_pylist())
        return ReadColumns(listed.where(kept) if refused else listed, left_out)


def columns_reader(
    table: Table, fields: ListFields, *, crs: str, vintage_on: date, notes: Notes
) -> ColumnsReader | None:
    """What gives and tells what `list_rows` does, in columns; None where no row can be a camera.

    Whatever rows say in the same words is read once. Raises `RefusedFileError` where nobody knows
    the coordinate system.
    """
    base = {**CAMERA, **fields.tags}
    shared = _read([base], vintage_on, notes, "every row")[0]
    if shared is None or "ref" in fields.tags:
        return None
    return ColumnsReader(
        table=table,
        fields=fields,
        crs=crs,
        vintage_on=vintage_on,
        notes=notes,
        names=_names(table, fields, crs),
        base=base,
        shared=shared,
    )


def list_columns(
    table: Table, fields: ListFields, *, crs: str, vintage_on: date, notes: Notes
) -> ReadColumns | None:
    """All rows at once, for whoever compares a list as a whole."""
    reader = columns_reader(table, fields, crs=crs, vintage_on=vintage_on, notes=notes)
    return None if reader is None else reader.read(0, len(table))


def _read(
    said: Sequence[Mapping[str, str]], vintage_on: date, notes: Notes, about: str = ""
) -> list[Listing | None]:
    """Tags read as any listing's are; notes call them by their place in the sequence."""
    objects = [OsmObject(about or str(number), 0.0, 0.0, tags) for number, tags in enumerate(said)]
    found = {one.external_id: one for one in listings_of(objects, vintage_on, notes)}
    return [found.get(one.external_id) for one in objects]


def _group(
    base: Mapping[str, str],
    texts: Mapping[str, pa.Array],
    aspects: tuple[str, ...],
    vintage_on: date,
) -> _Group:
    codes, rows = _apart(list(texts.values()))
    words = {TAGS[name]: column.take(rows).to_pylist() for name, column in texts.items()}
    said = [
        {**base, **{key: word for key, word in zip(words, row, strict=True) if word}}
        for row in zip(*words.values(), strict=True)
    ]
    shared, notes = Notes(), Notes()
    _read([base], vintage_on, shared)
    listings = _read(said, vintage_on, notes)
    told = {note.text for note in shared.remarked}
    notes.remarked = [note for note in notes.remarked if note.text not in told]
    return _Group(aspects, codes, listings, notes)


def _apart(columns: Sequence[pa.Array]) -> tuple[I64, pa.Array]:
    """A number for each row, the same where all columns are; and a row for each number."""
    coded = [column.dictionary_encode() for column in columns]
    numbers = [np.asarray(one.indices).astype(np.int64) for one in coded]
    sizes = [len(one.dictionary) for one in coded]
    together, span = numbers[0], sizes[0]
    for more, size in zip(numbers[1:], sizes[1:], strict=True):
        if span * size > _NUMBERS:
            together, span = _recounted(together)
        together, span = together * size + more, span * size
    codes, count = _recounted(together)
    rows = np.zeros(count, np.int64)
    rows[codes[::-1]] = np.arange(len(codes))[::-1]
    return codes, pa.array(rows)


def _recounted(numbers: I64) -> tuple[I64, int]:
    """Numbers that are the same where the given ones are, from 0; and how many there are."""
    coded = pa.array(numbers).dictionary_encode()
    return np.asarray(coded.indices).astype(np.int64), len(coded.dictionary)


def _positions(table: Table, fields: ListFields) -> Positions:
    """Rows of two numbers as they are given; NaN where there are none."""
    if fields.lon:
        return np.column_stack([_numbers(table.column(one)) for one in (fields.lon, fields.lat)])
    middles = shapely.centroid(table.shapes)
    return np.column_stack([shapely.get_x(middles), shapely.get_y(middles)])


def _numbers(texts: pa.Array) -> NDArray[np.float64]:
    """Texts as numbers; NaN for anything else."""
    with suppress(pa.ArrowInvalid):
        return np.array(texts.cast(pa.float64()))
    plain = pc.match_substring_regex(texts, _PLAIN_NUMBER)
    numbers = pc.if_else(plain, texts, None).cast(pa.float64()).to_numpy(zero_copy_only=False)
    odd = np.flatnonzero(~np.asarray(plain))
    numbers = np.array(numbers)
    numbers[odd] = [number_of(text) for text in texts.take(pa.array(odd)).to_pylist()]
    return numbers


def _tidied(degrees: Positions) -> Positions:
    """Positions as `tidy` rounds them: where numpy changes a number, it is rounded singly."""
    rounded = np.round(degrees, COORDINATE_DECIMALS)
    for spot in np.argwhere((rounded != degrees) & ~np.isnan(degrees)).tolist():
        rounded[tuple(spot)] = tidy(float(degrees[tuple(spot)]))
    return rounded


def _names(table: Table, fields: ListFields, crs: str) -> pa.Array:
    ref = fields.columns.get("ref")
    refs = None if ref is None else table.column(ref)
    if refs is not None and _are_apart(refs):
        return refs
    told = [""] * len(table) if refs is None else refs.to_pylist()
    degrees = positions_in_degrees(_positions(table, fields), crs)
    return pa.array(row_names(degrees, told), pa.string())


def _are_apart(refs: pa.Array) -> bool:
    """Whether no two are the same, and none is empty."""
    try:
        numbers = np.sort(np.asarray(refs.cast(pa.int64())))
    except pa.ArrowInvalid:
        numbered = not pc.any(pc.equal(refs, "")).as_py()
        return numbered and pc.count_distinct(refs).as_py() == len(refs)
    # As texts they are apart where they are so as numbers; 7 and 07 may be.
    return bool((np.diff(numbers) > 0).all()) or pc.count_distinct(refs).as_py() == len(refs)


def _refused(
    given: Positions,
    degrees: Positions,
    names: pa.Array,
    refs: pa.Array | None,
    groups: Sequence[_Group],
) -> dict[int, str]:
    """The rows that are no camera, in their order, each with the reason."""
    odd = np.isnan(degrees).any(axis=1) | ~np.isfinite(given).all(axis=1) | ~given.any(axis=1)
    odd |= np.asarray(pc.greater(pc.utf8_length(names), ID_LENGTH))
    found = {}
    for row in np.flatnonzero(odd).tolist():
        found[row] = reason_against(given[row], degrees[row], names[row].as_py())
    unread = np.zeros(len(degrees), np.bool_)
    if refs is not None:
        unread |= np.asarray(pc.match_substring(refs, "\0"))
    for group in groups:
        nothing = np.array([one is None for one in group.said])
        unread |= nothing[group.codes]
    for row in np.flatnonzero(unread).tolist():
        found.setdefault(row, _NO_TEXT)
    return dict(sorted(found.items()))


def _tell(
    groups: Sequence[_Group],
    refs: pa.Array | None,
    refused: Mapping[int, str],
    notes: Notes,
    start: int,
) -> None:
    """Tell of every row what is to be told of it; the first is number `start` of its table."""

    def about(row: int) -> str:
        return about_row(start + row, "" if refs is None else refs[row].as_py())

    for row, reason in refused.items():
        notes.refuse(about(row), reason)
    remarks = [
        (row, text) for group in groups for row, text in _remarks(group) if row not in refused
    ]
    for row, text in sorted(remarks, key=lambda remark: remark[0]):
        notes.remark(about(row), text)


def _remarks(group: _Group) -> Iterator[tuple[int, str]]:
    texts: dict[int, list[str]] = {}
    for note in group.notes.remarked:
        texts.setdefault(int(note.about), []).append(note.text)
    odd = np.zeros(len(group.said), np.bool_)
    odd[list(texts)] = True
    for row in np.flatnonzero(odd[group.codes]).tolist():
        yield from ((row, text) for text in texts[int(group.codes[row])])


def _aspects(groups: Sequence[_Group], refs: pa.Array | None) -> dict[str, pa.Array]:
    found = {} if refs is None else {"ref": refs}
    for group in groups:
        codes = pa.array(group.codes)
        readings = [CameraReading() if one is None else one.reading for one in group.said]
        for aspect in set(group.aspects) - {"seen_on"}:
            found[aspect] = pa.array([_as_stored(aspect, one) for one in readings]).take(codes)
    return found


def _as_stored(aspect: str, reading: CameraReading) -> str | float | None:
    if aspect == "facings":
        return facings_as_json(reading)
    told: str | float | None = getattr(reading, aspect)
    return told if told is None or isinstance(told, float) else str(told)


def _seen_on(groups: Sequence[_Group], shared: Listing, count: int) -> NDArray[np.datetime64]:
    for group in groups:
        if "seen_on" in group.aspects:
            days = [None if one is None else one.seen_on for one in group.said]
            return np.array(days, "datetime64[D]")[group.codes]
    return np.full(count, np.datetime64(shared.seen_on, "D"))


def _tags(base: Mapping[str, str], texts: Mapping[str, pa.Array], count: int) -> pa.Array:
    """The tags of each row as JSON, in the order in which PostgreSQL gives them back."""
    columns = {TAGS[name]: column for name, column in texts.items()}
    keys = sorted(base.keys() | columns.keys(), key=lambda key: (len(key.encode()), key.encode()))
    joined: list[Any] = []
    for singly, together in groupby(keys, key="ref".__eq__):
        some = list(together)
        held = {key: columns[key] for key in some if key in columns}
        if singly or not held:
            joined += [_pair(key, base.get(key, ""), held.get(key)) for key in some]
            continue
        # Whatever many rows say in the same words is written once.
        codes, rows = _apart(list(held.values()))
        said = {key: column.take(rows) for key, column in held.items()}
        pairs = [_pair(key, base.get(key, ""), said.get(key)) for key in some]
        joined.append(_joined(pairs).take(pa.array(codes)))
    whole = pc.binary_join_element_wise("{", _joined(joined), "}", "")
    return whole if texts else pa.repeat(whole, count)


def _joined(pairs: list[Any]) -> pa.Array:
    """Pairs beside one another, without those that are null; null where all are."""
    joined = pc.binary_join_element_wise(*pairs, ", ", null_handling="skip")
    return pc.if_else(pc.equal(joined, ""), pa.scalar(None, pa.string()), joined)


def _pair(key: str, shared: str, texts: pa.Array | None) -> pa.Array | str:
    """A key with its text in every row; null where nothing is said."""
    if texts is None:
        return f"{_json(key)}: {_json(shared)}"
    odd = pc.match_substring_regex(texts, _ESCAPED_IN_JSON)
    escaped = texts
    if pc.any(odd).as_py():
        inner = [_json(text)[1:-1] for text in texts.filter(odd).to_pylist()]
        escaped = pc.replace_with_mask(texts, odd, pa.array(inner, pa.string()))
    told = pc.binary_join_element_wise(f'{_json(key)}: "', escaped, '"', "")
    nothing = f"{_json(key)}: {_json(shared)}" if shared else None
    return pc.if_else(pc.equal(texts, ""), pa.scalar(nothing, pa.string()), told)


def _json(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)
