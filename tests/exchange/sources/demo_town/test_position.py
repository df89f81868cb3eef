"""Tests of where on earth the town lies."""

import pytest
from shapely import LineString, Point

from mapper.exchange.sources.demo_town.position import MIDDLE_LAT, MIDDLE_LON, on_earth
from mapper.geometry import Box
from mapper.geometry.distances import metres_between
from mapper.tiles.world import world_at


@pytest.mark.parametrize("spot", [(1000, 0), (0, 1000), (600, -800)])
def test_a_kilometre_stays_a_kilometre(spot: tuple[float, float]):
    line = on_earth(LineString([(0, 0), spot]))
    (lon, lat), (other_lon, other_lat) = line.coords
    assert metres_between(lon, lat, other_lon, other_lat) == pytest.approx(1000, rel=5e-4)


def test_the_middle_of_the_town_lies_in_the_open_atlantic():
    middle = on_earth(Point(0, 0))
    assert (middle.x, middle.y) == (MIDDLE_LON, MIDDLE_LAT)


def test_no_real_land_is_near():
    """The world's outlines show nothing within some 500 km."""
    around = Box(MIDDLE_LON - 6, MIDDLE_LAT - 5, MIDDLE_LON + 6, MIDDLE_LAT + 5)
    assert len(world_at(5).land_in(around)) == 0


def test_degrees_are_rounded_to_about_a_centimetre():
    assert on_earth(Point(0.0001, 0.0001)) == on_earth(Point(0, 0))
    assert on_earth(Point(0.1, 0)) != on_earth(Point(0, 0))
