"""Overpass answers: nodes, and ways however their place is told."""

from datetime import date

import pytest

from mapper.exchange.sources.notes import Notes
from mapper.exchange.sources.osm.overpass import read_overpass
from tests.factories.osm import DEVICE

CORNERS = [
    {"type": "node", "id": 11, "lat": 60.1, "lon": 24.9},
    {"type": "node", "id": 12, "lat": 60.1, "lon": 25.0},
]


def way(**told):
    return {"type": "way", "id": 5, "tags": DEVICE, **told}


def read(*elements, notes=None, **more):
    return read_overpass({"elements": list(elements), **more}, notes or Notes())


def test_a_node_with_all_it_tells_and_the_answers_day():
    told = {"version": 2, "timestamp": "2026-04-01T10:00:00Z", "tags": DEVICE}
    document = read(
        {"type": "node", "id": 1, "lat": 60.15, "lon": 24.95, **told},
        osm3s={"timestamp_osm_base": "2026-04-21T00:00:00Z"},
    )
    (found,) = document.objects
    assert document.header.vintage_on == date(2026, 4, 21)
    assert (found.external_id, found.version, found.edited_on) == ("node/1", 2, date(2026, 4, 1))
    assert found.geometry.wkt == "POINT (24.95 60.15)"


def test_an_answer_without_a_day_has_none():
    assert read(osm3s="yes").header.vintage_on is None


@pytest.mark.parametrize(
    ("told", "expected"),
    [
        ({"center": {"lat": 60.1, "lon": 24.9}}, "POINT (24.9 60.1)"),
        (
            {"geometry": [{"lat": 60.1, "lon": 24.9}, None, {"lat": 60.1, "lon": 25.0}]},
            "LINESTRING (24.9 60.1, 25 60.1)",
        ),
        ({"nodes": [11, 99, 12]}, "LINESTRING (24.9 60.1, 25 60.1)"),
        ({"nodes": [11, "x"], "center": {"lat": 60.1, "lon": 24.9}}, "POINT (24.9 60.1)"),
        (
            {"bounds": {"minlat": 60.0, "minlon": 24.0, "maxlat": 60.5, "maxlon": 25.0}},
            "POINT (24.5 60.25)",
        ),
    ],
)
def test_a_way_is_placed_by_whatever_the_answer_holds(told, expected):
    (found,) = read(*CORNERS, way(**told)).objects
    assert found.geometry.wkt == expected


@pytest.mark.parametrize(
    ("element", "about", "reason"),
    [
        (7, "element 1", "is no element"),
        (way(), "way/5", "ask Overpass for `out center`"),
        (way(center={"lat": 60.1}), "way/5", "not two numbers"),
        (way(type="area"), "element 1", "has no OSM id"),
        ({"type": "node", "id": 1, "tags": DEVICE, "lat": "x", "lon": 1}, "node/1", "not two"),
        ({"type": "node", "id": 1, "tags": [1], "lat": 1, "lon": 1}, "node/1", "has no tags"),
    ],
)
def test_bad_elements_are_refused_by_name(element, about, reason):
    notes = Notes()
    assert read(element, notes=notes).objects == []
    assert notes.refused[0].about == about
    assert reason in notes.refused[0].text
