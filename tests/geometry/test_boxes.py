"""Boxes: what is refused, and what crosses the date line."""

import math

import numpy as np
import pytest

from mapper.geometry import Box


@pytest.mark.parametrize(
    ("corners", "why"),
    [
        ((math.nan, 0, 1, 1), "finite"),
        ((0, 0, math.inf, 1), "finite"),
        ((-180.1, 0, 1, 1), "longitudes"),
        ((0, 0, 181, 1), "longitudes"),
        ((0, -91, 1, 1), "latitudes"),
        ((0, 0, 1, 90.1), "latitudes"),
        ((0, 1, 1, 0), "south"),
    ],
)
def test_what_is_no_box(corners: tuple[float, float, float, float], why: str) -> None:
    with pytest.raises(ValueError, match=why):
        Box(*corners)


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("", "four numbers"),
        ("1,2,3", "four numbers"),
        ("1,2,3,4,5", "four numbers"),
        ("1,2,x,4", "made of numbers"),
        ("1,2,,4", "made of numbers"),
        ("nan,0,1,1", "finite"),
    ],
)
def test_what_cannot_be_read(text: str, why: str) -> None:
    with pytest.raises(ValueError, match=why):
        Box.parse(text)


def test_a_box_is_read() -> None:
    assert Box.parse("-1.5, 50,2,51") == Box(-1.5, 50.0, 2.0, 51.0)


def test_a_plain_box_is_one() -> None:
    box = Box(1, 2, 3, 4)
    assert not box.crosses_date_line
    assert box.split() == (box,)


def test_a_box_across_the_date_line_is_two() -> None:
    box = Box(170, -20, -175, 10)
    assert box.crosses_date_line
    assert box.split() == (Box(170, -20, 180, 10), Box(-180, -20, -175, 10))


@pytest.mark.parametrize(
    ("box", "lon", "lat", "inside"),
    [
        (Box(0, 0, 1, 1), 1, 1, True),
        (Box(0, 0, 1, 1), 1.1, 1, False),
        (Box(0, 0, 1, 1), 0.5, -0.1, False),
        (Box(170, 0, -170, 1), 180, 0.5, True),
        (Box(170, 0, -170, 1), -175, 0.5, True),
        (Box(170, 0, -170, 1), 0, 0.5, False),
        (Box(5, 5, 5, 5), 5, 5, True),
    ],
)
def test_what_a_box_contains(box: Box, lon: float, lat: float, *, inside: bool) -> None:
    assert box.contains(lon, lat) is inside
    assert box.contains_each(np.array([[lon, lat], [lon, lat]])).tolist() == [inside] * 2
