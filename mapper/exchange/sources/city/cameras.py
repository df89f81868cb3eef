"""The cameras of the city as columns, a block at a time: the same number, the same camera."""

from dataclasses import dataclass

import numpy as np
from numpy.random import Generator

from mapper.exchange.sources.city.dice import Loaded
from mapper.exchange.sources.city.histories import Histories, histories
from mapper.exchange.sources.city.looks import LOOKS, Facings, facings_of
from mapper.exchange.sources.city.operators import operators_of
from mapper.exchange.sources.city.position import on_earth
from mapper.exchange.sources.city.posts import POSTS
from mapper.exchange.sources.city.stands import STANDS, Lines, stood
from mapper.exchange.sources.city.streets import CLASSES
from mapper.geometry.arrays import F64, I64, U8
from mapper.vocabulary import Answer, Kind, Lifecycle, Mount, Scope

KINDS, MOUNTS, SCOPES = tuple(Kind), tuple(Mount), tuple(Scope)
ANSWERS, LIFECYCLES = tuple(Answer), tuple(Lifecycle)
ZONES = tuple(sorted({zone for post in POSTS for zone in post.zones}))
MAKERS = ("", "Heron Vision (invented)", "Lynx Optics (invented)", "Owl Works (invented)")
"""What the numbers in columns of words mean."""

_MAKER_WEIGHTS = dict(zip(MAKERS, (88.0, 6.0, 4.0, 2.0), strict=True))
_DISUSED_WEIGHTS = {Lifecycle.IN_USE: 98.0, Lifecycle.DISUSED: 2.0}
_HEIGHT_SHARE, _TILT_SHARE = 0.4, 0.1
_TILT_DEG = (-35, 1)
_NUMBERED_SHARE, _BUILT_SHARE = 0.1, 0.15
_OLDER_YEARS = 9

_KIND = Loaded.of([post.kinds for post in POSTS], KINDS)
_MOUNT = Loaded.of([post.mounts for post in POSTS], MOUNTS)
_SCOPE = Loaded.of([post.scopes for post in POSTS], SCOPES)
_FACE = Loaded.of([post.faces for post in POSTS], ANSWERS)
_PLATE = Loaded.of([post.plates for post in POSTS], ANSWERS)
_SIGN = Loaded.of([post.signs for post in POSTS], ANSWERS)
_ZONE = Loaded.of([post.zones for post in POSTS], ZONES)
_STAND = Loaded.of([post.stands for post in POSTS], STANDS)
_LOOK = Loaded.of([post.looks for post in POSTS], LOOKS)
_MAKER = Loaded.of([_MAKER_WEIGHTS], MAKERS)
_LIFECYCLE = Loaded.of([_DISUSED_WEIGHTS], LIFECYCLES)
_POST = Loaded.of(
    [{number: post.streets[one] for number, post in enumerate(POSTS)} for one in CLASSES],
    range(len(POSTS)),
)
_HEIGHTS = np.array([post.height_m for post in POSTS])


@dataclass(frozen=True, slots=True)
class CityCameras:
    """One camera in each row, told by `number`; words by their numbers in the tuples above.

    `lonlat` is in degrees, `height_m` in metres and `tilt_deg` in degrees above the horizon, NaN
    where nobody knows. `built_before` is how many years before it was first seen a camera was put
    up, -1 where nobody knows; `numbered` is 1 where it bears a number.
    """

    number: I64
    street: I64
    post: U8
    lonlat: F64
    kind: U8
    mount: U8
    scope: U8
    zone: U8
    face: U8
    plate: U8
    sign: U8
    lifecycle: U8
    maker: U8
    operator: I64
    height_m: F64
    tilt_deg: F64
    facings: Facings
    history: Histories
    built_before: I64
    numbered: U8

    def __len__(self) -> int:
        return len(self.number)


def make_cameras(lines: Lines, first: int, street: I64, dice: Generator) -> CityCameras:
    """One camera on each of `street`, with numbers from `first` on."""
    count, streets = len(street), lines.streets
    post = _POST.thrown(dice, streets.street_class[street].astype(np.int64))
    rows, alike = post.astype(np.int64), np.zeros(count, np.int64)
    kind = _KIND.thrown(dice, rows)
    at = stood(lines, street, _STAND.thrown(dice, rows), dice)
    low, high = _HEIGHTS[rows].T
    tall = np.round(dice.uniform(low, high) * 2) / 2
    tilt = dice.integers(*_TILT_DEG, count).astype(np.float64)
    years = dice.integers(0, _OLDER_YEARS, count)
    return CityCameras(
        number=first + np.arange(count),
        street=street,
        post=post,
        lonlat=on_earth(at.spots),
        kind=kind,
        mount=_MOUNT.thrown(dice, rows),
        scope=_SCOPE.thrown(dice, rows),
        zone=_ZONE.thrown(dice, rows),
        face=_FACE.thrown(dice, rows),
        plate=_PLATE.thrown(dice, rows),
        sign=_SIGN.thrown(dice, rows),
        lifecycle=_LIFECYCLE.thrown(dice, alike),
        maker=_MAKER.thrown(dice, alike),
        operator=operators_of(post, streets.quarter[street], dice),
        height_m=np.where(dice.random(count) < _HEIGHT_SHARE, tall, np.nan),
        tilt_deg=np.where(dice.random(count) < _TILT_SHARE, tilt, np.nan),
        facings=facings_of(_LOOK.thrown(dice, rows), kind, KINDS, at, dice),
        history=histories(count, dice),
        built_before=np.where(dice.random(count) < _BUILT_SHARE, years, -1),
        numbered=(dice.random(count) < _NUMBERED_SHARE).astype(np.uint8),
    )
