"""Sums with bearings."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mapper.geometry.bearings import compass_point, difference, normalise
from mapper.vocabulary.compass import COMPASS_POINTS

angles = st.floats(-1e6, 1e6)


@pytest.mark.parametrize(
    ("degrees", "expected"), [(360, 0), (-90, 270), (725, 5), (-1e-20, 0), (359.9, 359.9)]
)
def test_an_angle_is_brought_into_range(degrees: float, expected: float) -> None:
    assert normalise(degrees) == expected


@given(angles)
def test_every_angle_is_in_range_afterwards(degrees: float) -> None:
    assert 0 <= normalise(degrees) < 360


@pytest.mark.parametrize(
    ("one", "other", "expected"), [(10, 350, 20), (350, 10, 20), (0, 180, 180), (90, 90, 0)]
)
def test_the_difference_is_the_smaller_angle(one: float, other: float, expected: float) -> None:
    assert difference(one, other) == expected


@given(angles, angles)
def test_a_difference_is_at_most_half_a_turn(one: float, other: float) -> None:
    assert 0 <= difference(one, other) <= 180


@pytest.mark.parametrize(
    ("bearing", "point"),
    [(0, "N"), (348.75, "N"), (348.7, "NNW"), (11.25, "NNE"), (180, "S"), (-90, "W")],
)
def test_bearings_have_names(bearing: float, point: str) -> None:
    assert compass_point(bearing) == point


@pytest.mark.parametrize(("number", "point"), list(enumerate(COMPASS_POINTS)))
def test_each_point_names_itself(number: int, point: str) -> None:
    assert compass_point(number * 22.5) == point
