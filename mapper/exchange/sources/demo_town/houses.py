"""Houses on a lot: closed round a courtyard, in rows, one by one, or as large halls."""

from collections.abc import Iterator
from math import hypot
from random import Random

import shapely
from shapely import LineString, Polygon
from shapely.geometry.base import BaseGeometry
from shapely.ops import substring

_GAP_M = 0.3
"""Between neighbours that share a wall: so thin that no map shows it, so that none overlap."""

_LEAST_HOUSE_M2 = 40.0
_LEAST_YARD = 0.125
"""Of the lot: where less would be left, it is built over."""

_UNDIVIDED_SHARE = 0.16
_EMPTY_SHARE = 0.1
_PLAIN_SHARE = 0.55
_LIGHT_M = 2.0
_CORNER_M = 11.0


def courtyard(
    lot: Polygon, *, depth: float, plot: tuple[float, float], dice: Random
) -> Iterator[Polygon]:
    """Houses wall to wall round the edge of a lot; now and then undivided, or with a gap."""
    yard = Polygon(lot.exterior).buffer(-depth, join_style="mitre")
    if yard.area < lot.area * _LEAST_YARD:
        yield from _divided(lot, lot.exterior, lot.area**0.5, plot, dice)
        return
    closed = lot.difference(yard)
    if isinstance(closed, Polygon) and dice.random() < _UNDIVIDED_SHARE:
        yield closed
        return
    yield from _divided(closed, lot.exterior, depth + 4, plot, dice)


def _divided(
    shape: BaseGeometry, ring: LineString, depth: float, plot: tuple[float, float], dice: Random
) -> Iterator[Polygon]:
    """A shape cut by party walls across `ring`; some plots are left empty."""
    walls = []
    at = dice.uniform(0, plot[0])
    while at < ring.length - plot[0] / 2:
        wall = rectangle(ring, at, _GAP_M, depth)
        # A wall beside a corner would end inside the house there: the corner stays one house.
        if wall is not None and rectangle(ring, at - _CORNER_M, 2 * _CORNER_M, 1) is not None:
            walls.append(wall)
        at += dice.uniform(*plot)
    for part in shapely.get_parts(shape.difference(shapely.union_all(walls))):
        if part.area > _LEAST_HOUSE_M2 and dice.random() > _EMPTY_SHARE:
            yield part


def rectangle(ring: LineString, start: float, width: float, depth: float) -> Polygon | None:
    """A rectangle inwards from a stretch of a ring; none where the ring turns a corner there."""
    one = ring.interpolate(start % ring.length)
    other = ring.interpolate((start + width) % ring.length)
    across = hypot(other.x - one.x, other.y - one.y)
    if across < 0.96 * width:
        return None
    east, north = (other.x - one.x) / across * depth, (other.y - one.y) / across * depth
    return Polygon(
        [
            (one.x, one.y),
            (other.x, other.y),
            (other.x - north, other.y + east),
            (one.x - north, one.y + east),
        ]
    )


def rows(
    lot: Polygon, *, setback: float, depth: float, row: tuple[float, float], dice: Random
) -> Iterator[Polygon]:
    """Terraces that follow the street, with gaps between them."""
    ground = shapely.geometry.polygon.orient(lot.buffer(-setback, join_style="mitre"))
    built: list[Polygon] = []
    for ring in _rings(ground):
        at = dice.uniform(0, 8)
        while at < ring.length - row[0]:
            length = min(dice.uniform(*row), ring.length - at - 5)
            terrace = substring(ring, at, at + length).buffer(
                depth, single_sided=True, join_style="mitre"
            )
            at += length + dice.uniform(4, 9)
            if isinstance(terrace, Polygon) and _fits(terrace, ring, built):
                built.append(terrace)
                yield terrace


def detached(
    lot: Polygon,
    *,
    setback: float,
    width: tuple[float, float],
    depth: tuple[float, float],
    gap: tuple[float, float],
    dice: Random,
) -> Iterator[Polygon]:
    """Houses standing free along the street, some of them angled."""
    ground = shapely.geometry.polygon.orient(lot.buffer(-setback, join_style="mitre"))
    built: list[Polygon] = []
    for ring in _rings(ground):
        at = dice.uniform(0, gap[1])
        while at < ring.length - width[0]:
            across, back = dice.uniform(*width), dice.uniform(*depth)
            house = rectangle(ring, at, across, back)
            if house is None or not _fits(house, ring, built):
                at += 4
                continue
            angled = _angled(house, ring, at, across, back, dice)
            house = angled if _fits(angled, ring, built) else house
            built.append(house)
            yield house
            at += across + dice.uniform(*gap)


def _angled(
    house: Polygon, ring: LineString, at: float, across: float, back: float, dice: Random
) -> Polygon:
    """A house, sometimes with a wing behind."""
    wing = rectangle(ring, at + across * dice.choice((0, 0.55)), across * 0.42, back * 1.45)
    if wing is None or dice.random() < _PLAIN_SHARE:
        return house
    joined = shapely.union(house, wing)
    return joined if isinstance(joined, Polygon) else house


def _rings(ground: Polygon) -> Iterator[LineString]:
    for part in shapely.get_parts(ground):
        if isinstance(part, Polygon) and not part.is_empty:
            yield part.exterior


def _fits(house: Polygon, ring: LineString, built: list[Polygon]) -> bool:
    """Whether a house stays on its lot and leaves its neighbours their light."""
    on_lot = Polygon(ring).buffer(0.1).contains(house)
    return on_lot and all(house.distance(other) > _LIGHT_M for other in built)
