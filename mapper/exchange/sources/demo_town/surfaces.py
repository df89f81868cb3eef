"""What covers the ground: sea's edge to squares, as the base map is to draw it."""

from collections.abc import Iterator
from dataclasses import dataclass

import shapely
from shapely.geometry.base import BaseGeometry

from mapper.exchange.sources.demo_town import plan
from mapper.exchange.sources.demo_town.buildings import placed_box
from mapper.exchange.sources.demo_town.curves import Bend
from mapper.exchange.sources.demo_town.island import Island
from mapper.exchange.sources.demo_town.network import Block
from mapper.vocabulary import GroundKind


@dataclass(frozen=True, slots=True)
class Surface:
    """One area of one kind of ground, in metres."""

    kind: GroundKind
    name: str
    shape: BaseGeometry


def make_surfaces(island: Island, blocks: list[Block], bend: Bend) -> Iterator[Surface]:
    """All areas, those that others are drawn upon first."""
    yield Surface(GroundKind.LAND, "Lookout Island", island.land)
    town = shapely.union_all([block.shape for block in blocks])
    yield Surface(
        GroundKind.GRASS, "", shapely.union_all([island.land.difference(town).buffer(-1)])
    )
    yield from _of_blocks(blocks)
    yield Surface(GroundKind.SAND, "Long Sands", island.beach)
    for name, *square in plan.SQUARES:
        yield Surface(GroundKind.BUILT, name, placed_box(bend, *square))
    for car_park in plan.CAR_PARKS:
        yield Surface(GroundKind.BUILT, "Car park", placed_box(bend, *car_park))
    yield Surface(GroundKind.WATER, "River Sedge", island.river)
    yield Surface(GroundKind.WATER, "The Tarn", island.tarn)
    yield Surface(GroundKind.WATER, "Mirror Pond", island.pond)


def _of_blocks(blocks: list[Block]) -> Iterator[Surface]:
    names = {"park": (GroundKind.PARK, "Compass Park"), "wood": (GroundKind.WOOD, "Tarn Wood")}
    for style, (kind, name) in names.items():
        shapes = [block.shape for block in blocks if block.style == style]
        yield Surface(kind, name, shapely.union_all(shapes))
