"""Tests of the island, its river and its standing water."""

import pytest
import shapely
from shapely import LineString, MultiPoint, Point

from mapper.exchange.sources.demo_town.island import largest
from mapper.exchange.sources.demo_town.town import Town


def test_the_island_is_as_large_as_a_small_town(town: Town):
    west, south, east, north = town.island.land.bounds
    assert 2000 < east - west < 2800
    assert 2000 < north - south < 2800
    assert town.island.land.is_valid


def test_the_bounds_of_the_town_hold_the_island_and_some_sea(town: Town):
    assert town.island.bounds.contains(town.island.land)
    assert town.island.bounds.exterior.distance(town.island.land) > 60


def test_the_river_runs_over_land_from_the_tarn_to_the_sea(town: Town):
    island = town.island
    assert island.tarn.distance(Point(island.river_middle.coords[0])) < 10
    assert not island.land.contains(Point(island.river_middle.coords[-1]))
    assert island.land.buffer(1).contains(island.river)
    assert island.river.touches(island.tarn) or island.river.intersects(island.tarn)


def test_the_river_widens_towards_the_sea(town: Town):
    middle, river = town.island.river_middle, town.island.river
    width = [
        river.boundary.distance(middle.interpolate(share, normalized=True)) for share in (0.2, 0.8)
    ]
    assert width[0] < width[1]


def test_the_beach_lies_on_land_at_the_eastern_shore(town: Town):
    beach = town.island.beach
    assert town.island.land.buffer(0.1).contains(beach)
    assert beach.intersects(town.island.land.exterior)
    assert beach.centroid.x > 800


def test_the_waters_do_not_lie_in_the_sea(town: Town):
    for water in (town.island.tarn, town.island.pond):
        assert town.island.land.contains(water)


def test_the_largest_part_is_found_among_lines_and_points():
    shapes = shapely.GeometryCollection(
        [LineString([(0, 0), (9, 9)]), shapely.box(0, 0, 1, 1), shapely.box(5, 5, 9, 9)]
    )
    assert largest(shapes).area == 16
    with pytest.raises(ValueError, match="empty"):
        largest(MultiPoint([(0, 0)]))
