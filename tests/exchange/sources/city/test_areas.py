"""Tests of the city's areas: wards and districts tile it, and rivers run through it."""

import numpy as np
import pytest
import shapely

from mapper.exchange.sources.city.areas import as_several, make_areas
from mapper.exchange.sources.city.city import City, make_city


def test_wards_and_districts_tile_the_land(city: City) -> None:
    areas = make_areas(city.plan, city.streets)
    for parts in (areas.wards, areas.districts):
        assert sum(part.area for part in parts) == pytest.approx(areas.land.area)
        assert shapely.union_all(parts).area == pytest.approx(areas.land.area)
    assert len(areas.wards) == len(city.plan.centres)
    assert set(areas.district.tolist()) == set(range(len(areas.districts)))


def test_a_ward_holds_its_quarters_middle(city: City) -> None:
    areas = make_areas(city.plan, city.streets)
    assert shapely.contains(areas.wards, shapely.points(city.plan.centres)).all()


def test_streets_are_on_land_and_some_land_is_water(city: City) -> None:
    areas = make_areas(city.plan, city.streets)
    assert shapely.contains(areas.land, shapely.points(city.streets.spots)).all()
    assert areas.rivers
    assert all(river.difference(areas.land).area < 1 for river in areas.rivers)


def test_a_hamlet_is_one_ward(dice: np.random.Generator) -> None:
    hamlet = make_city("testing", 10, 2)
    areas = make_areas(hamlet.plan, hamlet.streets)
    assert [one.area for one in areas.wards] == [pytest.approx(areas.land.area)]
    assert [one.area for one in areas.districts] == [pytest.approx(areas.land.area)]


def test_a_polygon_is_stored_as_several() -> None:
    square = shapely.box(0, 0, 1, 1)
    assert as_several(square).equals(square)
    both = shapely.GeometryCollection([square, shapely.Point(3, 3)])
    assert as_several(both).equals(square)
