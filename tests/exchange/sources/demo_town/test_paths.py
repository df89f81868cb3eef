"""Tests of lanes and footpaths."""

import shapely
from shapely import Point

from mapper.exchange.sources.demo_town.plan.roads import LANES, PATHS
from mapper.exchange.sources.demo_town.town import Town
from mapper.vocabulary import StreetClass


def test_every_lane_and_path_is_there(town: Town):
    names = {street.name for street in town.streets}
    assert {road.name for road in (*LANES, *PATHS)} <= names
    paths = [street for street in town.streets if street.street_class == StreetClass.PATH]
    assert len(paths) == len(PATHS)


def test_every_path_begins_and_ends_on_a_street_or_path(town: Town):
    for path in town.streets:
        if path.street_class != StreetClass.PATH or path.line.is_ring:
            continue
        others = shapely.union_all([one.line for one in town.streets if one is not path])
        for end in (path.line.coords[0], path.line.coords[-1]):
            assert others.distance(Point(end)) < 0.1, path.name
