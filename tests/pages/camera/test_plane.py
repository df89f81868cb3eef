"""The ground around one camera as a plane of metres, and shapes as paths."""

import numpy as np
import pytest
import shapely
from django.contrib.gis.geos import Point, Polygon
from hypothesis import given
from hypothesis import strategies as st

from mapper.geometry import metres_between
from mapper.pages.camera.plane import HALF_HEIGHT_M, HALF_WIDTH_M, MARGIN_M, Plane, path_of


@given(
    lat=st.floats(-80, 80),
    lon=st.floats(-180, 180),
    east=st.floats(-0.001, 0.001),
    north=st.floats(-0.001, 0.001),
)
def test_metres_in_the_plane_are_metres_on_the_ground(lat, lon, east, north):
    flat = Plane(lon, lat).flatten(np.array([[lon + east, lat + north]]))
    wanted = metres_between(lon, lat, lon + east, lat + north)
    assert np.hypot(*flat[0]) == pytest.approx(wanted, rel=1e-3, abs=0.01)


def test_east_is_right_and_south_is_down_also_over_the_date_line():
    [[x, y]] = Plane(179.9999, 10).flatten(np.array([[-179.9999, 9.9999]]))
    assert 0 < x < 30
    assert 0 < y < 30


def test_what_reaches_beyond_the_drawing_is_cut():
    wide = Polygon.from_bbox((-1, 46, 1, 48))
    bounds = shapely.bounds(Plane(0, 47).draw(wide))
    right, bottom = HALF_WIDTH_M + MARGIN_M, HALF_HEIGHT_M + MARGIN_M
    assert bounds.tolist() == pytest.approx([-right, -bottom, right, bottom])


def test_what_lies_outside_draws_nothing():
    assert path_of(Plane(0, 47).draw(Polygon.from_bbox((1, 46, 2, 48)))) == ""


@pytest.mark.parametrize(
    ("wkt", "path"),
    [
        ("LINESTRING(0 0, 10.04 -3)", "M0.0 0.0L10.0 -3.0"),
        ("MULTILINESTRING((0 0, 1 1), (2 2, 3 3))", "M0.0 0.0L1.0 1.0M2.0 2.0L3.0 3.0"),
        ("POINT(1 1)", ""),
        ("GEOMETRYCOLLECTION EMPTY", ""),
        ("POLYGON EMPTY", ""),
    ],
)
def test_shapes_become_paths(wkt, path):
    assert path_of(shapely.from_wkt(wkt)) == path


def test_a_courtyard_is_a_second_ring():
    block = shapely.box(0, 0, 9, 9).difference(shapely.box(3, 3, 6, 6))
    assert path_of(block).count("M") == path_of(block).count("Z") == 2


def test_a_point_is_drawn_at_the_origin():
    assert Plane(24.94, 60.17).draw(Point(24.94, 60.17)).coords[0] == (0, 0)
