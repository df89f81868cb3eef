"""The street network: main roads as drawn, and the blocks between them cut into smaller ones."""

from dataclasses import dataclass
from random import Random

import shapely
from shapely import LineString, Point, Polygon, STRtree

from mapper.exchange.sources.demo_town.blocks import quarter_at, streets_within
from mapper.exchange.sources.demo_town.closes import close_into
from mapper.exchange.sources.demo_town.curves import Bend, G, smooth
from mapper.exchange.sources.demo_town.parts import Block, Stretch
from mapper.exchange.sources.demo_town.plan.landmarks import CAMPUSES
from mapper.exchange.sources.demo_town.plan.nature import RIVER
from mapper.exchange.sources.demo_town.plan.roads import BANK_ROADS, ROADS
from mapper.exchange.sources.demo_town.plan.words import Style
from mapper.vocabulary import StreetClass

_GRID_M = 0.01
_VERTEX_EVERY_M = 12.0
_ON_THE_LINE_M = 0.4


@dataclass(frozen=True, slots=True)
class Network:
    """All streets for wheels, stretch by stretch, and all ground between them."""

    stretches: list[Stretch]
    blocks: list[Block]


def make_network(seed: str, bend: Bend) -> Network:
    """Draw the main roads, cut the faces between them, and bend it all in one."""
    drawn = _drawn_roads()
    lines = [road.line for road in drawn]
    faces = _faces([*lines, *_small_streets(_faces(lines), Random(f"{seed}/blocks"))])
    stretches = [
        Stretch(_bent(stretch.line, bend), stretch.street_class, stretch.name)
        for stretch in _stretches(faces, drawn)
    ]
    blocks = [Block(_bent(face, bend), _style_of(face)) for face in faces]
    whole = [bend.of(Point(campus.spot)) for campus in CAMPUSES]
    open_blocks = [block for block in blocks if not any(map(block.shape.contains, whole))]
    return Network([*stretches, *filter(None, map(close_into, open_blocks))], blocks)


def _bent(shape: G, bend: Bend) -> G:
    fine: G = shapely.segmentize(shape, _VERTEX_EVERY_M)
    return bend.of(fine)


def _drawn_roads() -> list[Stretch]:
    """The roads of the plan, and the streets along the river."""
    drawn = [Stretch(LineString(smooth(r.spots)), r.street_class, r.name) for r in ROADS]
    for name, aside in BANK_ROADS:
        beside = shapely.get_parts(_river().offset_curve(aside))
        drawn += [Stretch(line, StreetClass.RESIDENTIAL, name) for line in beside]
    return drawn


def _river() -> LineString:
    return LineString(smooth(RIVER))


def _faces(lines: list[LineString]) -> list[Polygon]:
    """The ground between lines; what ends blindly bounds nothing and is left out."""
    noded = shapely.union_all(lines, grid_size=_GRID_M)
    faces = shapely.get_parts(shapely.polygonize(list(shapely.get_parts(noded))))
    return sorted(faces, key=lambda face: face.centroid.coords[0])


def _small_streets(faces: list[Polygon], dice: Random) -> list[LineString]:
    """The streets that cut the faces into blocks; none crosses the river."""
    junctions = [Point(spot) for road in ROADS for spot in (road.spots[0], road.spots[-1])]
    return [
        line
        for face in faces
        if not face.intersects(_river())
        for line in streets_within(face, junctions, dice)
    ]


def _style_of(face: Polygon) -> Style:
    middle = face.representative_point()
    style = quarter_at(middle.x, middle.y).style
    return "bank" if face.intersects(_river()) and style != "wood" else style


def _stretches(faces: list[Polygon], drawn: list[Stretch]) -> list[Stretch]:
    """The boundaries of all faces, each piece as the road it is a piece of."""
    rings = shapely.union_all([face.exterior for face in faces])
    pieces = shapely.get_parts(shapely.line_merge(shapely.node(rings)))
    tree = STRtree([road.line for road in drawn])
    stretches = []
    for piece in sorted(pieces, key=lambda piece: piece.coords[:]):
        middle = piece.interpolate(0.5, normalized=True)
        near = tree.query(middle, predicate="dwithin", distance=_ON_THE_LINE_M)
        if len(near):
            road = drawn[int(min(near))]
            stretches.append(Stretch(piece, road.street_class, road.name))
        else:
            in_works = quarter_at(middle.x, middle.y).style == "works"
            street_class = StreetClass.SERVICE if in_works else StreetClass.RESIDENTIAL
            stretches.append(Stretch(piece, street_class, ""))
    return stretches
