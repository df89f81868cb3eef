"""Shapes become rows: cut to the extent, repaired, with names, ranks, heights and people."""

import shapely

from mapper.exchange.sources.notes import Notes
from mapper.exchange.sources.osm.ground_rows import Layer, ground_rows
from mapper.exchange.sources.osm.ground_shapes import GroundShapes
from mapper.exchange.sources.osm.objects import Shape
from mapper.geometry import Box
from mapper.places.models import Building, GroundArea, Label, Place, SensitivePlace, Street

TOWN = Box(0, 0, 10, 10)
EVERYTHING = frozenset(Layer)
BOW_TIE = shapely.MultiPolygon([shapely.Polygon([(1, 1), (3, 3), (3, 1), (1, 3)])])


def square(west, south, size=2.0):
    return shapely.MultiPolygon([shapely.box(west, south, west + size, south + size)])


def area(number, geometry, **tags):
    return Shape(f"way/{number}", {k.replace("__", ":"): v for k, v in tags.items()}, geometry)


def line(number, *corners, **tags):
    return Shape(f"way/{number}", tags, shapely.LineString(corners))


def rows(lines=(), areas=(), points=(), layers=EVERYTHING, notes=None):
    shapes = GroundShapes(list(lines), list(areas), list(points))
    return ground_rows(shapes, layers, TOWN, notes or Notes())


def test_only_what_was_asked_for_comes_and_surfaces_with_anything():
    found = rows(layers=frozenset({Layer.LABELS}))
    assert found.keys() == {GroundArea, Label}
    assert [one.kind for one in found[GroundArea]] == ["land"]


def test_a_street_has_its_name_class_and_tunnel():
    ways = [
        line(1, (1, 1), (2, 2), highway="primary", name="High Street", tunnel="yes"),
        line(2, (9, 9), (12, 9), highway="footway"),
        line(3, (11, 11), (12, 12), highway="footway"),
        line(4, (1, 1), (2, 2), waterway="river"),
    ]
    streets = rows(ways)[Street]
    assert [(one.external_id, one.name, one.street_class, one.tunnel) for one in streets] == [
        ("way/1", "High Street", "primary", True),
        ("way/2", "", "path", False),
    ]
    assert streets[1].line.extent == (9, 9, 12, 9)


def test_a_building_has_its_height_and_stays_whole_at_the_edge():
    (building,) = rows(areas=[area(1, square(9, 9), building="yes", building__levels="3")])[
        Building
    ]
    assert building.height_m == 9.0
    assert building.outline.extent == (9, 9, 11, 11)


def test_surfaces_and_rivers_are_cut_at_the_extent():
    ways = [line(1, (5, 5), (15, 5), waterway="river", name="Long River")]
    parks = [area(2, square(9, 9), leisure="park"), area(3, square(10, 10), leisure="park")]
    _, park, river = rows(ways, parks)[GroundArea]
    assert (park.kind, park.shape.extent) == ("park", (9, 9, 10, 10))
    assert (river.kind, river.name, river.external_id) == ("water", "Long River", "way/1/line")
    assert river.shape.coords == ((5.0, 5.0), (10.0, 5.0))


def test_a_river_that_only_touches_the_edge_in_a_point_is_none():
    found = rows([line(1, (10, 5), (15, 5), waterway="river")])
    assert [one.kind for one in found[GroundArea]] == ["land"]


def test_the_sea_is_what_is_no_land():
    (land,) = rows([line(1, (4, -1), (4, 11), natural="coastline")])[GroundArea]
    assert (land.external_id, land.shape.extent) == ("land", (0, 0, 4, 10))


def test_an_extent_without_area_holds_no_land():
    found = ground_rows(GroundShapes(), EVERYTHING, Box(1, 1, 1, 1), Notes())
    assert found[GroundArea] == []


def test_an_outline_that_crosses_itself_is_repaired_and_told():
    notes = Notes()
    flat = shapely.MultiPolygon([shapely.Polygon([(1, 1), (2, 2), (1, 1)])])
    shapes = [area(1, BOW_TIE, building="yes"), area(2, flat, building="yes")]
    (building,) = rows(areas=shapes, notes=notes)[Building]
    assert building.outline.valid
    assert [str(note) for note in notes.remarked] == [
        "way/1: its outline crossed itself and was repaired"
    ]
    assert [note.about for note in notes.refused] == ["way/2"]


def boundary(number, level="8", **tags):
    told = {"boundary": "administrative", "admin_level": level, **tags}
    return Shape(f"relation/{number}", told, square(1, 1))


def test_a_place_has_level_people_and_a_permanent_address():
    notes = Notes()
    counted = {"population": "38350", "population:date": "2020"}
    places = rows(
        areas=[
            boundary(5, name="Saint-Roman", **counted),
            boundary(6, "10", name="市区", population="9"),
            boundary(7),
            boundary(8, "12", name="Parish"),
        ],
        notes=notes,
    )[Place]
    assert [(p.slug, p.level, p.population, p.population_year) for p in places] == [
        ("saint-roman-5", "city", 38350, 2020),
        ("ward-6", "ward", None, None),
    ]
    assert notes.remarked[0].about == "relation/6"
    assert str(notes.refused[0]) == "relation/7: is a boundary without a name"


def test_a_single_polygon_is_stored_as_one_of_many():
    single = Shape("way/1", {"building": "yes"}, shapely.box(1, 1, 2, 2))
    assert rows(areas=[single])[Building][0].outline.geom_type == "MultiPolygon"


def test_a_label_has_its_rank():
    point = Shape("node/1", {"place": "suburb", "name": "Quay"}, shapely.Point(1, 1))
    far = Shape("node/2", {"place": "suburb", "name": "Far"}, shapely.Point(11, 1))
    tree = Shape("node/3", {"natural": "tree"}, shapely.Point(1, 1))
    (label,) = rows(points=[point, far, tree])[Label]
    assert (label.name, label.rank, label.location.coords) == ("Quay", "suburb", (1.0, 1.0))


def test_a_sensitive_place_has_its_kind_and_stays_whole():
    school = area(1, square(9, 9), amenity="school", name="Quay School", polling_station="yes")
    chapel = Shape("node/2", {"amenity": "place_of_worship"}, shapely.Point(1, 1))
    found = rows(areas=[school], points=[chapel])[SensitivePlace]
    assert [(one.kind, one.name, one.external_id) for one in found] == [
        ("school", "Quay School", "way/1"),
        ("worship", "", "node/2"),
        ("polling", "Quay School", "way/1/polling"),
    ]
    assert found[0].outline.extent == (9, 9, 11, 11)
    assert found[1].outline.geom_type == "Point"


def test_long_names_are_cut_to_what_is_held():
    way = line(1, (1, 1), (2, 2), highway="service", name="x" * 300)
    assert len(rows([way])[Street][0].name) == 255
