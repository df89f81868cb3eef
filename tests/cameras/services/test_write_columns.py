"""Tests of writing rows that stand in columns."""

from datetime import date
from typing import Any

import numpy as np
import pytest
from django.contrib.gis.geos import Point
from django.db import connection, transaction
from django.db.utils import IntegrityError

from mapper.cameras.models import Camera
from mapper.cameras.services.write_columns import Column, new_ids, with_gaps, write_columns
from mapper.geometry import Box
from tests.factories.cameras import make_camera, make_operator

pytestmark = pytest.mark.django_db
FACINGS = '[{"bearing": 10.0, "opening": null}]'
ODD = 'a\tb\\N "c"\nd\r é 路 '


def columns(**other: Column) -> dict[str, Column]:
    """Two cameras, of which little is known, unless told otherwise."""
    texts = dict.fromkeys(("zone", "manufacturer", "ref", "start_date"), "")
    unknown = ("mount", "scope", "face_recognition", "plate_reading", "signage")
    return {
        "location": np.array([[24.94, 60.17], [-42.0, 29.5]]),
        "kind": "fixed",
        "facings": "[]",
        "operator_type": "public",
        "lifecycle": "in_use",
        "state": "unconfirmed",
        "voices": 1,
        **texts,
        **dict.fromkeys(unknown, "unknown"),
        **other,
    }


def written(**other: Column) -> list[Camera]:
    """The two cameras, as they are then stored."""
    write_columns(Camera, columns(**other))
    return list(Camera.objects.order_by("pk"))


def test_points_are_stored_as_by_the_framework() -> None:
    first, second = written()
    assert (first.location, second.location) == (
        Point(24.94, 60.17, srid=4326),
        Point(-42.0, 29.5, srid=4326),
    )
    made = make_camera(24.94, 60.17)
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT count(DISTINCT location) FROM cameras_camera WHERE id IN (%s, %s)",
            [first.pk, made.pk],
        )
        assert cursor.fetchone() == (1,)


def test_points_are_found_by_box() -> None:
    first, _ = written()
    assert list(Camera.objects.in_box(Box(24.9, 60.1, 25.0, 60.2))) == [first]


@pytest.mark.parametrize(
    ("field", "column", "stored"),
    [
        ("height_m", np.array([2.5, np.nan]), [2.5, None]),
        ("height_m", None, [None, None]),
        ("voices", np.array([3, 4], np.uint8), [3, 4]),
        ("ref", np.array([ODD, ""], object), [ODD, ""]),
        ("ref", ODD, [ODD, ODD]),
        ("home_cell", with_gaps(np.array([7, 8]), np.array([False, False])), [None, None]),
        ("facings", np.array([FACINGS, "[]"], object), [[{"bearing": 10.0, "opening": None}], []]),
    ],
)
def test_every_sort_of_column_is_stored(field: str, column: Column, stored: list[Any]) -> None:
    assert [getattr(camera, field) for camera in written(**{field: column})] == stored


def test_days_are_stored_and_may_be_unknown() -> None:
    days = np.array(["2026-03-01", "NaT"], "datetime64[D]")
    seen = [one.last_seen_on for one in written(first_seen_on=days, last_seen_on=days)]
    assert seen == [date(2026, 3, 1), None]


def test_some_may_have_gaps() -> None:
    operator = make_operator()
    column = with_gaps(np.array([operator.pk, 0]), np.array([True, False]))
    assert [camera.operator for camera in written(operator_id=column)] == [operator, None]


def test_what_the_database_refuses_is_refused_whole() -> None:
    with pytest.raises(IntegrityError), transaction.atomic():
        written(state=np.array(["gone", "stale"], object))
    assert not Camera.objects.exists()


def test_new_numbers_are_nobody_elses() -> None:
    before = make_camera()
    ids = new_ids(Camera, 2)
    assert (np.diff(ids) > 0).all()
    assert ids[0] > before.pk
    write_columns(Camera, columns(id=ids))
    assert make_camera().pk > ids[-1]


def test_the_first_of_all_has_a_number_too() -> None:
    assert new_ids(Camera, 1) >= 1


@pytest.mark.parametrize(
    "column", [np.array([1, 2, 3]), None], ids=["one too many", "nothing but single values"]
)
def test_columns_of_several_lengths_are_refused(column: Column) -> None:
    given = columns(voices=column)
    if column is None:
        given["location"] = None
    with pytest.raises(ValueError, match="not of one length"):
        write_columns(Camera, given)
