"""The view of one eye, exact to the last corner of every wall: for a camera's own page."""

from typing import NamedTuple

import numpy as np
import shapely
from shapely import MultiPolygon, Polygon

from mapper.geometry.arrays import floats, integers
from mapper.geometry.planes import Plane
from mapper.geometry.views.envelopes import exact_horizon
from mapper.geometry.views.eyes import Eyes
from mapper.geometry.views.horizons import walls_around
from mapper.geometry.views.rings import HAIR_M, rings_of
from mapper.geometry.views.standpoints import NOWHERE, rows_of, standpoints_of
from mapper.geometry.views.wall_index import index_of
from mapper.geometry.views.walls import Walls

_CHORD = 1.0
"""Degrees of an arc between two corners, so that it looks round."""


class View(NamedTuple):
    """The ground seen in degrees (empty where nothing is), its area, and the share walls took."""

    shape: Polygon | MultiPolygon
    area_m2: float
    cut: float


def exact_view(
    lon: float,
    lat: float,
    bearing: float,
    opening: float,
    near_m: float,
    far_m: float,
    *,
    indoors: bool,
    walls: Walls,
) -> View:
    """Give the ground that one eye sees, by the rules of `views_of` and without its directions."""
    eye = Eyes(
        camera=integers([0]),
        lonlat=floats([[lon, lat]]),
        bearing=floats([bearing]),
        opening=floats([opening]),
        near_m=floats([near_m]),
        far_m=floats([far_m]),
        indoors=np.array([indoors]),
    )
    index, rows = index_of(walls), rows_of(eye)
    points = standpoints_of(rows, index)
    if points.mode[0] == NOWHERE:
        return View(Polygon(), 0.0, 0.0)
    pieces = exact_horizon(walls_around(index, points))
    views = rings_of(rows, points, pieces, _CHORD)
    if not len(views.lonlat):
        return View(Polygon(), 0.0, float(views.cut[0]))
    ring = Polygon(views.lonlat)
    shape = _without_hairs(ring, Plane(lon, lat)) if near_m > 0 else ring
    return View(shape, float(views.area_m2[0]), float(views.cut[0]))


def _without_hairs(shape: Polygon, plane: Plane) -> Polygon | MultiPolygon:
    """A shape without the hairs that hold its parts together along the near limit."""
    flat = plane.flat(shape)
    hair = 2 * HAIR_M
    parts = flat.buffer(-hair, join_style="mitre").buffer(hair, join_style="mitre")
    return shapely.transform(parts, plane.unfold)
