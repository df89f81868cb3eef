"""Visibility polygons by VisiLibity, a library that others wrote; installed by script/bench."""

from collections.abc import Sequence

import pytest
import shapely
from shapely import Polygon, box
from shapely.geometry.base import BaseGeometry

_EPSILON = 1e-7


def seen_by_visilibity(buildings: Sequence[Polygon], far: float, span: float) -> BaseGeometry:
    """What is seen from the middle among buildings that do not touch, up to a distance."""
    visilibity = pytest.importorskip(
        "visilibity", reason="VisiLibity is not installed: script/bench views does that"
    )
    rings = [box(-span, -span, span, span), *buildings]
    shapes = []
    for number, ring in enumerate(rings):
        # The outer ring runs against the clock, holes in it with it.
        turned = shapely.orient_polygons(ring, exterior_cw=number > 0)
        corners = shapely.get_coordinates(turned)[:-1]
        shapes.append(visilibity.Polygon([visilibity.Point(x, y) for x, y in corners]))
    environment = visilibity.Environment(shapes)
    assert environment.is_valid(_EPSILON)
    seen = visilibity.Visibility_Polygon(visilibity.Point(0, 0), environment, _EPSILON)
    outline = Polygon([(seen[i].x(), seen[i].y()) for i in range(seen.n())])
    return shapely.Point(0, 0).buffer(far, quad_segs=360).intersection(outline)
