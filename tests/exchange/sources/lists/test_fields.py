"""Positions are named or guessed; every other column only counts where it is named."""

import pytest
import shapely

from mapper.exchange.sources.lists.fields import ListFields, crs_of, fields_of, told
from mapper.exchange.sources.notes import RefusedFileError
from mapper.exchange.sources.tables.table import read_table
from mapper.exchange.sources.watching import unwatched
from tests.factories.tables import write_csv, write_geojson


def table(folder, *columns):
    return read_table(write_csv(folder, columns, ["x"] * len(columns)), watch=unwatched)


def points(folder):
    path = write_geojson(folder, (shapely.Point(24.9, 60.1), {"id": 1, "lon": 3, "lat": 4}))
    return read_table(path, watch=unwatched)


@pytest.mark.parametrize(
    ("columns", "lon", "lat"),
    [
        (("ID", "Latitude", "Longitude"), "Longitude", "Latitude"),
        (("easting", "northing", "lat", "lng"), "lng", "lat"),
        (("x", "y", "Owner"), "x", "y"),
    ],
)
def test_positions_are_guessed_and_nothing_else(tmp_path, columns, lon, lat):
    assert fields_of(table(tmp_path, *columns), ListFields()) == ListFields(lon=lon, lat=lat)


def test_shapes_go_before_guesses_and_names_before_shapes(tmp_path):
    assert fields_of(points(tmp_path), ListFields()) == ListFields()
    named = ListFields(lon="LON", lat="lat")
    assert fields_of(points(tmp_path), named) == ListFields(lon="lon", lat="lat")


def test_other_columns_are_found_by_name(tmp_path):
    asked = ListFields(columns={"kind": "TYPE", "ref": "id"}, tags={"surveillance": "public"})
    found = fields_of(table(tmp_path, "id", "lat", "lon", "Type"), asked)
    assert found.columns == {"kind": "Type", "ref": "id"}
    assert found.tags == {"surveillance": "public"}


@pytest.mark.parametrize(
    ("asked", "reason"),
    [
        (ListFields(), "does not say where its cameras are; .*: id, northing."),
        (ListFields(lon="id"), "A position takes two columns: name both with --lon and --lat."),
        (ListFields(lon="id", lat="no"), "has no column “no”: it has id, northing."),
        (ListFields(columns={"kind": "type"}), "has no column “type”"),
    ],
)
def test_what_is_missing_is_said(tmp_path, asked, reason):
    with pytest.raises(RefusedFileError, match=reason):
        fields_of(table(tmp_path, "id", "northing"), asked)


def test_the_coordinate_system_is_asked_for_or_the_files_own_or_degrees(tmp_path):
    shapes, columns = ListFields(), ListFields(lon="lon", lat="lat")
    there = points(tmp_path)
    assert crs_of(there, shapes, "EPSG:27700") == "EPSG:27700"
    assert crs_of(there, shapes, "") == "EPSG:4326"
    assert crs_of(there, columns, "") == "EPSG:4326"
    assert crs_of(table(tmp_path, "lon", "lat"), shapes, "") == "EPSG:4326"


def test_what_is_read_is_said():
    fields = ListFields(lon="x", lat="y", columns={"kind": "Type", "ref": "id"})
    assert list(told(fields, "EPSG:27700")) == [
        "Positions are read from “x” and “y”, in EPSG:27700.",
        "“Type” is read as camera:type.",
        "“id” is read as ref.",
    ]
    assert list(told(ListFields(), 'PROJCS["Grid"]')) == [
        "Positions are read from the shapes of the rows, in its own system.",
        "Cameras are told apart by where they are: no column numbers them (--ref-field).",
    ]
