"""The fixed grid of cells."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from mapper.geometry import Box
from mapper.geometry.cells import (
    box_of,
    cell_of,
    cells_of,
    cells_touching,
    centre_of,
    centres_of,
    coarser,
)
from mapper.geometry.distances import box_beyond

zooms = st.integers(0, 26)


@given(st.floats(-180, 180), st.floats(-90, 90), zooms)
def test_a_cell_contains_its_points(lon: float, lat: float, zoom: int) -> None:
    box = box_of(cell_of(lon, lat, zoom), zoom)
    nearest = min(max(lat, -85.0511287798066), 85.0511287798066)
    assert box.west - 1e-9 <= lon <= box.east + 1e-9
    assert box.south - 1e-9 <= nearest <= box.north + 1e-9


@given(st.floats(-180, 180), st.floats(-85, 85), zooms)
def test_the_centre_of_a_cell_lies_in_it(lon: float, lat: float, zoom: int) -> None:
    cell = cell_of(lon, lat, zoom)
    assert cell_of(*centre_of(cell, zoom), zoom) == cell


@given(st.lists(st.tuples(st.floats(-180, 180), st.floats(-85, 85)), max_size=5), zooms)
def test_many_centres_are_those_of_each(points: list[tuple[float, float]], zoom: int) -> None:
    cells = cells_of(np.array(points).reshape(-1, 2), zoom)
    assert centres_of(cells, zoom).tolist() == [
        list(centre_of(cell, zoom)) for cell in cells.tolist()
    ]


def test_neighbours_share_a_cell_or_do_not() -> None:
    assert cell_of(24.94, 60.17, 15) == cell_of(24.9401, 60.1701, 15)
    assert cell_of(24.94, 60.17, 15) != cell_of(24.96, 60.17, 15)


@pytest.mark.parametrize(("lon", "lat"), [(180, -90), (-180, 90)])
def test_the_ends_of_the_earth_have_cells(lon: float, lat: float) -> None:
    assert 0 <= cell_of(lon, lat, 26) < 2**53


def test_a_cell_that_does_not_exist() -> None:
    with pytest.raises(ValueError, match="no tile"):
        box_of(2**30, 15)


@given(st.lists(st.tuples(st.floats(-180, 180), st.floats(-90, 90)), max_size=5), zooms)
def test_many_points_have_the_cells_of_each(points: list[tuple[float, float]], zoom: int) -> None:
    found = cells_of(np.array(points, dtype=float).reshape(-1, 2), zoom)
    assert found.tolist() == [cell_of(*point, zoom) for point in points]


@given(st.floats(-180, 180), st.floats(-90, 90), st.integers(0, 13))
def test_a_coarser_cell_holds_the_finer_one(lon: float, lat: float, zoom: int) -> None:
    assert coarser(cell_of(lon, lat, 16), 16, zoom) == cell_of(lon, lat, zoom)


def test_the_cells_that_a_box_touches() -> None:
    here = cell_of(24.94, 60.17, 15)
    inside = box_of(here, 15)
    lon, lat = centre_of(here, 15)
    assert cells_touching(Box(lon, lat, lon, lat), 15) == [here]
    around = box_beyond(inside, 10)
    assert len(cells_touching(around, 15)) == 9
    assert here in cells_touching(around, 15)
    assert len(cells_touching(Box(179.9999, 0.1, -179.9999, 0.1), 15)) == 2
