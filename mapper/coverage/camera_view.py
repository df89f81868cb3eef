"""What one camera sees, cut exactly by the walls around it: for its own page."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

import numpy as np
import shapely
from shapely.geometry.base import BaseGeometry

from mapper.cameras.models import Camera
from mapper.coverage.block import Cameras
from mapper.coverage.inputs import CAMERA_FIELDS, cameras_of, read_walls
from mapper.coverage.looks import VARIANTS, Looks, looks_of
from mapper.geometry import box_around
from mapper.geometry.planes import Plane
from mapper.geometry.views import Walls, exact_view
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
    ground = {
        variant: _ground(alone, looks.only(looks.variant == number), walls)
        for number, variant in enumerate(VARIANTS)
    }
    return CameraView(ground, len(walls.building))


def _ground(camera: Cameras, looks: Looks, walls: Walls) -> SeenGround:
    """All sectors of a variant together; where two overlap the ground counts once."""
    if not len(looks.camera):
        return SeenGround()
    lon, lat = camera.lonlat[0].tolist()
    sectors = (looks.bearing, looks.opening, looks.near_m, looks.far_m)
    views = [
        exact_view(lon, lat, *sector, indoors=bool(camera.indoors[0]), walls=walls)
        for sector in zip(*(one.tolist() for one in sectors), strict=True)
    ]
    together = shapely.union_all([view.shape for view in views])
    open_m2 = looks.opening * (looks.far_m**2 - looks.near_m**2)
    return SeenGround(
        shapes=tuple(view.shape for view in views),
        area_m2=float(looks.share[0] * Plane(lon, lat).flat(together).area),
        cut=float(np.average([view.cut for view in views], weights=open_m2)),
    )
