"""A tile's place in the grid: every point lies in exactly one tile of a zoom."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from mapper.geometry import Box
from mapper.settings import limits
from mapper.tiles.tile import Tile

LON = st.floats(-180, 180)
LAT = st.floats(-90, 90)


@pytest.mark.parametrize(
    ("z", "x", "y"), [(0, 1, 0), (0, 0, 1), (3, 8, 0), (limits.TILE_MAX_ZOOM + 1, 0, 0)]
)
def test_a_tile_outside_the_grid_is_refused(z: int, x: int, y: int) -> None:
    with pytest.raises(ValueError, match="there is no tile"):
        Tile(z, x, y)


@given(LON, LAT, st.integers(0, 3))
def test_a_point_lies_in_exactly_one_tile(lon: float, lat: float, z: int) -> None:
    parts = [Tile(z, x, y).fractions(lon, lat) for x in range(2**z) for y in range(2**z)]
    assert sum(bool(0 <= east < 1 and 0 <= south < 1) for east, south in parts) == 1


def test_the_wide_box_reaches_over_the_edge_of_the_box() -> None:
    tile = Tile(4, 8, 8)
    assert tile.wide_box.west < tile.box.west
    assert tile.wide_box.north > tile.box.north


def test_the_box_of_the_world_is_the_world() -> None:
    world = Tile(0, 0, 0)
    assert world.wide_box == Box(-180, world.box.south, 180, world.box.north)


def test_degrees_become_units() -> None:
    corners = np.array([[0.0, 0.0], [90.0, 0.0]])
    assert Tile(1, 1, 1).project(corners).tolist() == [[0, 0], [2048, 0]]
