"""All buildings of the town: landmarks on their sites, houses on every block."""

from collections.abc import Iterator
from dataclasses import dataclass
from random import Random

import shapely
from shapely import Point, Polygon
from shapely.affinity import rotate, translate

from mapper.exchange.sources.demo_town import plan
from mapper.exchange.sources.demo_town.curves import Bend
from mapper.exchange.sources.demo_town.houses import courtyard, detached, rows
from mapper.exchange.sources.demo_town.lots import StreetRoom
from mapper.exchange.sources.demo_town.network import Block
from mapper.exchange.sources.demo_town.plan import Spot, Use


@dataclass(frozen=True, slots=True)
class House:
    """One building: its outline in metres, its height, and what it is used for."""

    outline: Polygon
    height_m: float
    use: Use


def placed_box(bend: Bend, spot: Spot, size: tuple[float, float], turned: float) -> Polygon:
    """A rectangle on the plan, moved with the bend but kept straight."""
    width, depth = size
    box = shapely.box(-width / 2, -depth / 2, width / 2, depth / 2)
    middle = bend.of(Point(spot))
    return translate(rotate(box, turned), middle.x, middle.y)


def landmarks(bend: Bend) -> list[House]:
    """The buildings that the plan names."""
    return [
        House(
            _with_wings(placed_box(bend, mark.spot, mark.size, mark.turned), mark, bend),
            mark.height_m,
            mark.use,
        )
        for mark in plan.LANDMARKS
    ]


def _with_wings(outline: Polygon, mark: plan.Landmark, bend: Bend) -> Polygon:
    """The shape that tells some landmarks from afar: a cross, a yard inside, a ring."""
    width, depth = mark.size
    if mark.use == "church":
        return outline.union(placed_box(bend, mark.spot, (depth * 0.7, depth * 1.5), mark.turned))
    if mark.use in {"school", "hospital"}:
        return outline.difference(
            placed_box(bend, mark.spot, (width - 26, depth - 24), mark.turned)
        )
    if mark.use == "lighthouse":
        return outline.centroid.buffer(width / 2)
    return outline


def sites(bend: Bend) -> list[Polygon]:
    """Ground on which nothing else is built: around landmarks, car parks and squares."""
    return [
        *(placed_box(bend, mark.spot, mark.site, mark.turned) for mark in plan.LANDMARKS),
        *(placed_box(bend, *place) for place in plan.CAR_PARKS),
        *(placed_box(bend, *place) for _, *place in plan.SQUARES),
    ]


def houses_on(block: Block, room: StreetRoom, dice: Random) -> Iterator[House]:
    """What stands on one block, as its quarter builds."""
    for lot in room.lots(block.shape):
        for outline in _outlines(block.style, lot, dice):
            yield House(outline, round(_height(block.style, dice), 1), _use(block.style, dice))


def _outlines(style: plan.Style, lot: Polygon, dice: Random) -> Iterator[Polygon]:
    match style:
        case "old":
            return courtyard(lot, depth=dice.uniform(10, 13), plot=(11, 24), dice=dice)
        case "grid" if dice.random() < 0.72:
            ground = shapely.geometry.polygon.orient(lot.buffer(-2, join_style="mitre"))
            return courtyard(ground, depth=dice.uniform(11, 14), plot=(20, 42), dice=dice)
        case "grid":
            return rows(lot, setback=4, depth=12, row=(30, 54), dice=dice)
        case "terraces":
            return rows(lot, setback=4.5, depth=9, row=(26, 58), dice=dice)
        case "villas":
            return detached(lot, setback=7, width=(10, 15), depth=(8, 11), gap=(8, 17), dice=dice)
        case "works":
            return detached(lot, setback=8, width=(26, 58), depth=(18, 34), gap=(10, 26), dice=dice)
        case _:
            return iter(())


_STOREYS: dict[plan.Style, tuple[int, int]] = {
    "old": (2, 4), "grid": (3, 5), "terraces": (2, 3), "villas": (1, 2), "works": (2, 3),
}  # fmt: skip


def _height(style: plan.Style, dice: Random) -> float:
    return dice.randint(*_STOREYS[style]) * 3.1 + dice.uniform(0, 2)


def _use(style: plan.Style, dice: Random) -> Use:
    if style == "works":
        return "works"
    shops = {"old": 0.4, "grid": 0.3}.get(style, 0.04)
    return "shop" if dice.random() < shops else "home"
