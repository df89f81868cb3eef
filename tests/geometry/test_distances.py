"""Metres on the ground."""

from math import asin, atan2, cos, degrees, radians, sin

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mapper.geometry import Box, box_around, metres_between
from mapper.geometry.angles import wrapped
from mapper.geometry.distances import EARTH_RADIUS_M, box_beyond

longitudes = st.floats(-180, 180)
latitudes = st.floats(-90, 90)


@pytest.mark.parametrize(
    ("points", "metres"),
    [
        ((0, 0, 0, 1), 111_195),
        ((0, 60, 1, 60), 55_597),
        ((179.5, 0, -179.5, 0), 111_195),
        ((0, 90, 77, 90), 0),
        ((0, 0, 180, 0), 20_015_115),
        # London to Paris, as great-circle calculators give it.
        ((-0.1278, 51.5074, 2.3522, 48.8566), 343_556),
    ],
)
def test_known_distances(points: tuple[float, float, float, float], metres: float) -> None:
    assert metres_between(*points) == pytest.approx(metres, rel=2e-5, abs=1e-6)


@given(longitudes, latitudes, longitudes, latitudes)
def test_a_distance_is_the_same_both_ways(a: float, b: float, c: float, d: float) -> None:
    assert metres_between(a, b, c, d) == pytest.approx(metres_between(c, d, a, b), abs=1e-3)


def going(lon: float, lat: float, bearing: float, metres: float) -> tuple[float, float]:
    """Give where one arrives who goes so far along a great circle."""
    angle, north, east = metres / EARTH_RADIUS_M, radians(lat), radians(bearing)
    sine = sin(north) * cos(angle) + cos(north) * sin(angle) * cos(east)
    turned = atan2(
        sin(east) * sin(angle) * cos(north), cos(angle) - sin(north) * max(-1, min(1, sine))
    )
    return wrapped(lon + degrees(turned)), degrees(asin(max(-1, min(1, sine))))


# At the poles themselves the arcsine above is only right to a tenth of a metre.
@given(longitudes, st.floats(-89, 89), st.floats(0, 360), st.floats(1, 5_000_000))
def test_a_box_holds_all_that_is_near(
    lon: float, lat: float, bearing: float, metres: float
) -> None:
    there = going(lon, lat, bearing, metres * 0.999)
    assert box_around(lon, lat, metres).contains(*there)


@given(longitudes, st.floats(-80, 80), st.floats(1, 50_000))
def test_a_box_is_no_larger_than_it_must_be(lon: float, lat: float, metres: float) -> None:
    box = box_around(lon, lat, metres)
    assert metres_between(lon, lat, lon, box.north) == pytest.approx(metres, rel=1e-6)
    assert metres_between(lon, lat, box.east, lat) == pytest.approx(metres, rel=0.01)


def test_a_box_crosses_the_date_line() -> None:
    box = box_around(179.9999, 0, 1000)
    assert box.crosses_date_line
    assert box.contains(-179.995, 0)


@pytest.mark.parametrize(("lat", "metres"), [(89.999, 1000), (-90, 1), (0, 20_000_000)])
def test_around_a_pole_every_longitude_is_near(lat: float, metres: float) -> None:
    box = box_around(10, lat, metres)
    assert (box.west, box.east) == (-180, 180)


def test_no_distance_is_a_point() -> None:
    assert box_around(10, 20, 0) == Box(10, 20, 10, 20)


@given(
    longitudes,
    st.floats(0, 30),
    latitudes,
    st.floats(0, 360),
    st.floats(1, 500_000),
)
def test_a_box_beyond_a_box_holds_all_that_is_near_its_corners(
    west: float, wide: float, lat: float, bearing: float, metres: float
) -> None:
    box = Box(west, min(lat, 80.0), wrapped(west + wide), 80.0)
    around = box_beyond(box, metres)
    for lon in (box.west, box.east):
        assert around.contains(*going(lon, box.south, bearing, metres * 0.999))


def test_a_box_beyond_may_take_in_every_longitude() -> None:
    assert box_beyond(Box(-170, 0, 170, 89), 1_000_000) == Box(
        -180, box_around(0, 0, 1e6).south, 180, 90
    )
    assert box_beyond(Box(170, 0, -170, 1), 1_000).crosses_date_line
