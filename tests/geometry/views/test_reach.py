"""How far away a camera still shows a person in so much detail."""

from math import radians, tan

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mapper.geometry.views import ground_limits, reach_m


@pytest.mark.parametrize(
    ("pixels_across", "opening", "metres"),
    [(1_920, 85.0, 16.9), (2_560, 60.0, 35.76), (3_840, 30.0, 115.57)],
)
def test_the_three_devices_observe_so_far(
    pixels_across: float, opening: float, metres: float
) -> None:
    assert reach_m(pixels_across, opening, 62) == pytest.approx(metres, abs=0.01)


@given(st.floats(1, 10_000), st.floats(1, 179), st.floats(1, 300))
def test_at_its_reach_the_picture_is_as_wide_as_its_pixels(
    pixels_across: float, opening: float, density: float
) -> None:
    reach = reach_m(pixels_across, opening, density)
    half = reach_m(pixels_across, opening, 2 * density)
    assert half == pytest.approx(reach / 2)


def test_beyond_a_flat_picture_the_reach_falls_on_without_a_jump() -> None:
    openings = [119.9, 120.0, 120.1, 180.0, 270.0, 360.0]
    reaches = [reach_m(2_560, opening, 62) for opening in openings]
    assert reaches == sorted(reaches, reverse=True)
    assert reaches[0] == pytest.approx(reaches[2], rel=0.01)
    assert reaches[-1] > 3


def test_of_a_camera_at_no_known_height_the_reach_is_the_limit() -> None:
    assert ground_limits(None, -30, 60, 35) == (0, 35)
    assert ground_limits(0, -30, 60, 35) == (0, 35)


def test_a_height_alone_shortens_the_reach_on_the_ground() -> None:
    assert ground_limits(3, None, 60, 5) == (0, pytest.approx(4))
    assert ground_limits(5, None, 60, 5) == (0, 0)
    assert ground_limits(8, None, 60, 5) == (0, 0)


def test_a_tilt_gives_a_near_and_a_far_limit() -> None:
    # Half upright: tan = 9/16 · tan 30°, which is 18.0 degrees.
    near, far = ground_limits(4, -30, 60, 35.76)
    assert near == pytest.approx(4 / tan(radians(30 + 17.992)), rel=1e-4)
    assert far == pytest.approx(4 / tan(radians(30 - 17.992)), rel=1e-4)


def test_a_level_camera_sees_to_its_reach_and_not_its_own_foot() -> None:
    near, far = ground_limits(4, 0, 60, 35.76)
    assert near == pytest.approx(4 / tan(radians(17.992)), rel=1e-4)
    assert far == pytest.approx((35.76**2 - 16) ** 0.5)


def test_straight_down_it_sees_its_own_foot() -> None:
    near, far = ground_limits(4, -90, 60, 35.76)
    assert near == 0
    assert far == pytest.approx(4 * tan(radians(17.992)), rel=1e-3)


@pytest.mark.parametrize("tilt", [90, 40])
def test_a_camera_that_looks_up_sees_no_ground(tilt: float) -> None:
    assert ground_limits(4, tilt, 60, 35.76) == (0, 0)


def test_where_the_near_limit_is_out_of_reach_nothing_is_seen() -> None:
    assert ground_limits(4, 0, 60, 8) == (0, 0)
