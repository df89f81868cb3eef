"""Tiles: their boxes, and points in their units."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from mapper.geometry import TILE_EXTENT, Box, lonlat_to_tile_pixels, tile_box

EDGE = 85.0511287798066


def corners(box: Box) -> tuple[float, float, float, float]:
    return (box.west, box.south, box.east, box.north)


@pytest.mark.parametrize(
    ("tile", "buffer", "expected"),
    [
        ((0, 0, 0), 0.0, (-180, -EDGE, 180, EDGE)),
        ((0, 0, 0), 0.1, (-180, -EDGE, 180, EDGE)),
        ((1, 0, 0), 0.0, (-180, 0, 0, EDGE)),
        ((1, 1, 1), 0.0, (0, -EDGE, 180, 0)),
        ((2, 3, 1), 0.0, (90, 0, 180, 66.51326044311186)),
        ((2, 3, 1), 0.5, (45, -40.97989806962013, -135, 79.17133464081945)),
        ((2, 0, 1), 0.5, (135, -40.97989806962013, -45, 79.17133464081945)),
    ],
)
def test_boxes_of_tiles(
    tile: tuple[int, int, int], buffer: float, expected: tuple[float, float, float, float]
) -> None:
    assert corners(tile_box(*tile, buffer)) == pytest.approx(expected, abs=1e-9)


@pytest.mark.parametrize("tile", [(-1, 0, 0), (0, 1, 0), (0, 0, 1), (3, -1, 0), (3, 0, 8)])
def test_tiles_that_do_not_exist(tile: tuple[int, int, int]) -> None:
    with pytest.raises(ValueError, match="no tile"):
        tile_box(*tile)
    with pytest.raises(ValueError, match="no tile"):
        lonlat_to_tile_pixels(0, 0, *tile)


@given(st.integers(0, 22), st.data())
def test_the_corners_of_a_tile_are_its_ends(z: int, data: st.DataObject) -> None:
    x, y = (data.draw(st.integers(0, 2**z - 1)) for _ in range(2))
    box = tile_box(z, x, y)
    right, down = lonlat_to_tile_pixels([box.west, box.east], [box.north, box.south], z, x, y)
    assert right.tolist() == [0, TILE_EXTENT]
    assert down.tolist() == [0, TILE_EXTENT]


def test_points_over_the_date_line_go_to_the_nearer_side() -> None:
    right, _ = lonlat_to_tile_pixels([-179, 179], [0, 0], 2, 3, 1)
    assert right.tolist() == [4142, 4050]
    right, _ = lonlat_to_tile_pixels([-179, 179], [0, 0], 2, 0, 1)
    assert right.tolist() == [46, -46]


def test_points_on_the_other_side_of_the_world_are_held() -> None:
    right, down = lonlat_to_tile_pixels([90], [-85], 24, 0, 0)
    assert (right.tolist(), down.tolist()) == ([-(2**30)], [2**30])


def test_units_are_whole_and_keep_the_shape() -> None:
    right, down = lonlat_to_tile_pixels(np.zeros((2, 2)), np.zeros((2, 2)), 0, 0, 0, extent=256)
    assert right.dtype == down.dtype == np.int32
    assert right.tolist() == [[128, 128], [128, 128]]
