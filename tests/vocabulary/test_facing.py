"""A facing refuses angles that mean nothing."""

import math

import pytest

from mapper.vocabulary import Facing


@pytest.mark.parametrize("bearing", [-0.1, 360.0, math.nan, math.inf])
def test_a_bearing_out_of_range_is_refused(bearing: float) -> None:
    with pytest.raises(ValueError, match="bearing"):
        Facing(bearing)


@pytest.mark.parametrize("opening", [0.0, -1.0, 360.1, math.nan])
def test_an_opening_out_of_range_is_refused(opening: float) -> None:
    with pytest.raises(ValueError, match="opening"):
        Facing(0.0, opening)


def test_the_ends_of_the_ranges() -> None:
    assert Facing(0.0).opening is None
    assert Facing(359.999, 360.0).opening == 360
