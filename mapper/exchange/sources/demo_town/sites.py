"""Landmarks on their sites, squares and car parks, before any house is built."""

from dataclasses import dataclass, field

import shapely
import shapely.affinity
from shapely import LineString, Point, Polygon
from shapely.geometry.base import BaseGeometry

from mapper.exchange.sources.demo_town.curves import Bend
from mapper.exchange.sources.demo_town.island import largest
from mapper.exchange.sources.demo_town.lots import StreetRoom
from mapper.exchange.sources.demo_town.parts import Block, House, Surface
from mapper.exchange.sources.demo_town.plan import landmarks as drawn
from mapper.exchange.sources.demo_town.plan.words import Campus, Landmark
from mapper.exchange.sources.demo_town.rectangles import long_axis, placed, rectangle_at
from mapper.vocabulary import GroundKind

_BESIDE_RAILS_M = 12.0
_WING_M = 13.0
_ROUND_A_YARD = {"school", "hospital"}
_BACK_SHARE = 0.2
"""How far a supermarket stands from the middle of its block, of the block's length."""


@dataclass(slots=True)
class Sites:
    """What is built on sites of its own, and the ground that nothing else may stand on."""

    houses: list[House] = field(default_factory=list)
    surfaces: list[Surface] = field(default_factory=list)
    kept_free: list[BaseGeometry] = field(default_factory=list)

    def surface(self, name: str) -> Polygon:
        """The ground with this name; raises `StopIteration` where there is none."""
        return next(largest(one.shape) for one in self.surfaces if one.name == name)


def make_sites(bend: Bend, room: StreetRoom, blocks: list[Block], railway: LineString) -> Sites:
    """Place everything the plan names."""
    sites = Sites()
    for campus in drawn.CAMPUSES:
        block = next(one for one in blocks if one.shape.contains(bend.of(Point(campus.spot))))
        _add_campus(sites, campus, max(room.lots(block.shape), key=lambda lot: lot.area))
    for landmark in drawn.LANDMARKS:
        sites.houses.append(House(_outline(landmark, bend), landmark.height_m, landmark.use))
        sites.kept_free.append(placed(landmark.box, bend, margin=landmark.margin_m))
    for spot in drawn.STATIONS:
        _add_station(sites, bend.of(Point(spot)), railway)
    for name, rectangle in drawn.SQUARES:
        sites.surfaces.append(Surface(GroundKind.BUILT, name, placed(rectangle, bend)))
    for rectangle in drawn.CAR_PARKS:
        sites.surfaces.append(Surface(GroundKind.BUILT, "", placed(rectangle, bend)))
    sites.kept_free += [surface.shape for surface in sites.surfaces]
    return sites


def _add_campus(sites: Sites, campus: Campus, lot: Polygon) -> None:
    """A building that lies as its block lies, as large as fits, and the ground around it."""
    axis = long_axis(lot)
    middle = lot.centroid
    if campus.use == "supermarket":
        half = rectangle_at(middle, (axis.length * _BACK_SHARE * 2, 1), axis.turned)
        middle = Point(half.exterior.coords[0])
    outline = _fitted(rectangle_at(middle, campus.size, axis.turned), lot, campus)
    if campus.use in _ROUND_A_YARD:
        outline = largest(outline.difference(outline.buffer(-_WING_M, join_style="mitre")))
    if campus.use == "church":
        outline = largest(outline.union(_across(outline, axis.turned)))
    sites.houses.append(House(outline, campus.height_m, campus.use))
    sites.surfaces.append(Surface(campus.ground, campus.name, lot))


def _fitted(outline: Polygon, lot: Polygon, campus: Campus) -> Polygon:
    """The outline, or the largest of the same proportions that its lot can hold."""
    for share in (1.0, 0.9, 0.8, 0.7, 0.6, 0.5):
        smaller = shapely.affinity.scale(outline, share, share)
        if lot.buffer(-2).contains(smaller):
            return smaller
    raise ValueError(f"the block at {campus.spot} has no room for a {campus.use}")


def _across(outline: Polygon, turned: float) -> Polygon:
    """The aisle that makes a church a cross."""
    half = outline.length / 2
    return rectangle_at(outline.centroid, (half * 0.18, half * 0.48), turned)


def _outline(landmark: Landmark, bend: Bend) -> Polygon:
    """A rectangle, or the round of a lighthouse."""
    outline = placed(landmark.box, bend)
    if landmark.use == "lighthouse":
        return outline.centroid.buffer(landmark.box.size[0] / 2)
    return outline


def _add_station(sites: Sites, near: Point, railway: LineString) -> None:
    """A station house along the railway, on the side of the spot."""
    at = railway.project(near)
    stop, ahead = railway.interpolate(at), railway.interpolate(at + 8)
    turned = long_axis(LineString([stop, ahead]).buffer(1)).turned
    away = _BESIDE_RAILS_M / stop.distance(near)
    middle = Point(stop.x + (near.x - stop.x) * away, stop.y + (near.y - stop.y) * away)
    outline = rectangle_at(middle, drawn.STATION_SIZE_M, turned)
    sites.houses.append(House(outline, 8.0, "station"))
    sites.kept_free.append(outline.buffer(5))
