"""Tests of the street network."""

import pytest
import shapely

from mapper.exchange.sources.demo_town.plan.roads import BANK_ROADS, ROADS
from mapper.exchange.sources.demo_town.town import Town
from mapper.vocabulary import StreetClass


def test_every_road_of_the_plan_is_in_the_network(town: Town):
    names = {stretch.name for stretch in town.network.stretches}
    assert {road.name for road in ROADS} | {name for name, _ in BANK_ROADS} <= names


def test_roads_keep_the_class_they_were_drawn_with(town: Town):
    drawn = {road.name: road.street_class for road in ROADS}
    for stretch in town.network.stretches:
        if stretch.name in drawn:
            assert stretch.street_class == drawn[stretch.name], stretch.name


def test_blocks_do_not_overlap_and_lie_between_streets(town: Town):
    blocks = [block.shape for block in town.network.blocks]
    whole = shapely.union_all(blocks)
    assert sum(block.area for block in blocks) == pytest.approx(whole.area)
    streets = shapely.union_all([stretch.line for stretch in town.network.stretches])
    assert max(streets.distance(shapely.Point(c)) for c in blocks[0].exterior.coords) < 0.1


def test_the_ground_along_the_river_is_its_bank(town: Town):
    for block in town.network.blocks:
        if block.shape.intersects(town.island.river_middle):
            assert block.style in {"bank", "wood"}


def test_streets_of_the_works_are_service_roads(town: Town):
    classes = {stretch.street_class for stretch in town.network.stretches if not stretch.name}
    assert classes == {StreetClass.RESIDENTIAL, StreetClass.SERVICE}
