"""Many cameras look where each of them alone looks."""

from math import isnan

import numpy as np
import pytest

from mapper.coverage.block import Cameras
from mapper.coverage.eyes import Gaze, sectors_of
from mapper.coverage.inputs import read_cameras
from mapper.coverage.looks import VARIANTS, looks_of
from mapper.geometry import Box
from mapper.vocabulary import Facing
from tests.factories.cameras import HERE, SEEN_ON
from tests.factories.towns import Town

pytestmark = pytest.mark.django_db

WIDE = Box(HERE[0] - 1, HERE[1] - 1, HERE[0] + 1, HERE[1] + 1)


def known(value: float) -> float | None:
    return None if isnan(value) else float(value)


def gaze(cameras: Cameras, camera: int) -> Gaze:
    own = np.flatnonzero(cameras.facing_of == camera)
    facings = [Facing(cameras.bearing[one], known(cameras.opening[one])) for one in own]
    height, tilt = known(cameras.height_m[camera]), known(cameras.tilt_deg[camera])
    return Gaze(bool(cameras.all_round[camera]), facings, height, tilt)


def test_looks_are_the_sectors_of_each_camera() -> None:
    town = Town(np.random.default_rng(1))
    for _ in range(60):
        town.camera()
    cameras = read_cameras([WIDE], SEEN_ON)
    looks = looks_of(cameras)
    assert np.all(np.diff(looks.camera) >= 0)
    for camera in range(len(cameras)):
        for number, variant in enumerate(VARIANTS):
            own = (looks.camera == camera) & (looks.variant == number)
            names = ("bearing", "opening", "near_m", "far_m", "share")
            found = np.column_stack([getattr(looks, name)[own] for name in names])
            expected = [one for one in sectors_of(gaze(cameras, camera), *variant) if one.far_m > 0]
            np.testing.assert_allclose(found, np.array(expected).reshape(-1, 5))


def test_eyes_stand_where_their_cameras_stand() -> None:
    Town(np.random.default_rng(2)).camera()
    cameras = read_cameras([WIDE], SEEN_ON)
    looks = looks_of(cameras)
    eyes = looks.eyes(cameras)
    assert np.array_equal(eyes.lonlat, cameras.lonlat[looks.camera])
    assert len(eyes.indoors) == len(looks.far_m)


def test_no_cameras_look_nowhere() -> None:
    assert len(looks_of(read_cameras([WIDE], SEEN_ON)).camera) == 0
