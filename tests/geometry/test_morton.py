"""Places as one number each."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from mapper.geometry.morton import ACROSS, codes_in_tile, codes_of, columns_and_rows, units_of

UNITS = st.integers(0, ACROSS - 1)


@given(UNITS, UNITS)
def test_a_number_can_be_taken_apart(column: int, row: int) -> None:
    codes = np.atleast_1d(codes_of(column, row))
    columns, rows = columns_and_rows(codes)
    assert (columns[0], rows[0]) == (column, row)
    assert 0 <= codes[0] < 2**62


@given(UNITS, UNITS, st.integers(0, 18))
def test_a_tile_is_one_range(column: int, row: int, zoom: int) -> None:
    across = ACROSS >> zoom
    first, end = codes_in_tile(zoom, column // across, row // across)
    assert first <= int(codes_of(column, row)) < end
    aside = (column // across + 1) % (1 << zoom)
    if aside != column // across:
        first, end = codes_in_tile(zoom, aside, row // across)
        assert not first <= int(codes_of(column, row)) < end


def test_the_corners_of_the_world_have_a_place() -> None:
    columns, rows = units_of([-180.0, 180.0], [90.0, -90.0])
    assert columns.tolist() == [0, ACROSS - 1]
    assert rows.tolist() == [0, ACROSS - 1]
