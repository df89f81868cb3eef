"""Tests of straight-sided shapes."""

import pytest
import shapely
from shapely import Point

from mapper.exchange.sources.demo_town.curves import Bend
from mapper.exchange.sources.demo_town.plan.words import Rectangle
from mapper.exchange.sources.demo_town.rectangles import long_axis, placed, rectangle_at


def test_a_rectangle_lies_around_its_middle():
    box = rectangle_at(Point(10, 20), (8, 2), 90)
    assert box.bounds == pytest.approx((9, 16, 11, 24))


@pytest.mark.parametrize("turned", [0, 30, 75, 120])
def test_the_long_axis_of_a_rectangle_is_its_own(turned: float):
    axis = long_axis(rectangle_at(Point(3, 4), (50, 20), turned))
    assert axis.length == pytest.approx(50)
    assert axis.turned % 180 == pytest.approx(turned)
    assert axis.middle.distance(Point(3, 4)) == pytest.approx(0)


def test_the_bend_moves_a_rectangle_but_keeps_its_shape():
    bend = Bend("any", height_m=30, length_m=600)
    drawn = Rectangle((100, 50), (40, 10), 15)
    box = placed(drawn, bend)
    assert box.centroid.distance(bend.of(Point(100, 50))) == pytest.approx(0)
    assert box.area == pytest.approx(400)
    assert placed(drawn, bend, margin=1).area == pytest.approx(42 * 12)
    assert len(shapely.get_coordinates(box)) == 5
