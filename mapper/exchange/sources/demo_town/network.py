"""The street network: main roads as drawn, and the blocks between them cut into smaller ones."""

from dataclasses import dataclass
from random import Random

import shapely
from shapely import LineString, Point, Polygon, STRtree

from mapper.exchange.sources.demo_town import plan
from mapper.exchange.sources.demo_town.blocks import quarter_at, streets_within
from mapper.exchange.sources.demo_town.curves import smooth
from mapper.exchange.sources.demo_town.island import town_bend
from mapper.exchange.sources.demo_town.plan import Style
from mapper.vocabulary import StreetClass

_GRID_M = 0.01
_VERTEX_EVERY_M = 12.0


@dataclass(frozen=True, slots=True)
class Edge:
    """A piece of street between two junctions; `name` only where the plan names it."""

    line: LineString
    street_class: StreetClass
    name: str


@dataclass(frozen=True, slots=True)
class Block:
    """The ground between streets, and how its quarter builds."""

    shape: Polygon
    style: Style


@dataclass(frozen=True, slots=True)
class Network:
    """All streets, piece by piece, and all ground between them."""

    edges: list[Edge]
    blocks: list[Block]


def make_network(seed: str) -> Network:
    """Draw the main roads, cut the faces between them, and bend it all in one."""
    drawn = _drawn_roads()
    lines = [line for _, _, line in drawn]
    junctions = [Point(spot) for road in plan.ROADS for spot in (road.spots[0], road.spots[-1])]
    small: list[LineString] = []
    dice = Random(f"{seed}/blocks")
    river = LineString(smooth(plan.RIVER))
    for face in _faces(lines):
        if not face.intersects(river):
            small += streets_within(face, junctions, dice)
    faces = _faces([*lines, *small])
    bend = town_bend(seed)
    edges = [
        Edge(bend.of(shapely.segmentize(edge.line, _VERTEX_EVERY_M)), edge.street_class, edge.name)
        for edge in _edges(faces, drawn)
    ]
    blocks = []
    for face in faces:
        middle = face.representative_point()
        shape = bend.of(shapely.segmentize(face, _VERTEX_EVERY_M))
        blocks.append(Block(shape, quarter_at(middle.x, middle.y).style))
    return Network(edges, blocks)


def _drawn_roads() -> list[tuple[str, StreetClass, LineString]]:
    """The roads of the plan, and the streets along the river."""
    drawn = [(road.name, road.street_class, LineString(smooth(road.spots))) for road in plan.ROADS]
    river = LineString(smooth(plan.RIVER))
    for name, aside in plan.BANK_ROADS:
        drawn.append((name, StreetClass.RESIDENTIAL, river.offset_curve(aside)))
    return drawn


def _faces(lines: list[LineString]) -> list[Polygon]:
    """The ground between lines; what ends blindly bounds nothing and is left out."""
    noded = shapely.union_all(lines, grid_size=_GRID_M)
    faces = shapely.get_parts(shapely.polygonize(list(shapely.get_parts(noded))))
    return sorted(faces, key=lambda face: face.centroid.coords[0])


def _edges(faces: list[Polygon], drawn: list[tuple[str, StreetClass, LineString]]) -> list[Edge]:
    """The boundaries of all faces, each piece with the class of the road it is a piece of."""
    rings = shapely.union_all([face.exterior for face in faces])
    pieces = shapely.get_parts(shapely.line_merge(shapely.node(rings)))
    tree = STRtree([line for _, _, line in drawn])
    edges = []
    for piece in sorted(pieces, key=lambda piece: piece.coords[:]):
        middle = piece.interpolate(0.5, normalized=True)
        near = tree.query(middle, predicate="dwithin", distance=0.4)
        if len(near):
            name, street_class, _ = drawn[int(min(near))]
            edges.append(Edge(piece, street_class, name))
        else:
            edges.append(Edge(piece, StreetClass.RESIDENTIAL, ""))
    return edges
