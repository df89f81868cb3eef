"""What a box finds: what touches it, what lies in it, and what holds it whole."""

import pytest
from django.apps import apps
from django.contrib.gis.db.models import GeometryField
from django.contrib.gis.geos import Polygon
from django.db import connection

from mapper.geometry import Box
from mapper.places.models import GroundArea, Street
from tests.factories.places import around, make_area, make_street

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("degrees", [0.0001, 0.001, 0.01], ids=["inside", "same", "around"])
def test_an_area_is_found_inside_and_around_the_box(degrees: float) -> None:
    make_area(shape=Polygon.from_bbox(around(degrees=degrees)))
    assert GroundArea.objects.in_box(Box(*around(degrees=0.001))).count() == 1


def test_a_street_that_runs_through_the_box_is_found_and_one_beside_it_is_not() -> None:
    west, south, east, north = around(degrees=0.001)
    middle = (south + north) / 2
    through = make_street(line=[(west - 1, middle), (east + 1, middle)])
    make_street(line=[(west, north + 0.1), (east, north + 0.1)])
    assert list(Street.objects.in_box(Box(west, south, east, north))) == [through]


def test_a_box_across_the_date_line_finds_both_sides() -> None:
    sides = [make_street(line=[(lon, 0), (lon, 1)]) for lon in (179.9, -179.9)]
    make_street(line=[(0, 0), (0, 1)])
    assert list(Street.objects.in_box(Box(179, 0, -179, 1)).order_by("pk")) == sides


@pytest.mark.skipif(connection.vendor != "sqlite", reason="SpatiaLite can lose an index unsaid")
def test_every_geometry_has_its_index() -> None:
    """A migration that makes a table anew leaves its index behind, and boxes then find nothing."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT f_table_name, f_geometry_column FROM geometry_columns"
            " WHERE spatial_index_enabled = 0 AND f_table_name NOT LIKE 'iso_%'"
        )
        assert set(cursor.fetchall()) == {
            (model._meta.db_table, field.column)
            for model in apps.get_models()
            for field in model._meta.concrete_fields
            if isinstance(field, GeometryField) and not field.spatial_index
        }


def test_a_box_is_asked_of_the_index() -> None:
    if connection.vendor != "sqlite":
        pytest.skip("PostGIS plans by itself")
    assert "idx_places_street_line" in str(Street.objects.in_box(Box(0, 0, 1, 1)).query)


BOX = Box(*around(degrees=0.001))
FROM_EAST_TO_WEST = Box(179, -90, -179, 90)


@pytest.mark.parametrize("degrees", [0.0001, 0.001, 0.01], ids=["inside", "same", "around"])
def test_row_by_row_finds_the_same(degrees: float) -> None:
    make_area(shape=Polygon.from_bbox(around(degrees=degrees)))
    assert GroundArea.objects.in_box_row_by_row(BOX).count() == 1
    assert GroundArea.objects.in_box_row_by_row(FROM_EAST_TO_WEST).count() == 0


def test_row_by_row_asks_no_index() -> None:
    question = GroundArea.objects.in_box_row_by_row(BOX)
    assert "idx_" not in str(question.query)
    assert "CASE WHEN" in str(question.query)


def test_whether_a_box_holds_more_than_so_many() -> None:
    west, south, *_ = around(degrees=0.001)
    for _ in range(3):
        make_street(line=[(west, south), (west + 0.0001, south)])
    assert Street.objects.holds_at_most(BOX, 3)
    assert not Street.objects.holds_at_most(BOX, 2)
    assert Street.objects.holds_at_most(FROM_EAST_TO_WEST, 0)


def test_both_sides_of_the_date_line_are_counted() -> None:
    for lon in (179.9, -179.9):
        make_street(line=[(lon, 0), (lon, 1)])
    assert not Street.objects.holds_at_most(FROM_EAST_TO_WEST, 1)


@pytest.mark.skipif(connection.vendor == "sqlite", reason="SpatiaLite has no such choices")
def test_postgresql_may_read_as_it_likes_afterwards() -> None:
    Street.objects.holds_at_most(BOX, 2)
    with connection.cursor() as cursor:
        for way in ("enable_seqscan", "enable_bitmapscan"):
            cursor.execute(f"SHOW {way}")
            assert cursor.fetchone() == ("on",)


@pytest.mark.skipif(connection.vendor == "sqlite", reason="SpatiaLite keeps no plans")
def test_a_box_stands_in_the_statement_so_that_no_plan_is_made_without_it() -> None:
    assert "ST_MakeEnvelope(0.0, 0.0, 1.0, 1.0, 4326)" in str(
        Street.objects.in_box(Box(0, 0, 1, 1)).query
    )


def test_in_the_order_of_numbers_without_their_index() -> None:
    west, south, *_ = around(degrees=0.001)
    streets = [make_street(line=[(west, south), (west + 0.0001, south)]) for _ in range(3)]
    first = Street.objects.in_box(BOX).by_number()[:2]
    assert list(first) == streets[:2]
    assert '"id" + ' in str(first.query)
