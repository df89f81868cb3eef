"""A file read whole: its day, its box, its cameras, and its ground where that was asked for."""

import json
import os
from datetime import date

import pytest

from mapper.exchange.sources.notes import RefusedFileError
from mapper.exchange.sources.osm.extract import Wanted, read_extract
from mapper.exchange.sources.osm.ground_rows import Layer
from mapper.exchange.sources.watching import unwatched
from mapper.geometry import Box
from mapper.places.models import GroundArea, Street
from tests.factories.osm import DEVICE, TOWN, node, way, write_osm

STREETS = frozenset({Layer.STREETS})
ROAD = {"highway": "residential"}


def read(path, **wanted):
    return read_extract(path, Wanted(**wanted), unwatched)


def test_the_file_decides_what_was_left_open(tmp_path):
    extract = read(write_osm(tmp_path, node(1), node(2, timestamp="2026-03-01T00:00:00Z")))
    assert (extract.name, extract.vintage_on, extract.extent) == (
        "town.osm",
        date(2026, 4, 1),
        TOWN,
    )
    assert len(extract.listings) == 2
    assert extract.left_out == frozenset()
    assert extract.ground == {}


def test_what_the_operator_says_goes_before(tmp_path):
    path = write_osm(tmp_path, node(1), node(2, lon=24.99))
    near = Box(24.94, 60.1, 24.96, 60.2)
    extract = read(path, extent=near, vintage_on=date(2026, 9, 9))
    assert (extract.extent, extract.vintage_on) == (near, date(2026, 9, 9))
    assert [one.external_id for one in extract.listings] == ["node/1"]
    assert extract.left_out == {"node/2"}


def test_a_file_without_a_box_covers_what_it_holds(tmp_path):
    road = [node(8, 24.8, 60.1, tags={}), node(9, 25.1, 60.3, tags={}), way(1, 8, 9, tags=ROAD)]
    path = write_osm(tmp_path, node(1), node(2, lon=24.99), *road, bounds=None)
    assert read(path).extent == Box(24.95, 60.15, 24.99, 60.15)
    assert read(path, layers=STREETS).extent == Box(24.8, 60.1, 25.1, 60.3)


def test_ground_comes_when_asked_for_and_dates_a_file_without_cameras(tmp_path):
    old = {"timestamp": "2020-02-02T00:00:00Z"}
    corners = [node(8, 24.91, tags={}), node(9, 24.92, tags={})]
    path = write_osm(tmp_path, *corners, way(1, 8, 9, tags=ROAD, **old))
    extract = read(path, layers=STREETS)
    assert extract.vintage_on == date(2020, 2, 2)
    assert len(extract.ground[Street]) == len(extract.ground[GroundArea]) == 1


def test_a_file_without_any_day_bears_its_own(tmp_path):
    path = tmp_path / "answer.json"
    row = {"type": "node", "id": 1, "lat": 60.15, "lon": 24.95, "tags": DEVICE}
    path.write_text(json.dumps({"elements": [row]}))
    os.utime(path, (1_600_000_000, 1_600_000_000))
    assert read(path).vintage_on == date(2020, 9, 13)


def test_json_brings_ground_too_and_none_where_it_holds_none(tmp_path):
    path = tmp_path / "answer.json"
    line = [{"lat": 60.1, "lon": 24.9}, {"lat": 60.2, "lon": 25.0}]
    elements = [
        {"type": "way", "id": 1, "tags": ROAD, "geometry": line},
        {"type": "node", "id": 1, "lat": 60.15, "lon": 24.95, "tags": DEVICE},
    ]
    path.write_text(json.dumps({"elements": elements}))
    assert len(read(path, layers=STREETS).ground[Street]) == 1
    assert read(path).ground == {}
    path.write_text(json.dumps({"elements": elements[1:]}))
    assert read(path, layers=STREETS).ground == {}


def test_a_file_that_holds_nothing_is_refused(tmp_path):
    with pytest.raises(RefusedFileError, match=r"^town.osm holds nothing to import\.$"):
        read(write_osm(tmp_path, node(1, tags={}), bounds=None))


def test_a_box_over_the_date_line_is_refused(tmp_path):
    with pytest.raises(RefusedFileError, match="both sides of the date line"):
        read(write_osm(tmp_path, node(1)), extent=Box(179, -20, -179, -10))
