"""The fixed grid of cells."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mapper.geometry.cells import box_of, cell_of, centre_of

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


def test_neighbours_share_a_cell_or_do_not() -> None:
    assert cell_of(24.94, 60.17, 15) == cell_of(24.9401, 60.1701, 15)
    assert cell_of(24.94, 60.17, 15) != cell_of(24.96, 60.17, 15)


@pytest.mark.parametrize(("lon", "lat"), [(180, -90), (-180, 90)])
def test_the_ends_of_the_earth_have_cells(lon: float, lat: float) -> None:
    assert 0 <= cell_of(lon, lat, 26) < 2**53


def test_a_cell_that_does_not_exist() -> None:
    with pytest.raises(ValueError, match="no tile"):
        box_of(2**30, 15)
