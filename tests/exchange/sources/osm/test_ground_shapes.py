"""Streets, areas and names come out of OSM files with their shapes; what is cut is told."""

from datetime import date

import pytest

from mapper.exchange.sources.notes import Notes, RefusedFileError
from mapper.exchange.sources.osm.formats import Format
from mapper.exchange.sources.osm.ground_shapes import GroundShapes, read_shapes
from mapper.exchange.sources.watching import unwatched
from tests.factories.osm import node, relation, way, write_osm

CORNERS = [
    node(11, 24.90, 60.10, tags={}),
    node(12, 24.92, 60.10, tags={}),
    node(13, 24.92, 60.12, tags={}),
    node(14, 24.90, 60.12, tags={}),
    node(15, 24.905, 60.105, tags={}),
    node(16, 24.915, 60.105, tags={}),
    node(17, 24.91, 60.115, tags={}),
]
ROUND = (11, 12, 13, 14, 11)


def read(folder, *elements, notes=None):
    path = write_osm(folder, *CORNERS, *elements)
    return read_shapes(path, Format.XML, notes or Notes(), unwatched)


def test_lines_are_streets_water_and_coast(tmp_path):
    shapes = read(
        tmp_path,
        way(1, 11, 12, tags={"highway": "residential"}),
        way(2, 11, 12, tags={"waterway": "river"}),
        way(3, 11, 12, tags={"natural": "coastline"}),
        way(4, 11, 12, tags={"highway": "construction"}),
        way(5, 11, 12, tags={"barrier": "wall"}),
    )
    assert [line.external_id for line in shapes.lines] == ["way/1", "way/2", "way/3"]
    assert shapes.lines[0].geometry.wkt == "LINESTRING (24.9 60.1, 24.92 60.1)"
    assert shapes.edited_on == date(2026, 4, 1)


def test_areas_come_from_closed_ways_and_relations_with_holes(tmp_path):
    shapes = read(
        tmp_path,
        way(1, *ROUND, tags={"building": "yes"}),
        way(2, *ROUND, tags={}),
        way(3, 15, 16, 17, 15, tags={}),
        relation(9, {2: "outer", 3: "inner"}, tags={"type": "multipolygon", "leisure": "park"}),
    )
    areas = {area.external_id: area.geometry for area in shapes.areas}
    assert areas.keys() == {"way/1", "relation/9"}
    assert len(areas["relation/9"].geoms[0].interiors) == 1


def test_names_are_points(tmp_path):
    shapes = read(
        tmp_path,
        node(1, tags={"place": "suburb", "name": "Quay"}),
        node(2, tags={"place": "suburb"}),
    )
    assert [point.external_id for point in shapes.points] == ["node/1"]
    assert shapes
    assert not GroundShapes()


def test_a_relation_that_is_not_whole_is_refused_by_name(tmp_path):
    notes = Notes()
    told = {"type": "boundary", "boundary": "administrative", "admin_level": "8", "name": "Town"}
    shapes = read(
        tmp_path,
        relation(9, {99: "outer"}, tags=told),
        relation(10, {99: "outer"}, tags={"type": "multipolygon", "building": "yes"}),
        relation(11, {99: "outer"}, tags={"type": "route", "building": "yes"}),
        notes=notes,
    )
    assert shapes.areas == []
    assert list(map(str, notes.refused)) == [
        "relation/9 “Town”: is not whole in this file",
        "relation/10: is not whole in this file",
    ]


def test_a_way_cut_at_the_edge_keeps_what_the_file_holds(tmp_path):
    notes = Notes()
    shapes = read(
        tmp_path,
        way(1, 11, 98, 12, tags={"highway": "service"}),
        way(2, 98, 99, tags={"highway": "service"}),
        way(3, 11, 11, tags={"highway": "service"}),
        notes=notes,
    )
    assert [line.geometry.wkt for line in shapes.lines] == ["LINESTRING (24.9 60.1, 24.92 60.1)"]
    assert [note.about for note in notes.refused] == ["way/2", "way/3"]


def test_an_outline_that_crosses_itself_has_no_shape(tmp_path):
    notes = Notes()
    shapes = read(tmp_path, way(1, 11, 13, 12, 14, 11, tags={"building": "yes"}), notes=notes)
    assert shapes.areas == []
    assert list(map(str, notes.refused)) == ["way/1: has no usable shape in this file"]


def test_a_broken_file_is_refused(tmp_path):
    path = tmp_path / "town.osm"
    path.write_text("<osm version='0.6'><node id='1'")
    with pytest.raises(RefusedFileError, match="broken or cut short"):
        read_shapes(path, Format.XML, Notes(), unwatched)


def test_helsinki_has_its_buildings_and_streets(shared_data):
    path = shared_data / "osm-helsinki-centre-pbf/Helsinki.osm.pbf"
    shapes = read_shapes(path, Format.PBF, Notes(), unwatched)
    buildings = [area for area in shapes.areas if area.tags.get("building", "no") != "no"]
    from_relations = [area for area in buildings if area.external_id.startswith("relation")]
    assert (len(buildings), len(from_relations)) == (446, 61)
    # 2,650 ways are tagged highway: 60 are platforms, works and lifts, and of 71 the file holds
    # a single corner at most.
    assert len([line for line in shapes.lines if "highway" in line.tags]) == 2650 - 60 - 71


def test_sensitive_places_are_points_and_areas(tmp_path):
    shapes = read(
        tmp_path,
        node(1, tags={"amenity": "place_of_worship"}),
        node(2, tags={"amenity": "bench"}),
        way(3, *ROUND, tags={"amenity": "school"}),
    )
    assert [point.external_id for point in shapes.points] == ["node/1"]
    assert [area.external_id for area in shapes.areas] == ["way/3"]
