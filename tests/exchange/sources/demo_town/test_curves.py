"""Tests of smooth lines and of the bend of the plan."""

import numpy as np
import pytest
import shapely
from shapely import LineString, Point

from mapper.exchange.sources.demo_town.curves import Bend, smooth

SPOTS = [(0, 0), (100, 40), (180, -20), (300, 0)]


def test_a_smooth_line_goes_through_every_spot_in_small_steps():
    line = smooth(SPOTS)
    assert set(SPOTS) <= set(line)
    steps = np.hypot(*np.diff(np.array(line), axis=0).T)
    assert steps.max() < 20


def test_a_closed_line_comes_back_to_where_it_began():
    ring = smooth(SPOTS, closed=True)
    assert len(ring) == len(set(ring))
    assert Point(ring[0]).distance(Point(ring[-1])) < 20


def test_two_spots_make_a_straight_line():
    assert LineString(smooth([(0, 0), (60, 0)])).length == pytest.approx(60)


def test_a_bend_moves_nothing_further_than_it_says():
    bend = Bend("any", height_m=30, length_m=600)
    points = np.random.default_rng(1).uniform(-1000, 1000, (500, 2))
    moved = np.abs(bend.of_points(points) - points)
    assert 5 < moved.max() <= 30


def test_one_seed_bends_one_way_and_another_seed_another():
    line = LineString(smooth(SPOTS))
    bent = Bend("one", height_m=30, length_m=600).of(line)
    assert bent == Bend("one", height_m=30, length_m=600).of(line)
    assert bent != Bend("other", height_m=30, length_m=600).of(line)


def test_the_bend_keeps_the_plan_in_order():
    """A bend that folded the plane would let streets cross that do not."""
    bend = Bend("any", height_m=30, length_m=620)
    cells = [shapely.box(x, y, x + 20, y + 20) for x in range(-1300, 1300, 20) for y in (-900, 400)]
    assert all(bend.of(cell).exterior.is_ccw == cell.exterior.is_ccw for cell in cells)
