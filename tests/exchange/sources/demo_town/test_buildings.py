"""Tests of the houses on every block."""

from random import Random

import pytest
import shapely

from mapper.exchange.sources.demo_town.buildings import houses_on
from mapper.exchange.sources.demo_town.lots import StreetRoom
from mapper.exchange.sources.demo_town.parts import Block, House
from mapper.exchange.sources.demo_town.plan.words import Style

SHAPE = shapely.box(0, 0, 150, 90)
ROOM = StreetRoom([], [])


def built(style: Style, seed: int = 1) -> list[House]:
    return list(houses_on(Block(SHAPE, style), ROOM, Random(seed)))


@pytest.mark.parametrize("style", ["park", "wood", "bank"])
def test_nobody_builds_on_green(style: Style):
    assert built(style) == []


@pytest.mark.parametrize(
    ("style", "least", "most"),
    [("old", 80, 900), ("grid", 80, 3000), ("villas", 60, 250), ("works", 400, 3500)],
)
def test_houses_have_the_size_of_their_quarter(style: Style, least: float, most: float):
    houses = [house for seed in range(6) for house in built(style, seed)]
    areas = sorted(house.outline.area for house in houses)
    assert least < areas[len(areas) // 2] < most


def test_the_works_are_works_and_elsewhere_people_live():
    assert {house.use for house in built("works")} == {"works"}
    assert {house.use for seed in range(9) for house in built("villas", seed)} <= {"home", "shop"}
    assert {house.use for seed in range(9) for house in built("old", seed)} == {"home", "shop"}


def test_houses_are_higher_in_the_middle_of_town():
    heights = {
        style: sum(house.height_m for house in built(style)) / len(built(style))
        for style in ("grid", "villas")
    }
    assert heights["grid"] > heights["villas"] > 2


def test_blocks_on_the_grid_are_closed_or_in_rows():
    shares = {seed: sum(house.outline.area for house in built("grid", seed)) for seed in range(20)}
    assert max(shares.values()) > 1.2 * min(shares.values())
