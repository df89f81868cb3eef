"""Web Mercator as fractions of the world's square."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from mapper.geometry.mercator import MAX_LATITUDE, lonlat_of, world_of


@pytest.mark.parametrize(
    ("lon", "lat", "x", "y"),
    [
        (0, 0, 0.5, 0.5),
        (-180, MAX_LATITUDE, 0, 0),
        (180, -MAX_LATITUDE, 1, 1),
        (0, 90, 0.5, 0),
        (0, -90, 0.5, 1),
        # By the other form of the formula: y = 1/2 - arsinh(tan(latitude)) / 2 pi.
        (13.3792, 52.5164, 0.537164444444, 0.327971594408),
    ],
)
def test_known_points(lon: float, lat: float, x: float, y: float) -> None:
    found_x, found_y = world_of(lon, lat)
    assert found_x == pytest.approx(x, abs=1e-9)
    assert found_y == pytest.approx(y, abs=1e-9)


@given(st.floats(-180, 180), st.floats(-85.05, 85.05))
def test_there_and_back(lon: float, lat: float) -> None:
    back_lon, back_lat = lonlat_of(*world_of(lon, lat))
    assert float(back_lon) == pytest.approx(lon, abs=1e-9)
    assert float(back_lat) == pytest.approx(lat, abs=1e-9)


def test_arrays_keep_their_shape() -> None:
    lon = np.zeros((3, 2))
    x, y = world_of(lon, lon)
    assert x.shape == y.shape == (3, 2)
    assert lonlat_of(x, y)[0].shape == (3, 2)
