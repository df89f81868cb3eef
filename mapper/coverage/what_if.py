"""What would be in view of a place with other cameras: some gone, some that are proposed."""

from collections.abc import Collection, Sequence
from dataclasses import asdict, dataclass, replace
from datetime import date

import numpy as np
import shapely
from shapely.geometry.base import BaseGeometry

from mapper.cameras.models import Camera, Operator
from mapper.cameras.querysets import CameraQuerySet
from mapper.coverage.block import Block, Cameras, Places, areas_of, shapes_of
from mapper.coverage.compute import parts_of
from mapper.coverage.figures import Figures
from mapper.coverage.inputs import (
    CAMERA_FIELDS,
    cameras_of,
    read_cameras,
    read_looked,
    read_outlines,
    read_sensitive,
    read_streets,
)
from mapper.coverage.sums import area_km2, summed, vintage_of
from mapper.geometry import Box
from mapper.geometry.areas_of_points import areas_of_points
from mapper.geometry.arrays import F64
from mapper.geometry.cells import cells_touching
from mapper.geometry.distances import box_beyond
from mapper.geometry.views import walls_of
from mapper.places.models import Place
from mapper.settings import limits
from mapper.vocabulary import Answer, Facing, Kind, OperatorType, Scope, Selection, State

NOTHING_CHOSEN = Selection()
_REACH = limits.VIEW_REACH_MAX_M


@dataclass(frozen=True, slots=True, kw_only=True)
class ProposedCamera:
    """A camera that somebody thinks of hanging up; what is not said is not known."""

    lon: float
    lat: float
    kind: Kind = Kind.UNKNOWN
    facings: tuple[Facing, ...] = ()
    height_m: float | None = None
    tilt_deg: float | None = None
    operator_type: OperatorType = OperatorType.UNKNOWN
    face_recognition: Answer = Answer.UNKNOWN
    scope: Scope = Scope.UNKNOWN


@dataclass(frozen=True, slots=True)
class WhatIf:
    """The figures of a place as it is and as it would be, and how many cameras make that.

    Of those removed some stand `beside` the place, from where they may see into it.
    """

    before: Figures
    after: Figures
    removed: int
    beside: int
    added: int


def what_if(
    place: Place,
    today: date,
    *,
    without: Collection[int] = (),
    without_operator: Operator | None = None,
    without_selection: Selection = NOTHING_CHOSEN,
    proposed: Sequence[ProposedCamera] = (),
) -> WhatIf:
    """Work out the figures of a place as they are today, and without and with some cameras.

    Nothing is stored, and nothing stored is read: both are computed from what is on record now.
    A selection that narrows nothing takes nothing away. A proposed camera counts as confirmed, for
    whoever proposes it would know.
    """
    box, boundary = Box(*place.boundary.extent), shapely.from_wkb(bytes(place.boundary.wkb))
    around = Camera.objects.public().in_box(box_beyond(box, _REACH))
    gone = set(without)
    if without_operator is not None:
        gone |= _numbers(around.filter(operator=without_operator))
    if not without_selection.is_empty:
        gone |= _numbers(around.matching(without_selection, today))
    block = _block_of(place.pk, boundary, box, today)
    kept = ~np.isin(block.cameras.pk, list(gone))
    cameras = block.cameras.only(kept).joined(_proposed(proposed, today))
    cells = np.union1d(block.cells, cameras.cell)
    vintage_on = vintage_of(boundary) or place.ground.vintage_on
    told = {"area_km2": area_km2(boundary), "ground_vintage_on": str(vintage_on)}

    def figures(of: Block) -> Figures:
        return Figures.read(today, summed(parts_of(of)) | told)

    return WhatIf(
        before=figures(block),
        after=figures(replace(block, cells=cells, cameras=cameras)),
        removed=int((~kept).sum()),
        beside=_beside(boundary, block.cameras.lonlat[~kept]),
        added=len(proposed),
    )


def _beside(boundary: BaseGeometry, lonlat: F64) -> int:
    """How many points lie neither in a place nor on its border."""
    return len(lonlat) - len(areas_of_points(lonlat, areas_of(shapes_of([boundary.wkb]))).point)


def _numbers(cameras: CameraQuerySet) -> set[int]:
    return set(cameras.values_list("pk", flat=True))


def _block_of(place: int, boundary: BaseGeometry, box: Box, today: date) -> Block:
    """A place with all that bears on its figures; five queries."""
    streets, cameras = read_streets(box), read_cameras([box_beyond(box, _REACH)], today)
    outlines = read_outlines([box_beyond(box, 2 * _REACH)])
    over = np.array(cells_touching(box, limits.COVERAGE_CELL_ZOOM))
    cells = np.unique(np.concatenate((over, streets.cell, cameras.cell)))
    return Block(
        cells=cells,
        streets=streets,
        cameras=cameras,
        walls=walls_of(list(outlines))[0],
        places=Places(np.array([place]), shapes_of([boundary.wkb])),
        sensitive=read_sensitive(box, cells, outlines),
        looked=read_looked(box),
    )


def _proposed(proposed: Sequence[ProposedCamera], today: date) -> Cameras:
    """Cameras that are not there yet, numbered from -1 downwards."""
    rows = []
    for number, camera in enumerate(proposed, start=1):
        told = asdict(camera) | {
            "pk": -number,
            "wkb": shapely.Point(camera.lon, camera.lat).wkb,
            "state": State.CONFIRMED,
            "last_seen_on": today,
        }
        rows.append([told[name] for name in CAMERA_FIELDS])
    return cameras_of(rows, today)
