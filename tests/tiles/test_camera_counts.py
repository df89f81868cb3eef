"""Counting cameras by the cells of a tile's grid."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from mapper.geometry.cells import cell_of, centre_of
from mapper.settings import limits
from mapper.tiles.camera_counts import count_cameras, count_homes
from mapper.tiles.camera_rows import CountRow, HomeRow
from mapper.tiles.tile import Tile

EUROPE = Tile(3, 4, 2)
POINTS = st.lists(st.tuples(st.floats(-20, 60), st.floats(30, 75)), max_size=40)


def row(lon: float, lat: float, kind: str = "fixed", face_recognition: str = "no") -> CountRow:
    return CountRow(lon, lat, kind, face_recognition)


def test_neighbours_are_one_group_with_its_most_frequent_kind() -> None:
    rows = [row(10, 50, "dome", "yes"), row(10.1, 50, "dome"), row(10.2, 50, "fixed", "yes")]
    counts = count_cameras(rows, EUROPE)
    assert (counts.count, counts.face_recognition, counts.kind) == ([3], [2], ["dome"])


def test_a_group_stands_at_its_centre_of_mass() -> None:
    counts = count_cameras([row(10, 50), row(10.2, 50), row(10.4, 50)], EUROPE)
    east, _ = EUROPE.fractions(10.2, 50)
    assert np.allclose(counts.places[0][0], east)


@given(POINTS)
def test_every_camera_in_the_tile_is_counted_once(points: list[tuple[float, float]]) -> None:
    counts = count_cameras([row(lon, lat) for lon, lat in points], EUROPE)
    east, south = EUROPE.fractions([lon for lon, _ in points], [lat for _, lat in points])
    inside = (east >= 0) & (east < 1) & (south >= 0) & (south < 1)
    assert sum(counts.count) == inside.sum()
    assert len(counts.count) <= limits.COUNT_CELLS_ACROSS**2


@given(POINTS)
def test_the_tiles_of_a_zoom_share_the_cameras(points: list[tuple[float, float]]) -> None:
    rows = [row(lon, lat) for lon, lat in points]
    tiles = [Tile(2, x, y) for x in range(4) for y in range(4)]
    assert sum(sum(count_cameras(rows, tile).count) for tile in tiles) == len(points)


@given(POINTS.filter(bool), st.integers(11, limits.TILE_MAX_ZOOM))
def test_a_fixed_cell_belongs_to_one_tile_of_any_zoom(
    points: list[tuple[float, float]], zoom: int
) -> None:
    cell = cell_of(*points[0], limits.HOME_CELL_ZOOM)
    lon, lat = centre_of(cell, limits.HOME_CELL_ZOOM)
    tile_number = cell_of(lon, lat, zoom)
    x, y = tile_number >> zoom, tile_number & (2**zoom - 1)
    around = [
        Tile(zoom, x + right, y + down)
        for right in (-1, 0, 1)
        for down in (-1, 0, 1)
        if 0 <= x + right < 2**zoom and 0 <= y + down < 2**zoom
    ]
    assert sum(sum(count_homes([HomeRow(cell, 5)], tile)[1]) for tile in around) == 5


def test_cells_are_summed_when_far() -> None:
    cells = [cell_of(lon, 50.0, limits.HOME_CELL_ZOOM) for lon in (10.0, 10.1)]
    _, counts = count_homes([HomeRow(cells[0], 2), HomeRow(cells[1], 3)], EUROPE)
    assert counts == [5]


def test_nothing_gives_nothing() -> None:
    assert count_cameras([], EUROPE).count == []
    assert count_homes([], EUROPE)[1] == []
