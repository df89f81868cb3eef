"""Adding very many cameras that a source lists for the first time, as columns."""

import json
from datetime import date

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
from django.db import transaction

from mapper.cameras.changes import noted_as_many
from mapper.cameras.models import Camera, Operator, Source, SourceRecord
from mapper.cameras.services.apply_reading import ASPECTS
from mapper.cameras.services.hide_camera import hide_camera
from mapper.cameras.services.listed_columns import ListedColumns
from mapper.cameras.services.operators import operators_named
from mapper.cameras.services.write_columns import Column, new_ids, with_gaps, write_columns
from mapper.geometry import box_around, metres_between
from mapper.geometry.arrays import F64, I64
from mapper.geometry.cells import cells_of
from mapper.settings import limits
from mapper.vocabulary import CameraReading, OperatorType, Role, State


def add_listed(*, source: Source, listed: ListedColumns, day: date, by: Role) -> None:
    """Add cameras that a source lists, each with its record, in one transaction.

    As `store_vintage` adds them: of each one voice has told, private homes have their cell, and
    what hangs beside a camera that was hidden is hidden. Of more than `limits.INDEX_CHANGES`
    `mapper/cameras/changes.py` tells that many changed, and not which. Nineteen queries, whatever
    they are, and four for each that is hidden. Raises `IntegrityError` where one of them is known
    already.
    """
    with noted_as_many() if len(listed) > limits.INDEX_CHANGES else transaction.atomic():
        ids = new_ids(Camera, len(listed))
        write_columns(Camera, {"id": ids, **_cameras(listed, day)})
        write_columns(SourceRecord, {"camera_id": ids, **_records(source, listed, day)})
        for number, other in _beside_hidden(listed.lonlat, ids).items():
            camera = Camera.objects.get(pk=number)
            hide_camera(camera=camera, why={"near": other}, day=day, by=by)


def _cameras(listed: ListedColumns, day: date) -> dict[str, Column]:
    seen_on = np.where(np.isnat(listed.seen_on), np.datetime64(day), listed.seen_on)
    return {
        "location": listed.lonlat,
        **{name: _aspect(listed, name) for name in ASPECTS},
        "facings": listed.aspects.get("facings", facings_as_json(listed.shared)),
        "operator_id": _operators(listed),
        "home_cell": _home_cells(listed),
        "state": State.UNCONFIRMED.value,
        "voices": 1,
        "first_seen_on": seen_on,
        "last_seen_on": seen_on,
    }


def facings_as_json(reading: CameraReading) -> str:
    """The facings of a reading as a camera holds them."""
    return json.dumps([{"bearing": one.bearing, "opening": one.opening} for one in reading.facings])


def _aspect(listed: ListedColumns, name: str) -> Column:
    told: Column = listed.aspects.get(name)
    if told is not None:
        return told
    shared = getattr(listed.shared, name)
    if isinstance(shared, float):
        return np.full(len(listed), shared)
    return shared if shared is None else str(shared)


def add_operators(*, listed: ListedColumns) -> dict[str, Operator]:
    """The operators that a list names, by name, made where they are new.

    One that is new is of the type first told of it.
    """
    named = listed.aspects.get("operator")
    if named is None:
        return operators_named([listed.shared])
    coded = named.dictionary_encode()
    _, first = np.unique(np.asarray(coded.indices), return_index=True)
    types = _types(listed).take(pa.array(first)).to_pylist()
    return operators_named(
        CameraReading(operator=name, operator_type=OperatorType(told))
        for name, told in zip(coded.dictionary.to_pylist(), types, strict=True)
    )


def _operators(listed: ListedColumns) -> Column:
    """The numbers of the operators; null where none is named."""
    operators = add_operators(listed=listed)
    named = listed.aspects.get("operator")
    if named is None:
        shared = operators.get(listed.shared.operator)
        return shared and shared.pk
    coded = named.dictionary_encode()
    known = (operators.get(name) for name in coded.dictionary.to_pylist())
    numbers = [one and one.pk for one in known]
    return pa.array(numbers, pa.int64()).take(coded.indices)


def _types(listed: ListedColumns) -> pa.Array:
    told = listed.aspects.get("operator_type")
    return pa.repeat(str(listed.shared.operator_type), len(listed)) if told is None else told


def _home_cells(listed: ListedColumns) -> Column:
    homes = np.asarray(pc.equal(_types(listed), str(OperatorType.PRIVATE_HOME)))
    if not homes.any():
        return None
    cells = np.zeros(len(listed), np.int64)
    cells[homes] = cells_of(listed.lonlat[homes], limits.HOME_CELL_ZOOM)
    return with_gaps(cells, homes)


def _records(source: Source, listed: ListedColumns, day: date) -> dict[str, Column]:
    return {
        "source_id": source.pk,
        "external_id": listed.external_ids,
        "tags": listed.tags,
        "location": listed.lonlat,
        "seen_on": listed.seen_on,
        "first_vintage_on": day.isoformat(),
        "last_vintage_on": day.isoformat(),
    }


def _beside_hidden(lonlat: F64, ids: I64) -> dict[int, int]:
    """The cameras that hang beside one that somebody had hidden, with the number of that one."""
    found: dict[int, int] = {}
    hidden = Camera.objects.hidden_by_somebody().order_by("pk")
    for number, place in hidden.values_list("pk", "location"):
        for row in _rows_around(lonlat, place.x, place.y):
            if metres_between(place.x, place.y, *lonlat[row].tolist()) <= limits.HIDDEN_NEAR_M:
                found.setdefault(int(ids[row]), number)
    return found


def _rows_around(lonlat: F64, lon: float, lat: float) -> list[int]:
    """The rows in a box that holds whatever is beside a point: only those are measured."""
    around = box_around(lon, lat, limits.HIDDEN_NEAR_M)
    rows: list[int] = np.flatnonzero(around.contains_each(lonlat)).tolist()
    return rows
