"""Where many cameras look: a row for each sector, in each scenario and for each detail."""

from dataclasses import dataclass

import numpy as np

from mapper.coverage.block import Cameras
from mapper.coverage.eyes import Gaze, sectors_of
from mapper.coverage.records import DETAILS, SCENARIOS
from mapper.geometry.arrays import F64, I64, Flags
from mapper.geometry.views import Eyes
from mapper.vocabulary import Facing
from mapper.vocabulary.compass import FULL_TURN

VARIANTS = tuple((scenario, detail) for scenario in SCENARIOS for detail in DETAILS)
"""Every scenario with every detail, in the order of the axes of a cell's metres."""
_UNKNOWN = -1e9
"""In place of NaN, which equals nothing, also not itself."""


@dataclass(frozen=True, slots=True)
class Looks:
    """Sectors by camera and variant.

    `camera` is a place among the cameras, `variant` one in `VARIANTS`, and `share` how likely it
    is that the camera looks at a point in the sector.
    """

    camera: I64
    variant: I64
    bearing: F64
    opening: F64
    near_m: F64
    far_m: F64
    share: F64

    def only(self, keep: Flags | I64) -> "Looks":
        """Some of them."""
        return Looks(*(getattr(self, name)[keep] for name in self.__slots__))

    def eyes(self, cameras: Cameras) -> Eyes:
        """The rows as they are cut by walls."""
        return Eyes(
            camera=self.camera,
            lonlat=cameras.lonlat[self.camera],
            bearing=self.bearing,
            opening=self.opening,
            near_m=self.near_m,
            far_m=self.far_m,
            indoors=cameras.indoors[self.camera],
        )


def looks_of(cameras: Cameras) -> Looks:
    """Where cameras look, camera by camera; sectors without any ground are left out."""
    parts = [_variant(cameras, number) for number in range(len(VARIANTS))]
    looks = Looks(
        *(np.concatenate([getattr(part, name) for part in parts]) for name in Looks.__slots__)
    )
    looks = looks.only(np.lexsort((looks.variant, looks.camera)))
    return looks.only(looks.far_m > 0)


def _variant(cameras: Cameras, number: int) -> Looks:
    """Every sector of one variant: a row for each facing, and for each camera without any."""
    faced = np.flatnonzero(~cameras.all_round[cameras.facing_of])
    round_about = np.flatnonzero(cameras.all_round | cameras.facing_unknown)
    camera = np.concatenate((cameras.facing_of[faced], round_about))
    none = np.full(len(round_about), np.nan)
    kinds = np.column_stack(
        (
            cameras.all_round[camera],
            np.append(np.ones(len(faced)), np.zeros(len(round_about))),
            np.append(cameras.opening[faced], none),
            cameras.height_m[camera],
            cameras.tilt_deg[camera],
        )
    )
    # Few sorts of cameras there are, however many cameras.
    kinds, sort = np.unique(np.nan_to_num(kinds, nan=_UNKNOWN), axis=0, return_inverse=True)
    sectors = np.array([_sector(kind, number) for kind in kinds.tolist()]).reshape(-1, 4)
    opening, near_m, far_m, share = sectors[sort.reshape(-1)].T
    bearing = np.append(cameras.bearing[faced], none)
    return Looks(
        camera=camera,
        variant=np.full(len(camera), number),
        bearing=np.where(opening < FULL_TURN, bearing, 0.0),
        opening=opening,
        near_m=near_m,
        far_m=far_m,
        share=share,
    )


def _sector(kind: list[float], number: int) -> tuple[float, float, float, float]:
    """Opening, limits and share of one sort of camera; without reach where it looks nowhere."""
    all_round, faced, opening, height_m, tilt_deg = kind
    facings = (Facing(0.0, _known(opening)),) if faced else ()
    gaze = Gaze(bool(all_round), facings, _known(height_m), _known(tilt_deg))
    for sector in sectors_of(gaze, *VARIANTS[number]):
        return sector.opening, sector.near_m, sector.far_m, sector.share
    return FULL_TURN, 0.0, 0.0, 0.0


def _known(value: float) -> float | None:
    return None if value == _UNKNOWN else value
