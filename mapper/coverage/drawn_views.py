"""The views that a map draws: worked out on the fly in the central scenario, and stored nowhere."""

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

import numpy as np
import shapely

from mapper.coverage.inputs import read_cameras, read_walls
from mapper.coverage.looks import VARIANTS, looks_of
from mapper.coverage.records import DETAILS
from mapper.geometry import Box
from mapper.geometry.arrays import I64
from mapper.geometry.distances import box_beyond
from mapper.geometry.views import Views, views_of
from mapper.settings import limits
from mapper.vocabulary import Detail, Scenario, Trait

_LEAST_CORNERS = 3
_BY = {Trait.PUBLIC: "public", Trait.PRIVATE: "private", Trait.UNKNOWN: "unknown"}


class DrawnView(NamedTuple):
    """The ground in one sector of a camera, in degrees, over the date line on beyond 180.

    `share` is how likely the camera looks at a point of it; `assumed` where its kind or the way
    it faces is not known; `by` is `public`, `private` or `unknown`.
    """

    camera: int
    shape: shapely.Polygon
    detail: Detail
    share: float
    assumed: bool
    by: str


def views_in(box: Box, today: date, details: Sequence[Detail] = DETAILS) -> list[DrawnView]:
    """Every view that may reach into a box, detail by detail and then by camera; two queries."""
    near = box_beyond(box, limits.VIEW_REACH_MAX_M)
    cameras = read_cameras([near], today)
    looks = looks_of(cameras)
    wanted = [VARIANTS.index((Scenario.CENTRAL, detail)) for detail in details]
    looks = looks.only(np.isin(looks.variant, wanted))
    if not len(looks.camera):
        return []
    walls = read_walls(box_beyond(near, limits.VIEW_REACH_MAX_M))
    views = views_of(looks.eyes(cameras), walls)
    shown = np.flatnonzero(np.diff(views.starts) >= _LEAST_CORNERS)
    drawn = [
        DrawnView(
            camera=int(cameras.pk[camera]),
            shape=shape,
            detail=VARIANTS[variant][1],
            share=share,
            assumed=not traits & Trait.KNOWN.value,
            by=next(word for trait, word in _BY.items() if traits & trait.value),
        )
        for shape, camera, variant, share, traits in zip(
            polygons_of(views, shown),
            looks.camera[shown].tolist(),
            looks.variant[shown].tolist(),
            looks.share[shown].tolist(),
            cameras.traits[looks.camera[shown]].tolist(),
            strict=True,
        )
    ]
    return sorted(drawn, key=lambda view: details.index(view.detail))


def polygons_of(views: Views, rows: I64) -> list[shapely.Polygon]:
    """Some views as polygons; those that see nothing are left out."""
    ends = zip(views.starts[rows].tolist(), views.starts[rows + 1].tolist(), strict=True)
    return [
        shapely.Polygon(views.lonlat[first:last])
        for first, last in ends
        if last - first >= _LEAST_CORNERS
    ]
