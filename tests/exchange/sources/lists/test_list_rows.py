"""Rows become listings in OSM's words; several in one place stay several; refusals name the row."""

import json
from datetime import date

import pytest
import shapely

from mapper.exchange.sources.lists.fields import ListFields, fields_of
from mapper.exchange.sources.lists.list_rows import list_rows
from mapper.exchange.sources.notes import Notes
from mapper.exchange.sources.tables.table import read_table
from mapper.exchange.sources.watching import unwatched
from mapper.vocabulary import Kind
from tests.factories.tables import write_csv, write_geojson

DAY = date(2026, 5, 1)
PLACED = ("lon", "lat")


def read(path, crs="EPSG:4326", columns=None, **told):
    notes = Notes()
    table = read_table(path, watch=unwatched)
    fields = fields_of(table, ListFields(columns=columns or {}, **told))
    return list_rows(table, fields, crs=crs, vintage_on=DAY, notes=notes), notes


def texts(notes):
    return [str(note) for note in notes]


def test_a_row_says_what_its_columns_and_the_tags_for_all_say(tmp_path):
    path = write_csv(
        tmp_path,
        (*PLACED, "id", "type", "way", "who", "day"),
        (24.95, 60.15, 7, "PTZ", "NE", "Harbour", "2025-06-01"),
        (24.96, 60.15, 8, "", "", "", ""),
    )
    columns = {"ref": "id", "kind": "type", "facing": "way", "operator": "who", "seen": "day"}
    found, notes = read(path, columns=columns, tags={"operator:type": "public"})
    first, second = found.listings
    assert (first.external_id, first.lon, first.lat) == ("7", 24.95, 60.15)
    assert first.tags == {
        "man_made": "surveillance",
        "surveillance:type": "camera",
        "operator:type": "public",
        "ref": "7",
        "camera:type": "PTZ",
        "camera:direction": "NE",
        "operator": "Harbour",
        "check_date": "2025-06-01",
    }
    assert (first.reading.kind, first.reading.facings[0].bearing) == (Kind.PANNING, 45.0)
    assert first.seen_on == date(2025, 6, 1)
    assert second.reading.kind == Kind.UNKNOWN
    assert second.seen_on is None
    assert (notes.refused, notes.remarked, found.left_out) == ([], [], frozenset())


def test_several_cameras_in_one_place_stay_several(tmp_path):
    rows = [(24.95, 60.15), (24.95, 60.15), (24.95, 60.15), (24.96, 60.15)]
    found, _ = read(write_csv(tmp_path, PLACED, *rows))
    assert [one.external_id for one in found.listings] == [
        "24.9500000,60.1500000",
        "24.9500000,60.1500000/2",
        "24.9500000,60.1500000/3",
        "24.9600000,60.1500000",
    ]


def test_rows_of_one_number_stay_several_whatever_others_are_called(tmp_path):
    refs = ["A", "A", "A/2", "B", "A"]
    path = write_csv(tmp_path, (*PLACED, "id"), *((24.95, 60.15, ref) for ref in refs))
    found, _ = read(path, columns={"ref": "id"})
    assert [one.external_id for one in found.listings] == ["A", "A/3", "A/2", "B", "A/4"]
    assert [one.reading.ref for one in found.listings] == refs


def test_shapes_stand_at_their_middle(tmp_path):
    path = write_geojson(
        tmp_path, (shapely.Point(24.95, 60.15), {"id": 1}), (shapely.box(24, 60, 26, 62), {"id": 2})
    )
    found, _ = read(path, columns={"ref": "id"})
    assert [(one.lon, one.lat) for one in found.listings] == [(24.95, 60.15), (25.0, 61.0)]


def test_a_grid_becomes_degrees(tmp_path):
    path = write_csv(tmp_path, ("x", "y"), ("538874,2", 177344.4))
    path.write_text('x,y\n"538874,2",177344.4\n')
    found, _ = read(path, crs="EPSG:27700")
    assert found.listings[0].lat == pytest.approx(51.4778, abs=1e-3)


def test_rows_that_are_no_camera_are_refused_by_row_and_reason(tmp_path):
    path = write_csv(
        tmp_path,
        (*PLACED, "id", "what"),
        ("", "", 1, "camera"),
        ("east", 60.1, 2, "camera"),
        (0, 0, 3, "camera"),
        (534286, 196318, 4, "camera"),
        (24.9, 60.1, "x" * 101, "camera"),
        (24.9, 60.1, 6, "shield"),
        (24.9, 60.1, 7, "camera"),
    )
    found, notes = read(path, columns={"ref": "id"}, tags={"surveillance:type": "camera"})
    assert [one.external_id for one in found.listings] == ["6", "7"]
    assert found.left_out == {"1", "2", "3", "4", "x" * 101}
    assert texts(notes.refused) == [
        "row 1 (“1”): has no position",
        "row 2 (“2”): has no position",
        "row 3 (“3”): its position is 0, 0, which lists write where they know none",
        "row 4 (“4”): its position 534286, 196318 is off the earth; say its --crs",
        f"row 5 (“{'x' * 101}”): its number is longer than 100 letters",
    ]


def test_what_is_odd_and_what_is_no_camera_is_told_by_row(tmp_path):
    path = tmp_path / "list.json"
    rows = [
        {"lon": 24.9, "lat": 60.1, "id": "1", "way": "up there"},
        {"lon": 24.9, "lat": 60.1, "id": "2", "way": "\0"},
        {"lon": 24.9, "lat": 60.1, "id": None},
    ]
    path.write_text(json.dumps(rows))
    found, notes = read(path, columns={"ref": "id", "facing": "way"})
    assert [one.external_id for one in found.listings] == ["1", "24.9000000,60.1000000"]
    assert found.left_out == {"2"}
    assert texts(notes.remarked)[0].startswith("row 1 (“1”): camera:direction: “up there” is")
    assert texts(notes.refused) == ["row 2 (“2”): its tags hold characters that cannot be stored"]


def test_tags_that_make_it_something_else_refuse_every_row(tmp_path):
    path = write_csv(tmp_path, PLACED, (24.9, 60.1))
    found, notes = read(path, tags={"surveillance:type": "guard"})
    assert found.listings == []
    assert texts(notes.refused) == ["row 1: surveillance:type=guard is no camera"]
