"""Rows become places: repaired, put together, counted; what is none is told by row."""

import pytest
import shapely

from mapper.exchange.sources.notes import Notes
from mapper.exchange.sources.places.fields import PlaceFields
from mapper.exchange.sources.places.place_rows import place_rows
from mapper.exchange.sources.tables.table import read_table
from mapper.exchange.sources.watching import unwatched
from mapper.vocabulary import Level
from tests.factories.tables import BOW_TIE, WARD, ward, write_geojson

CODED = PlaceFields(name="name", code="code", population="people", population_year=2011)
NAMED = PlaceFields(name="name")


def places(folder, *rows, fields=CODED, crs="EPSG:4326"):
    notes = Notes()
    full = [(shape, {"people": None, **told}) for shape, told in rows]
    table = read_table(write_geojson(folder, *full), watch=unwatched)
    return place_rows(table, fields, level=Level.WARD, crs=crs, notes=notes), notes


def texts(notes):
    return [str(note) for note in notes]


def test_a_place_has_name_code_people_and_outline(tmp_path):
    (place,), notes = places(tmp_path, ward("Quay", code="E05", people=889))
    assert (place.name, place.external_id, place.level) == ("Quay", "E05", "ward")
    assert (place.population, place.population_year) == (889, 2011)
    assert place.boundary.geom_type == "MultiPolygon"
    assert (notes.refused, notes.remarked) == ([], [])


def test_without_people_there_is_no_year(tmp_path):
    fields = PlaceFields(name="name", code="code")
    (place,), _ = places(tmp_path, ward("Quay", code="1", people=5), fields=fields)
    assert (place.population, place.population_year) == (None, None)


@pytest.mark.parametrize(
    ("people", "counted", "remark"),
    [
        ("1,234", 1234, None),
        (0, 0, None),
        (562.3255, 562, "its population 562.3255 was rounded to 562"),
        (None, None, None),
        ("many", None, "its population “many” is no number, and was left"),
        (-5, None, "its population “-5” is no number, and was left"),
        (9e12, None, "its population “9000000000000” is no number, and was left"),
    ],
)
def test_people_are_counted_in_whole_numbers(tmp_path, people, counted, remark):
    (place,), notes = places(tmp_path, ward("Quay", code="1", people=people))
    assert place.population == counted
    assert [note.text for note in notes.remarked] == ([remark] if remark else [])


def test_places_without_codes_are_told_apart_by_name(tmp_path):
    found, _ = places(tmp_path, ward("Old Quay"), ward("Old Quay"), ward("市"), fields=NAMED)
    assert [place.external_id for place in found] == ["old-quay", "old-quay-2", "place"]


def test_an_outline_that_crosses_itself_is_repaired_and_told(tmp_path):
    told = {"name": "Quay", "code": "1"}
    line = shapely.Polygon([(24.9, 60.1), (24.95, 60.2), (24.9, 60.1)])
    found, notes = places(tmp_path, (BOW_TIE, told), (line, {"name": "Line", "code": "2"}))
    assert [place.boundary.valid for place in found] == [True]
    assert texts(notes.remarked)[0] == "row 1 “Quay”: its outline crossed itself and was repaired"
    assert texts(notes.refused) == ["row 2 “Line”: its outline bounds no area"]


def test_rows_of_one_code_and_name_are_one_place(tmp_path):
    found, notes = places(
        tmp_path,
        ward("Quay", code="1", people=7),
        ward("Quay", west=24.99, code="1", people=7),
        ward("Hill", code="1"),
    )
    assert [(place.name, place.population, len(place.boundary)) for place in found] == [
        ("Quay", 7, 2)
    ]
    assert texts(notes.remarked) == ["row 2 “Quay”: is a part of row 1, and was put to it"]
    assert texts(notes.refused) == ["row 3 “Hill”: its code 1 is that of row 1 “Quay”"]


def test_rows_that_are_no_place_are_refused_by_name_and_reason(tmp_path):
    far = shapely.box(500_000, 170_000, 501_000, 171_000)
    found, notes = places(
        tmp_path,
        (WARD, {"name": None, "code": "1"}),
        ward("Quay", code=None),
        ward("Long", code="x" * 101),
        (None, {"name": "Bare", "code": "4"}),
        (shapely.Polygon(), {"name": "Empty", "code": "5"}),
        (far, {"name": "Far", "code": "6"}),
        (shapely.Point(24.9, 60.1), {"name": "Spot", "code": "7"}),
        ward("Good", code="9"),
    )
    assert [place.name for place in found] == ["Good"]
    assert texts(notes.refused) == [
        "row 1: has no name",
        "row 2 “Quay”: has no code",
        "row 3 “Long”: its code is longer than 100 letters",
        "row 4 “Bare”: has no outline",
        "row 5 “Empty”: has no outline",
        "row 6 “Far”: its outline leaves the earth; say its --crs",
        "row 7 “Spot”: its outline bounds no area",
    ]


def test_a_grid_becomes_degrees(tmp_path):
    square = shapely.box(538_000, 177_000, 539_000, 178_000)
    (place,), _ = places(tmp_path, (square, {"name": "Quay", "code": "1"}), crs="EPSG:27700")
    assert place.boundary.centroid.y == pytest.approx(51.479, abs=0.01)
