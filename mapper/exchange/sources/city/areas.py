"""The city's areas: the ground it stands on, its rivers, and its wards and districts."""

from dataclasses import dataclass

import numpy as np
import shapely
from shapely import MultiPolygon, Polygon
from shapely.geometry.base import BaseGeometry

from mapper.exchange.sources.city.plan import Plan
from mapper.exchange.sources.city.streets import CityStreets
from mapper.geometry.arrays import I64

QUARTERS_A_DISTRICT = 4
_AROUND_M = 900.0
_SEEN_TO_M = 3_000.0


@dataclass(frozen=True, slots=True)
class Areas:
    """Areas in metres; a ward for each quarter, in the order of quarters, and their districts.

    `district` is the number of each ward's district. Wards tile the city exactly.
    """

    land: BaseGeometry
    rivers: list[BaseGeometry]
    wards: list[BaseGeometry]
    district: I64
    districts: list[BaseGeometry]


def make_areas(plan: Plan, streets: CityStreets) -> Areas:
    """Draw the areas of a city with streets."""
    land = shapely.MultiPoint(streets.spots).convex_hull.buffer(_AROUND_M, quad_segs=12)
    reach = float(np.abs(streets.spots).max()) + _SEEN_TO_M
    rivers = [
        shapely.LineString(course).buffer(half, quad_segs=4).intersection(land)
        for course, half in plan.rivers.courses(reach)
    ]
    wards = [cell.intersection(land) for cell in _cells(plan, land)]
    district = _districts(plan)
    joined = [
        shapely.union_all([ward for ward, mine in zip(wards, district, strict=True) if mine == one])
        for one in range(int(district.max()) + 1)
    ]
    return Areas(land, [one for one in rivers if not one.is_empty], wards, district, joined)


def _cells(plan: Plan, land: BaseGeometry) -> list[BaseGeometry]:
    """The ground nearer to each quarter's middle than to any other's."""
    if len(plan.centres) == 1:
        return [land]
    cells = shapely.voronoi_polygons(
        shapely.MultiPoint(plan.centres), extend_to=land.envelope, ordered=True
    )
    return list(shapely.get_parts(cells))


def _districts(plan: Plan) -> I64:
    """Quarters gathered around some of them, those nearest to the middle of all first."""
    count = -(-len(plan.centres) // QUARTERS_A_DISTRICT)
    hearts = plan.centres[::QUARTERS_A_DISTRICT][:count]
    away = np.hypot(*(plan.centres[:, None] - hearts).transpose(2, 0, 1))
    nearest: I64 = np.argmin(away, axis=1).astype(np.int64)
    return nearest


def as_several(shape: BaseGeometry) -> MultiPolygon:
    """A polygon, or several, as several."""
    parts = [part for part in shapely.get_parts(shape) if isinstance(part, Polygon)]
    return MultiPolygon(parts)
