"""Columns say and tell what `list_rows` says and tells of the same rows, whatever they hold."""

import json
from datetime import date

import pyarrow as pa
import pytest
import shapely
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from mapper.cameras.services.apply_reading import ASPECTS
from mapper.exchange.sources.lists.fields import ListFields, fields_of
from mapper.exchange.sources.lists.list_columns import _apart, columns_reader, list_columns
from mapper.exchange.sources.lists.list_rows import list_rows
from mapper.exchange.sources.notes import Notes
from mapper.exchange.sources.tables.table import read_table
from mapper.exchange.sources.watching import unwatched
from mapper.settings import limits
from tests.factories.tables import write_geojson

DAY = date(2026, 5, 1)
NAMES = {
    "ref": "id",
    "kind": "type",
    "facing": "way",
    "operator": "who",
    "operator-type": "sort",
    "mount": "mount",
    "height": "high",
    "scope": "where",
    "seen": "day",
    "name": "name",
}
CELLS = {
    "lon": ["24.9", "24,95", "x", "", "0", "181", "1e1", "24.123456789", "-0.1"],
    "lat": ["60.1", "60.15", "nan", "0", "91", "+5.", "60.123456789"],
    "id": ["", "A", "A", "B", "A/2", 'a"b\\c', "é 路", "x" * 101, "\0", "a\tb"],
    "type": ["", "dome", "PTZ", "odd", "ALPR", "doorbell"],
    "way": ["", "NE", "80-120", "up there", "361"],
    "who": ["", "City Police", "Guard", "G" * 256, "\0", '"Ltd"'],
    "sort": ["", "police", "private_home", "private", "odd"],
    "mount": ["", "pole", "odd"],
    "high": ["", "3", "3.25 m", "900", "odd"],
    "where": ["", "public", "odd"],
    "day": ["", "2025-06-01", "2027-01-01", "odd"],
    "name": ["", "Gate", '"'],
}
ROWS = st.lists(
    st.fixed_dictionaries({name: st.sampled_from(cells) for name, cells in CELLS.items()}),
    min_size=1,
    max_size=8,
)
TAGS = st.sampled_from(
    [
        {},
        {"operator:type": "private_home", "height": "4"},
        {"surveillance": "odd", "check_date": "2024-02-02"},
    ]
)


def read_both(table, crs="EPSG:4326", **told):
    fields = fields_of(table, ListFields(**told))
    slow, fast = Notes(), Notes()
    rows = list_rows(table, fields, crs=crs, vintage_on=DAY, notes=slow)
    columns = list_columns(table, fields, crs=crs, vintage_on=DAY, notes=fast)
    return rows, columns, slow, fast


def texts(notes):
    return sorted(str(note) for note in notes)


def told_by(listing):
    """What a listing says, in the words of columns."""
    reading = listing.reading
    facings = [{"bearing": one.bearing, "opening": one.opening} for one in reading.facings]
    return {
        "name": listing.external_id,
        "at": (listing.lon, listing.lat),
        "tags": dict(listing.tags),
        "seen_on": listing.seen_on,
        "facings": facings,
        "operator": reading.operator,
        **{aspect: getattr(reading, aspect) for aspect in ASPECTS},
    }


def rows_of(listed):
    """What columns say, row by row."""

    def aspect(name, row):
        if name in listed.aspects:
            return listed.aspects[name][row].as_py()
        return getattr(listed.shared, name)

    for row in range(len(listed)):
        facings = listed.aspects.get("facings")
        yield {
            "name": listed.external_ids[row].as_py(),
            "at": tuple(listed.lonlat[row].tolist()),
            "tags": json.loads(listed.tags[row].as_py()),
            "seen_on": listed.seen_on[row].astype(object),
            "facings": [] if facings is None else json.loads(facings[row].as_py()),
            **{name: aspect(name, row) for name in ("operator", *ASPECTS)},
        }


