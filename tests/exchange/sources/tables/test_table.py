"""Files of any format become texts by column and shapes; what cannot be read is refused."""

import gzip
import json
from datetime import UTC, date, datetime

import pyogrio.raw
import pytest
import shapely

from mapper.exchange.sources.notes import RefusedFileError
from mapper.exchange.sources.tables.table import read_table
from mapper.exchange.sources.watching import unwatched
from mapper.settings import limits
from tests.factories.tables import WARD, ward, write_csv, write_geojson


def read(path, **asked):
    return read_table(path, watch=unwatched, **asked)


def refusal(path, **asked):
    with pytest.raises(RefusedFileError) as refused:
        read(path, **asked)
    return str(refused.value)


def test_outlines_come_with_their_texts_and_their_coordinate_system(tmp_path):
    path = write_geojson(tmp_path, ward("Quay", people=12.0), (None, {"name": None}))
    table = read(path)
    assert (table.name, len(table), table.crs) == ("wards.geojson", 2, "EPSG:4326")
    assert table.texts("name") == ["Quay", ""]
    assert table.texts("people") == ["12", ""]
    assert table.texts("") == ["", ""]
    assert shapely.equals(table.shapes[0], WARD)
    assert table.shapes[1] is None
    assert table.modified_on == datetime.now(tz=UTC).date()


def test_a_file_may_be_packed(tmp_path):
    path = write_geojson(tmp_path, ward("Quay"))
    packed = tmp_path / "wards.geojson.gz"
    packed.write_bytes(gzip.compress(path.read_bytes()))
    assert read(packed).texts("name") == ["Quay"]


def test_a_table_without_shapes_has_none(tmp_path):
    table = read(write_csv(tmp_path, ("id", "name"), (7, "Gate"), (8, "Quay")))
    assert (table.texts("id"), table.crs) == (["7", "8"], "")
    assert list(table.shapes) == [None, None]


def test_some_rows_are_a_table_too(tmp_path):
    table = read(write_csv(tmp_path, ("id", "name"), (7, "Gate"), (8, "Quay"), (9, "Mole")))
    some = table.rows(1, 9)
    assert (len(some), some.texts("id"), some.column("name").to_pylist()) == (
        2,
        ["8", "9"],
        ["Quay", "Mole"],
    )


def test_a_plain_list_in_json_is_read_too(tmp_path):
    path = tmp_path / "list.json"
    path.write_text(json.dumps({"cameras": [{"id": 1, "lat": 60.5}, {"id": 2}]}))
    table = read(path)
    assert (table.columns, table.texts("lat")) == (["id", "lat"], ["60.5", ""])


def layers(folder):
    path = folder / "places.gpkg"
    for name in ("wards", "cities"):
        pyogrio.raw.write(
            path,
            geometry=shapely.to_wkb([WARD]),
            field_data=[],
            fields=[],
            layer=name,
            geometry_type="Polygon",
            crs="EPSG:4326",
            append=path.exists(),
        )
    return path


def test_of_several_layers_one_must_be_named(tmp_path):
    path = layers(tmp_path)
    assert refusal(path) == (
        "places.gpkg has several layers, name one with --layer: wards, cities."
    )
    assert refusal(path, layer="roads") == (
        "places.gpkg has no layer “roads”: it has wards, cities."
    )
    assert len(read(path, layer="cities")) == 1


def test_texts_in_an_old_encoding_are_read_where_it_is_named(tmp_path):
    path = tmp_path / "list.csv"
    path.write_bytes("id,name\n1,Café\n".encode("cp1252"))
    assert read(path, encoding="cp1252").texts("name") == ["Café"]


def test_texts_in_an_encoding_nobody_named_are_refused_with_the_remedy(tmp_path):
    path = tmp_path / "list.csv"
    path.write_bytes("id,name\n1,Café\n".encode("cp1252"))
    assert refusal(path, encoding="ascii").endswith("name its encoding, such as --encoding cp1252.")


@pytest.mark.parametrize(
    ("name", "content", "reason"),
    [
        ("empty.csv", b"", "empty.csv is empty."),
        ("picture.geojson", b"\x89PNG\r\n\x1a\n" + bytes(100), "picture.geojson cannot be read:"),
        ("cut.geojson", b'{"type": "FeatureCollection", "features": [', "cut.geojson cannot be"),
        ("deep.json", b"[" * 200_000, "deep.json cannot be read:"),
        ("else.json", b'{"hello": [1, 2]}', "else.json cannot be read:"),
        ("nothing.csv", b"id,name\n", "nothing.csv holds no rows."),
    ],
)
def test_what_cannot_be_read_is_refused_in_a_sentence(tmp_path, name, content, reason):
    path = tmp_path / name
    path.write_bytes(content)
    said = refusal(path)
    assert said.startswith(reason)
    assert said.endswith(".")
    assert str(tmp_path) not in said
    assert "\n" not in said


def test_what_is_no_file_is_refused(tmp_path):
    assert refusal(tmp_path) == f"{tmp_path} is not a file."


def test_a_huge_file_is_refused(tmp_path, monkeypatch):
    monkeypatch.setattr(limits, "IMPORT_MAX_BYTES", 10)
    assert "more than the 10 that are read" in refusal(write_csv(tmp_path, ("id", "name"), (1, 2)))


def test_wards_of_baltimore_are_read(shared_data):
    path = shared_data / "baltimore-citiwatch/neighborhoods_2010census.geojson.gz"
    table = read(path)
    assert len(table) == 278
    assert sum(float(text) for text in table.texts("Population")) == pytest.approx(620_175, abs=1)
    assert isinstance(table.modified_on, date)
