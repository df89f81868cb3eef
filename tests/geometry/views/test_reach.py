"""How far away a camera still shows a person in so much detail."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mapper.geometry.views import reach_m


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
