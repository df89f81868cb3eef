"""The six wards, which tile the town exactly."""

from dataclasses import dataclass

import shapely
from shapely import LineString, Point, Polygon

from mapper.exchange.sources.demo_town.curves import Bend, smooth
from mapper.exchange.sources.demo_town.plan.wards import WARD_LINES, WARDS
from mapper.exchange.sources.demo_town.plan.words import Ward


@dataclass(frozen=True, slots=True)
class WardArea:
    """A ward of the plan and its ground in metres."""

    ward: Ward
    shape: Polygon
    label_spot: Point


def make_wards(bounds: Polygon, bend: Bend) -> list[WardArea]:
    """Cut the town along the ward lines; raises `ValueError` where a piece is nobody's."""
    lines = [bend.of(LineString(smooth(spots))) for spots in WARD_LINES]
    noded = shapely.union_all([bounds.exterior, *lines], grid_size=0.01)
    pieces = [
        piece
        for piece in shapely.get_parts(shapely.polygonize(list(shapely.get_parts(noded))))
        if bounds.contains(piece.representative_point())
    ]
    if len(pieces) != len(WARDS):
        raise ValueError(f"the ward lines cut the town into {len(pieces)} pieces")
    return [_ward_area(ward, pieces, bend.of(Point(ward.spot))) for ward in WARDS]


def _ward_area(ward: Ward, pieces: list[Polygon], spot: Point) -> WardArea:
    return WardArea(ward, next(piece for piece in pieces if piece.contains(spot)), spot)
