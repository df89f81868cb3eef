"""Tests of where a camera can hang."""

from random import Random

import pytest
import shapely
import shapely.ops
from shapely import Point

from mapper.exchange.sources.demo_town.island import town_bend
from mapper.exchange.sources.demo_town.loader import SEED
from mapper.exchange.sources.demo_town.lots import HALF_WIDTH_M
from mapper.exchange.sources.demo_town.stands import Stands, bearing_of, walls_of
from mapper.exchange.sources.demo_town.town import Town
from mapper.geometry.bearings import difference
from mapper.vocabulary import StreetClass


@pytest.fixture
def stands(town: Town) -> Stands:
    return Stands(town, town_bend(SEED), Random(1))


def test_a_wall_looks_away_from_its_house():
    walls = walls_of(shapely.box(0, 0, 10, 20))
    looks = {(round(wall.spot.x), round(wall.spot.y)): wall.bearing for wall in walls}
    assert looks == {(10, 10): 90, (5, 20): 0, (0, 10): 270, (5, 0): 180}


def test_a_nook_is_no_wall():
    outline = shapely.box(0, 0, 10, 20).union(shapely.box(0, 0, 11, 1))
    assert all(wall.spot.x != 10.5 for wall in walls_of(outline))


@pytest.mark.parametrize(("end", "bearing"), [((0, 1), 0), ((1, 0), 90), ((-1, -1), 225)])
def test_bearings_run_clockwise_from_north(end: tuple[float, float], bearing: float):
    assert bearing_of((0, 0), end) == pytest.approx(bearing)


def test_stands_on_houses_are_on_walls_and_apart(stands: Stands, town: Town):
    found = stands.on_houses("shop", (-290, -330), 300, 10)
    walls = shapely.union_all([h.outline.boundary for h in town.houses if h.use == "shop"])
    assert len(found) == 10
    assert all(walls.distance(stand.spot) < 0.01 for stand in found)
    again = stands.on_houses("shop", (-290, -330), 300, 10)
    spots = [stand.spot for stand in (*found, *again)]
    assert min(a.distance(b) for a in spots for b in spots if a is not b) > 18


def test_no_more_stands_are_given_than_there_are(stands: Stands):
    assert stands.on_houses("lighthouse", (0, 0), 10, 5) == []
    assert len(stands.round_house("museum", 99)) == 4


def test_stands_at_the_kerb_lie_within_the_street(stands: Stands, town: Town):
    ring = next(street for street in town.streets if street.name == "West Ring")
    for stand in stands.along("West Ring", 4):
        assert 5 < ring.line.distance(stand.spot) < HALF_WIDTH_M[StreetClass.PRIMARY]
    for stand in stands.along("West Ring", 4, aside=False):
        assert ring.line.distance(stand.spot) == pytest.approx(0, abs=1e-6)


def test_stands_at_junctions_look_back_at_them(stands: Stands, town: Town):
    found = stands.junctions(StreetClass.PRIMARY, (0, 0), 6)
    ends = shapely.multipoints([s.line.coords[0] for s in town.network.stretches])
    assert len(found) == 6
    for stand in found:
        junction = shapely.ops.nearest_points(ends, stand.spot)[0]
        toward = bearing_of(stand.spot.coords[0], junction.coords[0])
        assert difference(toward, stand.bearing) < 30


def test_stands_in_a_square_look_in(stands: Stands, town: Town):
    square = town.sites.surface("Market Square")
    found = stands.in_square("Market Square", 4)
    assert len({stand.spot for stand in found}) == 4
    for stand in found:
        assert square.contains(stand.spot)
        toward = bearing_of(stand.spot.coords[0], square.centroid.coords[0])
        assert difference(toward, stand.bearing) < 20


def test_stands_of_the_plan_move_with_the_bend(stands: Stands):
    (stand,) = stands.at((100, 100))
    assert 0 < stand.spot.distance(Point(100, 100)) < 45
    assert 0 <= stand.bearing < 360


def test_stands_anywhere_are_beside_streets_for_wheels(stands: Stands, town: Town):
    no_wheels = {StreetClass.PATH, StreetClass.RAIL}
    streets = shapely.union_all([s.line for s in town.streets if s.street_class not in no_wheels])
    found = stands.anywhere(12)
    assert len(found) == 12
    assert all(streets.distance(stand.spot) < 10 for stand in found)
