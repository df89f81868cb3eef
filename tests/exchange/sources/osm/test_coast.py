"""Land lies to the left of a coastline; where that cannot be told, all is land."""

import pytest
import shapely

from mapper.exchange.sources.osm.coast import land_within
from mapper.geometry import Box

BOX = Box(0, 0, 10, 10)
WHOLE = 100.0


def land(*lines):
    return land_within(BOX, [shapely.LineString(line) for line in lines])


def test_without_a_coast_all_is_land():
    assert land().area == WHOLE


def test_land_is_on_the_left():
    northwards = [(4, -1), (4, 11)]
    assert land(northwards).bounds == (0, 0, 4, 10)
    assert land(northwards[::-1]).bounds == (4, 0, 10, 10)


def test_an_island_is_land_in_the_sea():
    counterclockwise = [(2, 2), (4, 2), (4, 4), (2, 4), (2, 2)]
    assert land(counterclockwise).area == 4
    assert land(counterclockwise[::-1]).area == WHOLE - 4


def test_a_coast_in_several_ways_with_an_island_off_it():
    coast = ([(4, -1), (4, 5)], [(4, 5), (4, 11)])
    island = [(6, 6), (7, 6), (7, 7), (6, 7), (6, 6)]
    found = land(*coast, island)
    assert found.area == 41
    assert found.contains(shapely.Point(6.5, 6.5))
    assert not found.contains(shapely.Point(8, 8))


def test_a_coast_that_ends_inside_is_led_to_the_nearest_edge():
    found = land([(4, -1), (4, 9)])
    assert found.bounds == (0, 0, 4, 10)


def test_a_coast_outside_or_without_length_is_none():
    assert land([(20, 20), (30, 30)]).area == WHOLE
    assert land([(5, 0), (5, -3)]).area == WHOLE


def test_a_coast_that_encloses_nothing_leaves_all_land():
    assert land([(4, 0), (4, 0.0000001)]).area == WHOLE


def test_where_every_part_lies_to_the_right_all_is_land():
    along_the_edge = [(0, 10), (10, 10)]
    assert land(along_the_edge).area == WHOLE


@pytest.mark.parametrize("repeat", [1, 2])
def test_a_coast_told_twice_counts_once(repeat):
    assert land(*[[(4, -1), (4, 11)]] * repeat).area == 40
