"""Tests of the plan as drawn: what is said to meet does meet, and names are nobody's twice."""

from collections import Counter

import pytest
from shapely import LineString, Point, Polygon

from mapper.exchange.sources.demo_town.plan.landmarks import CAMPUSES, LANDMARKS
from mapper.exchange.sources.demo_town.plan.nature import COAST, POND, RIVER, TARN
from mapper.exchange.sources.demo_town.plan.quarters import QUARTERS
from mapper.exchange.sources.demo_town.plan.roads import LANES, PATHS, ROADS
from mapper.exchange.sources.demo_town.plan.wards import WARDS
from mapper.exchange.sources.demo_town.plan.words import Road

ISLAND = Polygon(COAST)


@pytest.mark.parametrize("road", ROADS, ids=lambda road: road.name)
def test_every_main_road_begins_and_ends_on_another(road: Road):
    others = [LineString(other.spots) for other in ROADS if other is not road]
    for end in (road.spots[0], road.spots[-1]):
        near = min(line.distance(Point(end)) for line in others)
        assert near == 0 or LineString(RIVER).distance(Point(end)) < 80


def test_no_name_is_given_twice():
    names = Counter(road.name for road in (*ROADS, *LANES, *PATHS) if road.name)
    assert [name for name, count in names.items() if count > 1] == []


def test_everything_drawn_lies_on_the_island():
    spots = [spot for road in ROADS for spot in road.spots]
    spots += [quarter.spot for quarter in QUARTERS] + [ward.spot for ward in WARDS]
    spots += [landmark.box.spot for landmark in LANDMARKS] + [one.spot for one in CAMPUSES]
    assert all(ISLAND.contains(Point(spot)) for spot in spots)
    assert ISLAND.contains(Polygon(TARN))
    assert ISLAND.contains(Polygon(POND))


def test_the_river_runs_from_the_tarn_into_the_sea():
    assert Polygon(TARN).distance(Point(RIVER[0])) < 30
    assert not ISLAND.contains(Point(RIVER[-1]))


def test_the_coast_does_not_cross_itself():
    assert ISLAND.is_valid
