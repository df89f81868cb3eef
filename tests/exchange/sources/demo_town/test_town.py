"""Tests of the town as a whole: nothing stands where it cannot stand, and all hangs together."""

import pytest
import shapely
from shapely import STRtree

from mapper.exchange.sources.demo_town.island import make_island
from mapper.exchange.sources.demo_town.loader import SEED
from mapper.exchange.sources.demo_town.lots import HALF_WIDTH_M
from mapper.exchange.sources.demo_town.town import Town, make_town
from mapper.vocabulary import GroundKind, StreetClass

WHEELS = {
    StreetClass.PRIMARY,
    StreetClass.SECONDARY,
    StreetClass.RESIDENTIAL,
    StreetClass.SERVICE,
    StreetClass.PEDESTRIAN,
}


def test_the_town_has_the_size_of_a_town(town: Town):
    assert 900 < len(town.houses) < 2000
    assert len({street.name for street in town.streets if street.name}) > 100
    assert len(town.wards) == 6
    assert sum(area.ward.population for area in town.wards) == pytest.approx(14_000, rel=0.05)


def test_every_sort_of_street_and_ground_is_there(town: Town):
    assert {street.street_class for street in town.streets} == set(StreetClass) - {"motorway"}
    assert {surface.kind for surface in town.surfaces} == set(GroundKind)


def test_every_shape_is_valid(town: Town):
    shapes = [house.outline for house in town.houses]
    shapes += [surface.shape for surface in town.surfaces]
    shapes += [street.line for street in town.streets]
    assert all(shapely.is_valid(shapes))
    assert not any(shapely.is_empty(shapes))


def test_no_two_buildings_overlap(town: Town):
    outlines = [house.outline for house in town.houses]
    pairs = STRtree(outlines).query(outlines, predicate="intersects").T
    overlaps = [
        (one, other, outlines[one].intersection(outlines[other]).area)
        for one, other in pairs
        if one < other
    ]
    assert [pair for pair in overlaps if pair[2] > 0.01] == []


def test_no_building_stands_in_a_street(town: Town):
    outlines = [house.outline for house in town.houses]
    tree = STRtree(outlines)
    for street in town.streets:
        carriageway = street.line.buffer(HALF_WIDTH_M[street.street_class] / 2)
        assert tree.query(carriageway, predicate="intersects").size == 0, street.name


def test_no_building_stands_in_water_or_in_the_sea(town: Town):
    for house in town.houses:
        assert not house.outline.intersects(town.island.water), house.use
        assert town.island.land.contains(house.outline), house.use


def test_streets_are_one_network(town: Town):
    """Every street can be reached from every other, by streets that touch within a hand."""
    lines = [one.line for one in town.streets if one.street_class != StreetClass.RAIL]
    pairs = STRtree(lines).query(lines, predicate="dwithin", distance=0.1).T
    reached, waiting = {0}, [0]
    neighbours: dict[int, set[int]] = {}
    for one, other in pairs:
        neighbours.setdefault(int(one), set()).add(int(other))
    while waiting:
        new = neighbours[waiting.pop()] - reached
        reached |= new
        waiting += new
    assert reached == set(range(len(lines)))


def test_streets_cross_the_river_on_bridges_only(town: Town):
    crossing = {
        street.name
        for street in town.streets
        if street.street_class in WHEELS and street.line.intersects(town.island.river)
    }
    assert crossing == {"North Ring", "Mill Street", "Long Bridge", "Harbour Front"}


def test_streets_stay_on_the_island(town: Town):
    for street in town.streets:
        assert town.island.land.contains(street.line), street.name


def test_one_seed_makes_one_town_and_another_seed_another(town: Town):
    assert make_town(SEED) == town
    assert make_island("another") != town.island


def test_courtyards_are_holes(town: Town):
    assert any(house.outline.interiors for house in town.houses if house.use in {"home", "shop"})
