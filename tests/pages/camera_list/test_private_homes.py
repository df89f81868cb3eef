"""Cameras at private homes in the list."""

import pytest

from mapper.geometry import Box
from mapper.pages.camera_list.private_homes import homes_within
from mapper.tiles.index.building import read_all
from mapper.vocabulary import Selection
from tests.factories.cameras import make_camera, make_home_camera

pytestmark = pytest.mark.django_db

WIDE = Box(20, 55, 30, 65)


def test_the_fullest_cell_comes_first_and_single_cameras_are_not_counted() -> None:
    make_home_camera(24.94, 60.17)
    for _ in range(2):
        make_home_camera(24.5, 60.5)
    make_camera()
    homes = homes_within(read_all().index, WIDE, Selection())
    assert [home.count for home in homes.fullest] == [2, 1]
    assert homes.total == 3


def test_a_cell_is_placed_at_its_middle_and_not_at_the_camera() -> None:
    make_home_camera(24.94, 60.17)
    [home] = homes_within(read_all().index, None, Selection()).fullest
    assert (home.lon, home.lat) != (24.94, 60.17)
    assert home.lon == pytest.approx(24.94, abs=0.006)
    assert home.lat == pytest.approx(60.17, abs=0.003)
