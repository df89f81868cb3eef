"""Tests of where on earth the city lies."""

import numpy as np
import pytest

from mapper.exchange.sources.city.position import MIDDLE_LAT, MIDDLE_LON, on_earth
from mapper.geometry.distances import metres_between


def test_metres_are_metres_and_north_is_up() -> None:
    middle, east, north = on_earth(np.array([[0.0, 0.0], [1_000.0, 0.0], [0.0, 1_000.0]])).tolist()
    assert middle == [MIDDLE_LON, MIDDLE_LAT]
    assert east[0] > MIDDLE_LON
    assert north[1] > MIDDLE_LAT
    assert metres_between(*middle, *east) == pytest.approx(1_000, abs=1)
    assert metres_between(*middle, *north) == pytest.approx(1_000, abs=1)
