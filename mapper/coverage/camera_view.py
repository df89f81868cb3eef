"""What one camera sees, cut by the walls around it: for its own page."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

import numpy as np
import shapely
from shapely.geometry.base import BaseGeometry

from mapper.cameras.models import Camera
from mapper.coverage.block import Cameras
from mapper.coverage.drawn_views import polygons_of
from mapper.coverage.inputs import CAMERA_FIELDS, cameras_of, read_walls
from mapper.coverage.looks import VARIANTS, Looks, looks_of
from mapper.geometry import box_around
from mapper.geometry.compiled import I64
from mapper.geometry.planes import Plane
from mapper.geometry.views import Views, views_of
from mapper.vocabulary import Detail, Scenario


@dataclass(frozen=True, slots=True)
class SeenGround:
    """The ground in view in one scenario and detail: its shapes in degrees, and how large it is.

    `area_m2` is expected: a camera that looks somewhere in a circle sees its share of it.
    `cut` is the share of the open ground that walls take.
    """

    shapes: tuple[BaseGeometry, ...] = ()
    area_m2: float = 0.0
    cut: float = 0.0


@dataclass(frozen=True, slots=True)
class CameraView:
    """What one camera sees, scenario by scenario and in either detail; `walls` stand around it."""

    ground: Mapping[tuple[Scenario, Detail], SeenGround]
    walls: int


def view_of(camera: Camera, today: date) -> CameraView:
    """Cut the view of a camera by the buildings around it; one query."""
    row = {name: getattr(camera, name, None) for name in CAMERA_FIELDS}
    row["wkb"] = bytes(camera.location.wkb)
    alone = cameras_of([tuple(row.values())], today)
    looks = looks_of(alone)
    lon, lat = alone.lonlat[0].tolist()
    walls = read_walls(box_around(lon, lat, float(looks.far_m.max(initial=0.0))))
    views = views_of(looks.eyes(alone), walls)
    ground = {
        variant: _ground(alone, looks, views, np.flatnonzero(looks.variant == number))
        for number, variant in enumerate(VARIANTS)
    }
    return CameraView(ground, len(walls.building))


def _ground(camera: Cameras, looks: Looks, views: Views, rows: I64) -> SeenGround:
    """All sectors of a variant together; where two overlap the ground counts once."""
    if not len(rows):
        return SeenGround()
    shapes = polygons_of(views, rows)
    together = Plane(*camera.lonlat[0].tolist()).flat(shapely.union_all(shapes))
    open_m2 = looks.opening[rows] * (looks.far_m[rows] ** 2 - looks.near_m[rows] ** 2)
    return SeenGround(
        shapes=tuple(shapes),
        area_m2=float(looks.share[rows[0]] * together.area),
        cut=float(np.average(views.cut[rows], weights=open_m2)),
    )
