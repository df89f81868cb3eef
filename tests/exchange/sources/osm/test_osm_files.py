"""Cameras come out of `.osm` and `.osm.pbf` with tags, version, day, and a position."""

from datetime import date

import osmium
import pytest

from mapper.exchange.sources.notes import Notes, RefusedFileError
from mapper.exchange.sources.osm.formats import Format, format_of
from mapper.exchange.sources.osm.osm_files import (
    day_of,
    middle_of_corners,
    read_cameras,
    read_header,
)
from mapper.exchange.sources.watching import unwatched
from tests.factories.osm import DEVICE, TOWN, node, osm_xml, relation, way, write_osm

SQUARE = [
    node(11, 24.90, 60.10, tags={}),
    node(12, 24.92, 60.10, tags={}),
    node(13, 24.92, 60.12, tags={}),
    node(14, 24.90, 60.12, tags={}),
]


def read(path, notes=None):
    return read_cameras(path, format_of(path), notes or Notes(), unwatched)


def test_a_node_is_read_with_all_it_tells(tmp_path):
    path = write_osm(tmp_path, node(5, tags=DEVICE | {"note": "Straße"}, version=3))
    (camera,) = read(path)
    assert (camera.external_id, camera.lon, camera.lat) == ("node/5", 24.95, 60.15)
    assert camera.tags == {"man_made": "surveillance", "note": "Straße"}
    assert (camera.version, camera.edited_on) == (3, date(2026, 4, 1))


def test_a_file_without_versions_and_times_tells_none(tmp_path):
    path = tmp_path / "bare.osm"
    path.write_text(
        '<osm version="0.6"><node id="1" lon="1" lat="2">'
        '<tag k="man_made" v="surveillance"/></node></osm>'
    )
    (camera,) = read(path)
    assert (camera.version, camera.edited_on) == (None, None)


def test_disused_cameras_and_lists_of_words_count_and_others_do_not(tmp_path):
    path = write_osm(
        tmp_path,
        node(1, tags={"disused:man_made": "surveillance"}),
        node(2, tags={"man_made": "mast;surveillance"}),
        node(3, tags={"man_made": "mast"}),
        node(4, tags={"highway": "speed_camera"}),
    )
    assert [one.external_id for one in read(path)] == ["node/1", "node/2"]


def test_ways_and_areas_stand_at_their_middle(tmp_path):
    path = write_osm(
        tmp_path,
        *SQUARE,
        way(21, 11, 12, 13, 14, 11),
        way(22, 11, 12),
        way(23, 11, 12, 13, 14, 11, tags={}),
        relation(31, {23: "outer"}, tags=DEVICE | {"type": "multipolygon"}),
    )
    found = {one.external_id: (one.lon, one.lat) for one in read(path)}
    assert found == {
        "way/21": (24.91, 60.11),
        "way/22": (24.91, 60.10),
        "relation/31": (24.91, 60.11),
    }


def test_what_has_no_position_is_refused_by_name(tmp_path):
    notes = Notes()
    path = write_osm(
        tmp_path,
        node(1, lat=95),
        node(2),
        way(21, 98, 99),
        relation(31, {99: "outer"}, tags=DEVICE | {"type": "multipolygon"}),
    )
    assert [one.external_id for one in read(path, notes)] == ["node/2"]
    assert [note.about for note in notes.refused] == ["node/1", "relation/31", "way/21"]
    assert {note.text for note in notes.refused} == {"has no usable position in this file"}


def test_the_header_tells_box_and_day(tmp_path):
    header = osmium.io.Header()
    header.set("osmosis_replication_timestamp", "2026-04-21T20:21:46Z")
    header.add_box(osmium.osm.Box(24.9, 60.1, 25.0, 60.2))
    path = tmp_path / "town.osm.pbf"
    osmium.SimpleWriter(path, header=header).close()
    stated = read_header(path, Format.PBF)
    assert (stated.vintage_on, stated.box) == (date(2026, 4, 21), TOWN)


def test_a_bare_header_tells_nothing(tmp_path):
    stated = read_header(write_osm(tmp_path, bounds=None), Format.XML)
    assert (stated.vintage_on, stated.box) == (None, None)


@pytest.mark.parametrize(
    "content", [osm_xml(node(1))[:-20], osm_xml(node(1, lat="NaN")), osm_xml("<node>")]
)
def test_a_broken_file_is_refused_in_a_sentence(tmp_path, content):
    path = tmp_path / "town.osm"
    path.write_text(content)
    with pytest.raises(RefusedFileError, match=r"^town.osm is broken or cut short: .*[^.]\.$"):
        read(path)


@pytest.mark.parametrize(
    ("text", "expected"),
    [("2026-06-19T20:21:16.190Z", date(2026, 6, 19)), ("", None), ("yesterday", None)],
)
def test_days_of_times(text, expected):
    assert day_of(text) == expected


@pytest.mark.parametrize(
    ("corners", "expected"),
    [
        ([], None),
        ([(1.0, 2.0)], (1.0, 2.0)),
        ([(0.0, 0.0), (2.0, 0.0)], (1.0, 0.0)),
        ([(1.0, 1.0), (1.0, 1.0)], (1.0, 1.0)),
        ([(0.0, 0.0), (2.0, 0.0), (2.0, 2.0), (0.0, 2.0), (0.0, 0.0)], (1.0, 1.0)),
    ],
)
def test_the_middle_of_a_line_or_ring(corners, expected):
    assert middle_of_corners(corners) == expected


def test_real_files(shared_data):
    helsinki = shared_data / "osm-helsinki-centre-pbf/Helsinki.osm.pbf"
    seattle = shared_data / "osm-xml-seattle-triangle/seattle_triangle_nouser_DERIVED.osm"
    assert len(read(helsinki)) == 221
    assert len(read(seattle)) == 8
