"""Tests of the city's cameras as columns of tables."""

from datetime import date
from typing import Any

import numpy as np
import pytest

from mapper.cameras.models import Camera, Source, SourceRecord
from mapper.cameras.rules import home_cell_of
from mapper.exchange.sources.city.cameras import CityCameras
from mapper.exchange.sources.city.posts import POSTS
from mapper.exchange.sources.city.rows import CityRows

ROWS = 500


@pytest.fixture
def rows(cameras: CityCameras, today: date) -> CityRows:
    """A block of cameras with numbers from 1000 on, in a list whose number is 5."""
    ids = 1_000 + np.arange(len(cameras))
    return CityRows(cameras, ids, today, Source(pk=5), np.arange(200) + 70)


def test_every_column_of_every_table_is_given(rows: CityRows) -> None:
    for model, given in (
        (Camera, rows.camera_columns()),
        (SourceRecord, rows.record_columns()),
    ):
        wanted = {field.column for field in model._meta.concrete_fields}
        assert set(given) | {"id"} == wanted
        assert {len(one) for one in given.values() if isinstance(one, np.ndarray)} == {
            len(rows.ids)
        }


def test_cameras_at_private_homes_and_no_others_have_cells(
    rows: CityRows, cameras: CityCameras
) -> None:
    cells = rows.camera_columns()["home_cell"]
    for row in range(ROWS):
        sort = POSTS[cameras.post[row]].operator_type
        assert cells[row] == home_cell_of(sort, *cameras.lonlat[row].tolist())


def test_operators_are_named_by_the_numbers_of_the_database(
    rows: CityRows, cameras: CityCameras
) -> None:
    named = rows.camera_columns()["operator_id"]
    for row in range(ROWS):
        number = cameras.operator[row]
        assert named[row] == (None if number < 0 else number + 70)


def test_days_are_counted_back(rows: CityRows, cameras: CityCameras, today: date) -> None:
    columns: dict[str, Any] = dict(rows.camera_columns())
    ago = np.datetime64(today) - columns["last_seen_on"]
    assert (ago.astype(np.int64) == cameras.history.last_seen_ago).all()
    assert (columns["first_seen_on"] <= columns["last_seen_on"]).all()
    assert (rows.record_columns()["seen_on"] == columns["last_seen_on"]).all()
