"""Tests of landmarks on their sites."""

import pytest
import shapely
from shapely import LineString

from mapper.exchange.sources.demo_town.curves import Bend
from mapper.exchange.sources.demo_town.lots import StreetRoom
from mapper.exchange.sources.demo_town.parts import Block
from mapper.exchange.sources.demo_town.plan.landmarks import CAMPUSES, LANDMARKS, SQUARES, STATIONS
from mapper.exchange.sources.demo_town.sites import make_sites
from mapper.exchange.sources.demo_town.town import Town


def houses_for(town: Town, use: str) -> list[shapely.Polygon]:
    return [house.outline for house in town.houses if house.use == use]


def test_everything_the_plan_names_is_built(town: Town):
    planned = [landmark.use for landmark in LANDMARKS] + [campus.use for campus in CAMPUSES]
    planned += ["station"] * len(STATIONS)
    assert sorted(house.use for house in town.sites.houses) == sorted(planned)


def test_schools_and_hospitals_stand_round_a_yard(town: Town):
    for use in ("school", "hospital"):
        assert all(outline.interiors for outline in houses_for(town, use))


def test_a_church_is_a_cross_and_a_lighthouse_is_round(town: Town):
    (church,), (lighthouse,) = houses_for(town, "church"), houses_for(town, "lighthouse")
    assert len(church.exterior.coords) == 13
    assert lighthouse.area == pytest.approx(lighthouse.minimum_rotated_rectangle.area * 0.785, 0.02)


def test_stations_stand_beside_the_railway_and_not_on_it(town: Town):
    railway = town.streets[-1].line
    for station in houses_for(town, "station"):
        assert 3 < station.distance(railway) < 12


def test_squares_lie_open(town: Town):
    for name, _ in SQUARES:
        square = town.sites.surface(name)
        assert not any(house.outline.intersects(square.buffer(-0.1)) for house in town.houses)


def test_a_campus_has_its_block_to_itself(town: Town):
    car_park = town.sites.surface("Car park")
    inside = [house.use for house in town.houses if house.outline.intersects(car_park)]
    assert inside == ["supermarket"]


def test_ground_nobody_named_is_not_found(town: Town):
    with pytest.raises(StopIteration):
        town.sites.surface("Nowhere Square")


def test_a_block_without_room_for_its_campus_is_refused():
    tiny = [Block(shapely.box(x, y, x + 24, y + 24), "grid") for x, y in _corners_of_campuses()]
    bend = Bend("still", height_m=0, length_m=600)
    with pytest.raises(ValueError, match="has no room"):
        make_sites(bend, StreetRoom([], []), tiny, LineString([(0, 0), (1, 1)]))


def _corners_of_campuses() -> list[tuple[float, float]]:
    return [(campus.spot[0] - 12, campus.spot[1] - 12) for campus in CAMPUSES]