@settings(max_examples=120, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(rows=ROWS, tags=TAGS, used=st.sets(st.sampled_from(sorted(NAMES))))
def test_rows_say_the_same_and_are_refused_alike(tmp_path, rows, tags, used):
    path = tmp_path / "list.json"
    path.write_text(json.dumps(rows))
    columns = {name: NAMES[name] for name in NAMES if name in used}
    table = read_table(path, watch=unwatched)
    slow, fast, told, told_fast = read_both(table, lon="lon", lat="lat", columns=columns, tags=tags)
    assert list(rows_of(fast.listed)) == [told_by(one) for one in slow.listings]
    assert fast.left_out == slow.left_out
    assert texts(told_fast.refused) == texts(told.refused)
    odd_for_all = {"surveillance: “odd” is no word we know"} if "surveillance" in tags else set()
    single = [one for one in told.remarked if one.text not in odd_for_all]
    assert texts(one for one in told_fast.remarked if one.about != "every row") == texts(
        one for one in single
    )


@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(rows=ROWS, used=st.sets(st.sampled_from(sorted(NAMES))), size=st.integers(1, 4))
def test_in_parts_they_say_and_tell_the_same(tmp_path, rows, used, size):
    path = tmp_path / "list.json"
    path.write_text(json.dumps(rows))
    columns = {name: NAMES[name] for name in NAMES if name in used}
    table = read_table(path, watch=unwatched)
    fields = fields_of(table, ListFields(lon="lon", lat="lat", columns=columns))
    how = {"crs": "EPSG:4326", "vintage_on": DAY}
    told, told_in_parts = Notes(), Notes()
    whole = list_columns(table, fields, notes=told, **how)
    reader = columns_reader(table, fields, notes=told_in_parts, **how)
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(limits, "BULK_ROWS", size)
        patched.setattr(limits, "BULK_FIRST_ROWS", 2)
        parts = list(reader.parts())
    assert [row for part in parts for row in rows_of(part.listed)] == list(rows_of(whole.listed))
    assert frozenset().union(*(part.left_out for part in parts)) == whole.left_out
    assert told_in_parts == told


def test_more_words_than_fit_into_one_number_are_told_apart(monkeypatch):
    columns = [pa.array(["a", "b", "a", "b"]), pa.array(["x", "x", "y", "x"])] * 2
    codes, rows = _apart(columns)
    monkeypatch.setattr("mapper.exchange.sources.lists.list_columns._NUMBERS", 3)
    again, rows_again = _apart(columns)
    assert again.tolist() == codes.tolist() == [0, 1, 2, 1]
    assert rows_again.to_pylist() == rows.to_pylist() == [0, 1, 2]


@pytest.mark.parametrize("refs", ["1 2 01", "1 2 2", "b a b", "3 1", "b  a"])
def test_numbers_are_apart_where_their_texts_are(tmp_path, refs):
    path = tmp_path / "list.json"
    path.write_text(json.dumps([{"id": ref, "lon": "1", "lat": "2"} for ref in refs.split(" ")]))
    slow, fast, *_ = read_both(read_table(path, watch=unwatched), columns={"ref": "id"})
    assert [row["name"] for row in rows_of(fast.listed)] == [
        one.external_id for one in slow.listings
    ]


def test_shapes_stand_at_their_middle_and_a_grid_becomes_degrees(tmp_path):
    path = write_geojson(
        tmp_path, (shapely.Point(24.95, 60.15), {}), (shapely.box(24, 60, 26, 62), {})
    )
    slow, fast, *_ = read_both(read_table(path, watch=unwatched))
    assert list(rows_of(fast.listed)) == [told_by(one) for one in slow.listings]
    path = tmp_path / "grid.csv"
    path.write_text("x,y\n538874.2,177344.4\n538874.2,-1e9\n")
    slow, fast, told, told_fast = read_both(read_table(path, watch=unwatched), crs="EPSG:27700")
    assert list(rows_of(fast.listed)) == [told_by(one) for one in slow.listings]
    assert texts(told_fast.refused) == texts(told.refused)


@pytest.mark.parametrize("tags", [{"surveillance:type": "guard"}, {"ref": "7"}])
def test_where_every_row_is_something_else_or_the_same_it_says_nothing(tmp_path, tags):
    path = tmp_path / "list.csv"
    path.write_text("lon,lat\n24.9,60.1\n")
    _, fast, *_ = read_both(read_table(path, watch=unwatched), tags=tags)
    assert fast is None
