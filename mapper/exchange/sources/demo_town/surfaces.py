"""What covers the ground: land, green, quays, water, as the base map is to draw it."""

from collections.abc import Iterator
from math import cos, sin, tau
from random import Random

import shapely
from shapely import Point, Polygon
from shapely.geometry.base import BaseGeometry

from mapper.exchange.sources.demo_town.curves import Bend, smooth
from mapper.exchange.sources.demo_town.island import Island
from mapper.exchange.sources.demo_town.parts import Block, Surface
from mapper.exchange.sources.demo_town.plan.nature import QUAYS
from mapper.exchange.sources.demo_town.plan.words import Style
from mapper.vocabulary import GroundKind

_BLOCK_GROUND: dict[Style, tuple[GroundKind, str]] = {
    "park": (GroundKind.PARK, "Compass Park"),
    "wood": (GroundKind.WOOD, "Tarn Wood"),
    "bank": (GroundKind.GRASS, ""),
    "works": (GroundKind.BUILT, ""),
}
_LEAST_MEADOW_M2 = 900.0
_COPSES = 16
_COPSE_REACH_M = 30.0


def make_surfaces(
    island: Island, blocks: list[Block], sites: list[Surface], bend: Bend, seed: str
) -> Iterator[Surface]:
    """All areas, those that others are drawn upon first."""
    yield Surface(GroundKind.LAND, "Lookout Island", island.land)
    town = shapely.union_all([block.shape for block in blocks])
    quays = bend.of(Polygon(smooth(QUAYS, closed=True))).intersection(island.land)
    outside = island.land.difference(shapely.union_all([town, quays, island.beach]))
    meadow = shapely.union_all(
        [part for part in shapely.get_parts(outside) if part.area > _LEAST_MEADOW_M2]
    )
    yield Surface(GroundKind.GRASS, "", meadow)
    yield Surface(GroundKind.WOOD, "", _copses(meadow, Random(f"{seed}/copses")))
    yield from _of_blocks(blocks)
    yield Surface(GroundKind.BUILT, "", quays.difference(town))
    yield Surface(GroundKind.SAND, "Long Sands", island.beach)
    yield from sites
    yield Surface(GroundKind.WATER, "River Sedge", island.river)
    yield Surface(GroundKind.WATER, "The Tarn", island.tarn)
    yield Surface(GroundKind.WATER, "Mirror Pond", island.pond)


def _of_blocks(blocks: list[Block]) -> Iterator[Surface]:
    for style, (kind, name) in _BLOCK_GROUND.items():
        shapes = [block.shape for block in blocks if block.style == style]
        yield Surface(kind, name, shapely.union_all(shapes))


def _copses(meadow: BaseGeometry, dice: Random) -> BaseGeometry:
    """Small woods here and there in the meadows, none at the water's edge."""
    inland = meadow.buffer(-_COPSE_REACH_M)
    west, south, east, north = inland.bounds
    copses: list[BaseGeometry] = []
    while len(copses) < _COPSES:
        middle = Point(dice.uniform(west, east), dice.uniform(south, north))
        if inland.contains(middle):
            copses.append(_copse(middle, dice))
    return shapely.union_all(copses).intersection(meadow.buffer(-10))


def _copse(middle: Point, dice: Random) -> BaseGeometry:
    """A few round crowns grown together."""
    crowns = []
    for _ in range(dice.randint(4, 7)):
        turn, away = dice.uniform(0, tau), dice.uniform(0, _COPSE_REACH_M)
        crown = Point(middle.x + cos(turn) * away, middle.y + sin(turn) * away)
        crowns.append(crown.buffer(dice.uniform(10, 22), quad_segs=4))
    return shapely.union_all(crowns).buffer(8).buffer(-8)
