"""GeoJSON of OSM tags, as its usual writers write it."""

from datetime import date

import pytest

from mapper.exchange.sources.notes import Notes
from mapper.exchange.sources.osm.geojson import read_geojson
from mapper.geometry import Box
from tests.factories.osm import DEVICE

POINT = {"type": "Point", "coordinates": [24.95, 60.15]}


def feature(number="node/1", geometry=POINT, properties=DEVICE):
    return {"type": "Feature", "id": number, "geometry": geometry, "properties": properties}


def read(*features, notes=None, **more):
    return read_geojson({"features": list(features), **more}, notes or Notes())


def test_a_collection_tells_its_day_and_box():
    document = read(timestamp="2026-04-21T20:21:46Z", bbox=[24.9, 60.1, 25.0, 60.2])
    assert document.header.vintage_on == date(2026, 4, 21)
    assert document.header.box == Box(24.9, 60.1, 25.0, 60.2)


@pytest.mark.parametrize(
    "one",
    [
        feature("node/5"),
        feature("n5"),
        feature(None, properties=DEVICE | {"@id": "node/5"}),
        feature(5, properties=DEVICE | {"@type": "node"}),
        feature(None, properties=DEVICE | {"@type": "node", "@id": 5}),
    ],
)
def test_ids_in_every_usual_spelling(one):
    (found,) = read(one).objects
    assert (found.external_id, found.tags) == ("node/5", DEVICE)


def test_version_and_day_are_read_from_the_writers_own_keys():
    told = DEVICE | {"@version": 3, "@timestamp": "2026-04-01T10:00:00Z"}
    (found,) = read(feature(properties=told)).objects
    assert (found.version, found.edited_on) == (3, date(2026, 4, 1))


def test_heights_are_left():
    solid = {"type": "LineString", "coordinates": [[24.9, 60.1, 5], [25.0, 60.1, 5]]}
    point = {"type": "Point", "coordinates": [24.95, 60.15, 12.0]}
    objects = read(feature("way/1", solid), feature("node/2", point)).objects
    assert [one.geometry.wkt for one in objects] == [
        "LINESTRING (24.9 60.1, 25 60.1)",
        "POINT (24.95 60.15)",
    ]


@pytest.mark.parametrize(
    ("one", "reason"),
    [
        (5, "is no feature with properties"),
        (feature(properties=None), "is no feature with properties"),
        (feature(5), "has no OSM id"),
        (feature(None), "has no OSM id"),
        (feature(geometry=None), "has no geometry"),
        (feature(geometry={"type": "Point"}), "has no geometry"),
        (feature(geometry={"type": "Point", "coordinates": [1]}), "has no position"),
        (feature(geometry={"type": "Point", "coordinates": [1, 99]}), "out of range"),
        (feature(geometry={"type": "Blob", "coordinates": [1, 2]}), "cannot be read"),
        (feature(geometry={"type": "Polygon", "coordinates": [[1, 2]]}), "cannot be read"),
        (feature(geometry={"type": "Polygon", "coordinates": []}), "empty geometry"),
        (
            feature(geometry={"type": "LineString", "coordinates": [[1, 2], [1, 200]]}),
            "out of range",
        ),
    ],
)
def test_bad_features_are_refused_by_number(one, reason):
    notes = Notes()
    assert len(read(feature(), one, notes=notes).objects) == 1
    assert notes.refused[0].about == "feature 2"
    assert reason in notes.refused[0].text
