"""Tests of what covers the ground."""

import pytest

from mapper.exchange.sources.demo_town.town import Town
from mapper.vocabulary import GroundKind


def areas(town: Town, kind: GroundKind) -> float:
    return sum(one.shape.area for one in town.surfaces if one.kind == kind)


def test_the_land_is_drawn_first_and_the_water_last(town: Town):
    kinds = [surface.kind for surface in town.surfaces]
    assert kinds[0] == GroundKind.LAND
    assert kinds[-3:] == [GroundKind.WATER] * 3


def test_nothing_but_the_bounds_reaches_into_the_sea(town: Town):
    for surface in town.surfaces:
        assert surface.shape.difference(town.island.land.buffer(0.5)).area == pytest.approx(0)


def test_there_is_a_park_with_a_pond_and_a_wood_with_a_tarn(town: Town):
    park = next(one.shape for one in town.surfaces if one.name == "Compass Park")
    wood = next(one.shape for one in town.surfaces if one.name == "Tarn Wood")
    assert park.contains(town.island.pond)
    assert wood.contains(town.island.tarn)


def test_green_takes_up_a_good_part_of_the_island(town: Town):
    green = areas(town, GroundKind.GRASS) + areas(town, GroundKind.PARK)
    assert 0.2 < green / town.island.land.area < 0.6


def test_copses_grow_in_the_meadows(town: Town):
    meadow = next(one.shape for one in town.surfaces if one.kind == GroundKind.GRASS)
    copses = next(one.shape for one in town.surfaces if one.kind == GroundKind.WOOD)
    assert meadow.contains(copses)
