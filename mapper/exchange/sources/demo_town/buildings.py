"""The houses on every block, as its quarter builds."""

from collections.abc import Iterator
from random import Random

import shapely
from shapely import Polygon

from mapper.exchange.sources.demo_town.houses import courtyard, detached, rows
from mapper.exchange.sources.demo_town.lots import StreetRoom
from mapper.exchange.sources.demo_town.parts import Block, House
from mapper.exchange.sources.demo_town.plan.words import Style, Use

_STOREY_M = 3.1
_STOREYS: dict[Style, tuple[int, int]] = {
    "old": (2, 4),
    "grid": (3, 5),
    "terraces": (2, 3),
    "villas": (1, 2),
    "works": (2, 3),
}
_SHOPS: dict[Style, float] = {"old": 0.4, "grid": 0.3}
"""The share of houses with a shop, in quarters that have many."""

_FEW_SHOPS = 0.04
_CLOSED_BLOCKS = 0.72
"""The share of blocks on the grid that are built round a courtyard."""


def houses_on(block: Block, room: StreetRoom, dice: Random) -> Iterator[House]:
    """What stands on one block."""
    if block.style not in _STOREYS:
        return
    for lot in room.lots(block.shape):
        for outline in _outlines(block.style, lot, dice):
            height = dice.randint(*_STOREYS[block.style]) * _STOREY_M + dice.uniform(0, 2)
            yield House(outline, round(height, 1), _use(block.style, dice))


def _outlines(style: Style, lot: Polygon, dice: Random) -> Iterator[Polygon]:
    if style == "old":
        return courtyard(lot, depth=dice.uniform(10, 13), plot=(11, 26), dice=dice)
    if style == "grid" and dice.random() < _CLOSED_BLOCKS:
        ground = shapely.geometry.polygon.orient(lot.buffer(-2, join_style="mitre"))
        return courtyard(ground, depth=dice.uniform(11, 14), plot=(22, 46), dice=dice)
    if style == "grid":
        return rows(lot, setback=4, depth=12, row=(30, 54), dice=dice)
    if style == "terraces":
        return rows(lot, setback=4.5, depth=9, row=(26, 62), dice=dice)
    if style == "villas":
        return detached(lot, setback=7, width=(10, 15), depth=(8, 11), gap=(11, 24), dice=dice)
    return detached(lot, setback=8, width=(26, 58), depth=(18, 34), gap=(10, 26), dice=dice)


def _use(style: Style, dice: Random) -> Use:
    if style == "works":
        return "works"
    return "shop" if dice.random() < _SHOPS.get(style, _FEW_SHOPS) else "home"
