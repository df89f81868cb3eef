"""The street that each camera of a list is on, found in one question for all of them."""

from collections.abc import Sequence
from math import cos, radians

import numpy as np
import shapely
from django.contrib.gis.db.models.functions import AsWKB

from mapper.geometry import Box
from mapper.geometry.distances import EARTH_RADIUS_M
from mapper.places.models import Street
from mapper.settings import limits

LonLat = tuple[float, float]


def street_names(points: Sequence[LonLat]) -> list[str]:
    """For each point (degrees) the name of the street it is on, or empty where none is near.

    One query. Where the points lie so far apart that their streets are too many, all are empty.
    """
    if not points:
        return []
    streets = Street.objects.in_box(_box_of(points)).exclude(name="").annotate(wkb=AsWKB("line"))
    rows = list(streets.values_list("name", "wkb")[: limits.LIST_STREETS + 1])
    if not rows or len(rows) > limits.LIST_STREETS:
        return [""] * len(points)
    return _nearest(points, rows)


def _nearest(points: Sequence[LonLat], rows: Sequence[tuple[str, bytes | memoryview]]) -> list[str]:
    """Ask the nearest line of each point, on a plane whose units are metres."""
    north = radians(EARTH_RADIUS_M)
    east = north * cos(radians(points[0][1]))
    names = np.array([name for name, _ in rows], dtype=object)
    lines = shapely.from_wkb([bytes(wkb) for _, wkb in rows])
    tree = shapely.STRtree(shapely.transform(lines, lambda degrees: degrees * (east, north)))
    places = shapely.points(np.array(points) * (east, north))
    asked, found = tree.query_nearest(places, max_distance=limits.ON_STREET_M, all_matches=False)
    answer = [""] * len(points)
    for place, street in zip(asked, found, strict=True):
        answer[place] = names[street]
    return answer


def _box_of(points: Sequence[LonLat]) -> Box:
    """The box around all points, wide enough for the streets beside the outermost."""
    lonlat = np.array(points)
    margin = limits.ON_STREET_M / radians(EARTH_RADIUS_M) * 4
    west, south = lonlat.min(axis=0) - margin
    east, north = lonlat.max(axis=0) + margin
    return Box(max(west, -180.0), max(south, -90.0), min(east, 180.0), min(north, 90.0))
