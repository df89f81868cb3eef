"""Lanes outside the blocks and footpaths, each end led to the street or path it starts from."""

import shapely
import shapely.ops
from shapely import LineString, Point

from mapper.exchange.sources.demo_town.curves import Bend, smooth
from mapper.exchange.sources.demo_town.parts import Stretch
from mapper.exchange.sources.demo_town.plan.roads import LANES, PATHS

_REACH_M = 45.0


def lanes_and_paths(streets: list[Stretch], bend: Bend) -> list[Stretch]:
    """All of them, in the order of the plan: later ones may start from earlier ones."""
    lines = [street.line for street in streets]
    added = []
    for road in (*LANES, *PATHS):
        line = _led(bend.of(LineString(smooth(road.spots))), lines)
        lines.append(line)
        added.append(Stretch(line, road.street_class, road.name))
    return added


def _led(line: LineString, lines: list[LineString]) -> LineString:
    """A line with its ends moved onto the nearest of other lines, where one is near."""
    if line.is_ring:
        return line
    network = shapely.union_all(lines)
    coordinates = list(line.coords)
    for side in (0, -1):
        start, _ = shapely.ops.nearest_points(network, Point(coordinates[side]))
        if start.distance(Point(coordinates[side])) < _REACH_M:
            coordinates[side] = start.coords[0]
    return LineString(coordinates)
