"""Tests of writing rows first and their indexes afterwards."""

import pytest
from django.db import connection, transaction

from mapper.cameras.models import Camera, SourceRecord
from mapper.cameras.services.indexed_after import indexed_after
from mapper.cameras.services.write_columns import new_ids, write_columns
from mapper.geometry import Box
from tests.cameras.services.test_write_columns import columns
from tests.factories.cameras import HERE, make_camera, make_record

pytestmark = pytest.mark.django_db
TABLES = (Camera, SourceRecord)
ONLY_HERE = pytest.mark.skipif(connection.vendor != "sqlite", reason="what SpatiaLite alone has")
AROUND = Box(HERE[0] - 0.01, HERE[1] - 0.01, HERE[0] + 0.01, HERE[1] + 0.01)


def everything_but_rows() -> set[tuple[str, str]]:
    """Every table, index and trigger of the database."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT name, coalesce(sql, '') FROM sqlite_master")
        return set(cursor.fetchall())


def cache_size() -> int:
    with connection.cursor() as cursor:
        cursor.execute("PRAGMA cache_size")
        return int(cursor.fetchone()[0])


def write_two() -> None:
    """Two cameras, one of them here."""
    write_columns(Camera, columns(id=new_ids(Camera, 2)))


def write_two_and_be_interrupted() -> None:
    """Two cameras, in a transaction that is not ended well."""
    with transaction.atomic(), indexed_after(TABLES):
        write_two()
        raise KeyboardInterrupt


def test_what_is_written_is_found_by_box_beside_what_was_there() -> None:
    before = make_camera()
    with indexed_after(TABLES):
        write_two()
    assert Camera.objects.in_box(AROUND).count() == 2
    after = make_camera()
    assert set(Camera.objects.in_box(AROUND)) >= {before, after}
    Camera.objects.all().delete()
    assert not Camera.objects.in_box(AROUND).exists()


def test_records_whose_points_nobody_asks_for_are_written_too() -> None:
    with indexed_after(TABLES):
        camera = make_camera()
        make_record(camera)
    assert list(Camera.objects.in_box(AROUND)) == [camera]


@ONLY_HERE
def test_everything_is_back_afterwards() -> None:
    before, size = everything_but_rows(), cache_size()
    with indexed_after(TABLES):
        write_two()
        assert everything_but_rows() < before
        assert cache_size() != size
    assert everything_but_rows() == before
    assert cache_size() == size
    with connection.cursor() as cursor:
        cursor.execute("SELECT CheckSpatialIndex('cameras_camera', 'location')")
        assert cursor.fetchone() == (1,)


@ONLY_HERE
def test_what_is_interrupted_leaves_everything_as_it_was() -> None:
    before, size = everything_but_rows(), cache_size()
    with pytest.raises(KeyboardInterrupt):
        write_two_and_be_interrupted()
    assert everything_but_rows() == before
    assert cache_size() == size
    assert not Camera.objects.exists()
