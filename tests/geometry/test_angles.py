"""Longitudes that went over the date line."""

import pytest

from mapper.geometry.angles import wrapped


@pytest.mark.parametrize(
    ("lon", "expected"), [(181, -179), (-181, 179), (180, 180), (-180, -180), (12.5, 12.5)]
)
def test_longitudes_come_back_into_range(lon: float, expected: float) -> None:
    assert wrapped(lon) == expected
