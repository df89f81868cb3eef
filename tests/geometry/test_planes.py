"""The ground around one point as a plane of metres, there and back."""

import numpy as np
import pytest
import shapely
from hypothesis import given
from hypothesis import strategies as st

from mapper.geometry import metres_between
from mapper.geometry.planes import Plane


@given(
    lat=st.floats(-80, 80),
    lon=st.floats(-180, 180),
    east=st.floats(-500, 500),
    south=st.floats(-500, 500),
)
def test_metres_become_degrees_and_metres_again(lat, lon, east, south):
    plane = Plane(lon, lat)
    back = plane.flatten(plane.unfold(np.array([[east, south]])))
    assert back[0].tolist() == pytest.approx([east, south], abs=1e-3)


def test_a_point_so_many_metres_off_is_so_far_on_the_ground():
    [[lon, lat]] = Plane(24.94, 60.17).unfold(np.array([[30.0, -40.0]]))
    assert lat > 60.17
    assert metres_between(24.94, 60.17, lon, lat) == pytest.approx(50, abs=0.1)


def test_a_whole_shape_is_made_flat():
    line = shapely.LineString([(24.94, 60.17), (24.94, 60.171)])
    assert Plane(24.94, 60.17).flat(line).length == pytest.approx(111.2, abs=0.1)
