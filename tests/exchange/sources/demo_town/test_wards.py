"""Tests of the wards: they tile the town exactly, also after rounding to degrees."""

import pytest
import shapely

from mapper.exchange.sources.demo_town.curves import Bend
from mapper.exchange.sources.demo_town.plan.wards import WARDS
from mapper.exchange.sources.demo_town.position import on_earth
from mapper.exchange.sources.demo_town.town import Town
from mapper.exchange.sources.demo_town.wards import make_wards


def test_the_wards_tile_the_town(town: Town):
    shapes = [on_earth(area.shape) for area in town.wards]
    whole = shapely.union_all(shapes)
    assert sum(shape.area for shape in shapes) == pytest.approx(whole.area, rel=1e-12)
    assert not any(part.interiors for part in shapely.get_parts(whole))
    assert whole.geom_type == "Polygon"
    bounds = on_earth(town.island.bounds)
    assert whole.symmetric_difference(bounds).area < 1e-5 * bounds.area


def test_every_ward_is_there_with_its_name_inside(town: Town):
    assert [area.ward for area in town.wards] == list(WARDS)
    assert all(area.shape.contains(area.label_spot) for area in town.wards)
    assert all(area.ward.population > 1000 for area in town.wards)


def test_a_town_that_the_lines_do_not_cut_in_six_is_refused():
    with pytest.raises(ValueError, match="into 4 pieces"):
        make_wards(shapely.box(-900, -100, 100, 100), Bend("still", height_m=0, length_m=600))
