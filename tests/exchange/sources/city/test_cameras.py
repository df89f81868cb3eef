"""Tests of the cameras of one block: every word there is, and each as its post has it."""

from collections.abc import Sequence

import numpy as np
import pytest

from mapper.exchange.sources.city import cameras as made
from mapper.exchange.sources.city.cameras import CityCameras
from mapper.exchange.sources.city.position import MIDDLE_LAT, MIDDLE_LON
from mapper.exchange.sources.city.posts import POSTS


@pytest.mark.parametrize(
    ("column", "words"),
    [
        ("kind", made.KINDS),
        ("mount", made.MOUNTS),
        ("scope", made.SCOPES),
        ("zone", made.ZONES),
        ("face", made.ANSWERS),
        ("plate", made.ANSWERS),
        ("sign", made.ANSWERS),
        ("lifecycle", made.LIFECYCLES),
        ("maker", made.MAKERS),
        ("post", POSTS),
    ],
)
def test_every_word_comes(cameras: CityCameras, column: str, words: Sequence[object]) -> None:
    assert set(np.unique(getattr(cameras, column)).tolist()) == set(range(len(words)))


@pytest.mark.parametrize(
    ("column", "aspect", "words"),
    [
        ("kind", "kinds", made.KINDS),
        ("mount", "mounts", made.MOUNTS),
        ("zone", "zones", made.ZONES),
    ],
)
def test_every_camera_is_as_its_post_has_it(
    cameras: CityCameras, column: str, aspect: str, words: Sequence[object]
) -> None:
    for number, post in enumerate(POSTS):
        codes = np.unique(getattr(cameras, column)[cameras.post == number])
        assert {words[code] for code in codes} <= set(getattr(post, aspect))


def test_heights_and_tilts_are_known_of_some(cameras: CityCameras) -> None:
    known = ~np.isnan(cameras.height_m)
    assert 0.3 < known.mean() < 0.5
    low, high = np.array([post.height_m for post in POSTS])[cameras.post].T
    assert (cameras.height_m[known] >= low[known] - 0.5).all()
    assert (cameras.height_m[known] <= high[known] + 0.5).all()
    tilts = cameras.tilt_deg[~np.isnan(cameras.tilt_deg)]
    assert -90 <= tilts.min() < tilts.max() <= 0


def test_they_lie_in_the_city(cameras: CityCameras) -> None:
    assert len(cameras) == len(cameras.lonlat)
    assert np.abs(cameras.lonlat - [MIDDLE_LON, MIDDLE_LAT]).max() < 0.3


def test_hardly_any_two_are_at_one_point_and_many_are_near_another(cameras: CityCameras) -> None:
    assert len(np.unique(cameras.lonlat, axis=0)) > 0.999 * len(cameras)
    squares = np.unique(np.round(cameras.lonlat, 5), axis=0)
    assert len(squares) < 0.97 * len(cameras)
