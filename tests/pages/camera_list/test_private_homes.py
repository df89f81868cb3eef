"""Cameras at private homes in the list."""

import pytest

from mapper.geometry import Box
from mapper.pages.camera_list.private_homes import homes_within
from mapper.vocabulary import Selection
from tests.factories.cameras import make_camera, make_home_camera

pytestmark = pytest.mark.django_db

WIDE = Box(20, 55, 30, 65)


def test_the_fullest_cell_comes_first_and_single_cameras_are_not_counted() -> None:
    make_home_camera(24.94, 60.17)
    for _ in range(2):
        make_home_camera(24.5, 60.5)
    make_camera()
    assert [home.count for home in homes_within(WIDE, Selection())] == [2, 1]


def test_a_cell_is_placed_at_its_middle_and_not_at_the_camera() -> None:
    make_home_camera(24.94, 60.17)
    (home,) = homes_within(WIDE, Selection())
    assert (home.lon, home.lat) != (24.94, 60.17)
    assert home.lon == pytest.approx(24.94, abs=0.006)
    assert home.lat == pytest.approx(60.17, abs=0.003)
