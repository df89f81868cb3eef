"""The six wards, which tile the island exactly."""

from dataclasses import dataclass

import shapely
from shapely import LineString, Point, Polygon

from mapper.exchange.sources.demo_town import plan
from mapper.exchange.sources.demo_town.curves import Bend, smooth


@dataclass(frozen=True, slots=True)
class WardArea:
    """A ward of the plan and its ground in metres."""

    ward: plan.Ward
    shape: Polygon
    label_spot: Point


def make_wards(land: Polygon, bend: Bend) -> list[WardArea]:
    """Cut the island along the ward lines; raises `ValueError` where a piece is nobody's."""
    lines = [bend.of(LineString(smooth(spots))) for spots in plan.WARD_LINES]
    noded = shapely.union_all([land.exterior, *lines], grid_size=0.01)
    pieces = [
        piece
        for piece in shapely.get_parts(shapely.polygonize(list(shapely.get_parts(noded))))
        if land.contains(piece.representative_point())
    ]
    if len(pieces) != len(plan.WARDS):
        raise ValueError(f"the ward lines cut the island into {len(pieces)} pieces")
    return [_ward_area(ward, pieces, bend.of(Point(ward.spot))) for ward in plan.WARDS]


def _ward_area(ward: plan.Ward, pieces: list[Polygon], spot: Point) -> WardArea:
    return WardArea(ward, next(piece for piece in pieces if piece.contains(spot)), spot)
