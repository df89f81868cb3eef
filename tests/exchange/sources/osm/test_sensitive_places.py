"""A sensitive place is told once, however often the map tells of it."""

import shapely

from mapper.exchange.sources.osm.objects import Shape
from mapper.exchange.sources.osm.sensitive_places import sensitive_shapes


def outline(number, corner, **tags):
    return Shape(f"way/{number}", tags, shapely.box(corner, 0, corner + 1, 1))


def point(number, lon, **tags):
    return Shape(f"node/{number}", tags, shapely.Point(lon, 0.5))


def found(areas, points):
    return [(kind.value, shape.external_id) for kind, shape in sensitive_shapes(areas, points)]


def test_a_point_inside_an_outline_of_its_kind_is_told_by_the_outline():
    areas = [outline(1, 0, amenity="hospital"), outline(2, 5, building="yes")]
    points = [point(3, 0.5, healthcare="doctor"), point(4, 5.5, amenity="clinic")]
    assert found(areas, points) == [("clinic", "way/1"), ("clinic", "node/4")]


def test_a_point_of_another_kind_is_a_place_of_its_own():
    areas = [outline(1, 0, amenity="hospital")]
    points = [point(2, 0.5, amenity="place_of_worship")]
    assert found(areas, points) == [("clinic", "way/1"), ("worship", "node/2")]


def test_one_object_may_be_of_two_kinds():
    school = outline(1, 0, amenity="school", polling_station="yes")
    assert found([school], []) == [("school", "way/1"), ("polling", "way/1")]


def test_nothing_is_found_in_nothing():
    assert found([], []) == []
