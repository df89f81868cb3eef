"""What counts as inside the area of a survey, and how it is stored."""

import numpy as np
import pytest
import shapely
from django.contrib.gis.geos import LineString, MultiLineString

from mapper.geometry import box_around
from mapper.geometry.planes import Plane
from mapper.settings import limits
from mapper.surveys.rules import circle_around, reach_of, stored_lines

LON, LAT = 24.94, 60.17


def beside(east, north):
    """A position so many metres off the usual one."""
    [[lon, lat]] = Plane(LON, LAT).unfold(shapely.get_coordinates(shapely.Point(east, -north)))
    return lon, lat


def holds(reach, place):
    return bool(reach.inside(np.array([place]))[0])


@pytest.mark.parametrize(("metres", "inside"), [(0, True), (48, True), (52, False)])
def test_a_circle_holds_what_is_within_fifty_metres(metres, inside):
    assert holds(reach_of(circle_around(LON, LAT)), beside(metres, 0)) is inside


@pytest.mark.parametrize(("metres", "inside"), [(0, True), (24, True), (27, False)])
def test_a_street_holds_what_hangs_on_its_sides(metres, inside):
    line = LineString(beside(-100, 0), beside(100, 0), srid=4326)
    reach = reach_of(MultiLineString(line, srid=4326))
    assert holds(reach, beside(80, metres)) is inside


def test_the_box_holds_the_whole_reach():
    reach = reach_of(circle_around(LON, LAT))
    inner, outer = box_around(LON, LAT, limits.SURVEY_CIRCLE_M * 0.99), reach.box
    assert outer.west < inner.west < inner.east < outer.east
    assert outer.south < inner.south < inner.north < outer.north


def test_next_to_a_pole_there_is_no_circle():
    assert circle_around(0, 89.95) is None


def test_lines_are_stored_to_a_decimetre_and_points_are_left_out():
    found = shapely.GeometryCollection(
        [shapely.LineString([(1.00000049, 2), (3, 4)]), shapely.Point(5, 6)]
    )
    assert stored_lines(found).wkt == "MULTILINESTRING ((1 2, 3 4))"
