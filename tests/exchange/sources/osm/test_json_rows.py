"""Every field of a row is checked, since anything may stand in a JSON file."""

from contextlib import suppress
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mapper.exchange.sources.osm import json_rows
from mapper.exchange.sources.osm.json_rows import RowError
from mapper.geometry import Box

ANYTHING = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=9),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=5), inner),
    max_leaves=6,
)


@pytest.mark.parametrize(
    ("kind", "number", "expected"), [("node", 12, "node/12"), ("way", "7", "way/7")]
)
def test_names(kind, number, expected):
    assert json_rows.name_from(kind, number) == expected


@pytest.mark.parametrize(
    ("kind", "number"),
    [
        ("node", 0),
        ("node", -1),
        ("node", True),
        ("node", None),
        ("tree", 1),
        (None, 1),
        ("node", 1.5),
    ],
)
def test_what_is_no_name(kind, number):
    with pytest.raises(RowError, match="no OSM id"):
        json_rows.name_from(kind, number)


@pytest.mark.parametrize(
    ("row", "expected"),
    [({"id": 3}, "node/3"), ({"type": "way", "id": 3}, "way/3"), ({}, "row 1"), (3, "row 1")],
)
def test_a_row_is_called_by_its_name_where_it_has_one(row, expected):
    assert json_rows.about(row, "row 1") == expected


@pytest.mark.parametrize(
    ("lon", "lat", "reason"),
    [
        ("24.9", 60.1, "not two numbers"),
        (True, 60.1, "not two numbers"),
        (None, None, "not two numbers"),
        (float("nan"), 60.1, "not two numbers"),
        (24.9, float("inf"), "not two numbers"),
        (181, 60.1, "out of range"),
        (24.9, -90.5, "out of range"),
    ],
)
def test_what_is_no_position(lon, lat, reason):
    with pytest.raises(RowError, match=reason):
        json_rows.position_from(lon, lat)


def test_tags_are_texts():
    raw = {"a": "b", "layer": -1, "lit": True, "oneway": False, "gone": None, "width": 2.5}
    expected = {"a": "b", "layer": "-1", "lit": "yes", "oneway": "no", "width": "2.5"}
    assert json_rows.tags_from(raw) == expected


@pytest.mark.parametrize("raw", [None, [], "x", {"a": []}, {"a": {"b": "c"}}])
def test_what_is_no_tags(raw):
    with pytest.raises(RowError):
        json_rows.tags_from(raw)


@pytest.mark.parametrize(
    ("raw", "expected"),
    [
        (3, 3),
        ("4", 4),
        (0, None),
        (-1, None),
        (None, None),
        (2.5, None),
        (10**30, None),
        ("²", None),
    ],
)
def test_versions(raw, expected):
    assert json_rows.version_from(raw) == expected


@pytest.mark.parametrize(("raw", "expected"), [("2026-06-19T20:21Z", date(2026, 6, 19)), (7, None)])
def test_days(raw, expected):
    assert json_rows.day_from(raw) == expected


@pytest.mark.parametrize(
    ("raw", "south_first", "expected"),
    [
        ([24.9, 60.1, 25.0, 60.2], False, Box(24.9, 60.1, 25.0, 60.2)),
        ([24.9, 60.1, 0, 25.0, 60.2, 9], False, Box(24.9, 60.1, 25.0, 60.2)),
        ([60.1, 24.9, 60.2, 25.0], True, Box(24.9, 60.1, 25.0, 60.2)),
        ([60.1, 24.9], True, None),
        ([1, 2, 3, "x"], False, None),
        ([24.9, 60.2, 25.0, 60.1], False, None),
        ("24.9,60.1,25,60.2", False, None),
    ],
)
def test_boxes(raw, south_first, expected):
    assert json_rows.box_from(raw, south_first=south_first) == expected


@given(ANYTHING, ANYTHING)
def test_anything_is_read_or_refused(one, other):
    for read in (
        lambda: json_rows.name_from(one, other),
        lambda: json_rows.position_from(one, other),
        lambda: json_rows.tags_from(one),
    ):
        with suppress(RowError):
            read()
    json_rows.version_from(one)
    json_rows.day_from(one)
    json_rows.box_from(one, south_first=True)
