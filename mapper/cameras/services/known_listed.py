"""Telling apart what a very long list lists anew, lists differently, and lists as before."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from itertools import islice
from typing import Any

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
from django.db import connection
from numpy.typing import NDArray

from mapper.cameras.models import Source, SourceRecord
from mapper.cameras.services.listed_columns import ListedColumns
from mapper.cameras.services.vintage import OlderVintageError
from mapper.geometry.arrays import F64, I64, Flags
from mapper.settings import limits

Values = Sequence[Any]
Days = NDArray[np.datetime64]

_RECORDS = """
SELECT id, external_id, ST_X(location), ST_Y(location), CAST(tags AS text), CAST(seen_on AS text),
    CAST(last_vintage_on AS text), CAST(missing_since AS text), version
FROM cameras_sourcerecord WHERE source_id = %s
"""


@dataclass(frozen=True, slots=True)
class Known:
    """Which rows of a list are new and which differ from their record; the records of the others.

    A row may be told to differ that does not, where its tags were written in another order.
    """

    new: Flags
    differing: Flags
    same: I64


def known_listed(*, source: Source, listed: ListedColumns, day: date) -> Known:
    """Compare a list with everything its source listed before, in one query.

    Raises `OlderVintageError` where a record is newer than `day`.
    """
    with connection.cursor() as cursor:
        cursor.execute(_RECORDS, [source.pk])
        rows = cursor.fetchall()
    if not rows:
        every = np.ones(len(listed), np.bool_)
        return Known(every, ~every, np.zeros(0, np.int64))
    ids, names, lons, lats, tags, seen, last, missing, versions = zip(*rows, strict=True)
    found = pc.index_in(listed.external_ids, value_set=pa.array(names, pa.string()))
    new = np.asarray(found.is_null())
    record = np.asarray(found.drop_null())
    _refuse_older(names, _days(last)[record], _days(missing)[record], record, day)
    held = listed.where(~new)
    same = (held.lonlat == _points(lons, lats)[record]).all(axis=1)
    same &= np.asarray(pc.equal(held.tags, pa.array(tags, pa.string()).take(pa.array(record))))
    same &= _equal_days(held.seen_on, _days(seen)[record])
    same &= np.isnat(_days(missing)[record])
    same &= np.array([version is None for version in versions])[record]
    differing = np.zeros(len(listed), np.bool_)
    differing[np.flatnonzero(~new)[~same]] = True
    return Known(new, differing, np.array(ids, np.int64)[record[same]])


def _points(lons: Values, lats: Values) -> F64:
    return np.column_stack([np.array(lons, np.float64), np.array(lats, np.float64)])


def _days(texts: Values) -> Days:
    return np.array(texts, "datetime64[D]")


def _equal_days(these: Days, those: Days) -> Flags:
    both: Flags = (these == those) | (np.isnat(these) & np.isnat(those))
    return both


def _refuse_older(names: Values, last: Days, missing: Days, record: I64, day: date) -> None:
    newest = np.fmax(last, missing)
    for row in np.flatnonzero(newest > np.datetime64(day))[:1].tolist():
        raise OlderVintageError(
            f"this vintage is of {day}, but {names[record[row]]} is already known from"
            f" {newest[row]}"
        )


def list_again(*, records: I64, day: date) -> None:
    """Note of records that differ in nothing that a vintage of a day still has them."""
    waiting = iter(records.tolist())
    while batch := list(islice(waiting, limits.IMPORT_BATCH_ROWS)):
        aged = SourceRecord.objects.filter(pk__in=batch, last_vintage_on__lt=day)
        aged.update(last_vintage_on=day)
