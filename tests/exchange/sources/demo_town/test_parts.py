"""Tests of the parts of the town: as values, and as the town uses them."""

from dataclasses import FrozenInstanceError

import pytest
import shapely

from mapper.exchange.sources.demo_town.parts import Block, House
from mapper.exchange.sources.demo_town.town import Town


def test_a_part_is_a_value():
    outline = shapely.box(0, 0, 9, 9)
    assert House(outline, 6.0, "home") == House(shapely.box(0, 0, 9, 9), 6.0, "home")
    block = Block(outline, "old")
    with pytest.raises(FrozenInstanceError):
        block.style = "grid"


def test_every_building_has_a_believable_height(town: Town):
    assert all(3 < house.height_m < 30 for house in town.houses)


def test_no_block_is_a_mere_sliver(town: Town):
    assert min(block.shape.area for block in town.network.blocks) > 30
