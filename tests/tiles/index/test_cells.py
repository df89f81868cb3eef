"""Cameras counted beforehand: every zoom counts each camera once."""

from hypothesis import given

from mapper.geometry.morton import BITS
from mapper.tiles.index.cells import FINEST_TILE, GRID_ZOOMS, count_all
from tests.tiles.index.made import CAMERAS, points_of


@given(CAMERAS)
def test_every_zoom_counts_each_camera_once(cameras) -> None:
    points = points_of(cameras)
    levels = count_all(points)
    assert len(levels) == FINEST_TILE + 1
    for zoom, cells in enumerate(levels):
        assert cells.kinds.sum() == len(points)
        shifted = points.codes >> 2 * (BITS - zoom - GRID_ZOOMS)
        assert cells.numbers.tolist() == sorted(set(shifted.tolist()))
