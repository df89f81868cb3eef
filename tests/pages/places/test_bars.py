"""Ranges as bars, and the same in words."""

import pytest

from mapper.coverage.figures import Range
from mapper.pages.places.bars import Bar, Share


def plain(words):
    return words.replace("\N{NO-BREAK SPACE}", " ")


def test_a_bar_lies_between_its_bounds_on_a_track_that_is_the_whole():
    bar = Bar.of(Range(10, 25, 40), 200)
    assert (bar.low, bar.central, bar.high, bar.width) == (5.0, 12.5, 20.0, 15.0)


def test_a_most_likely_value_outside_the_bounds_widens_the_bar():
    bar = Bar.of(Range(30, 20, 25), 100)
    assert (bar.low, bar.central, bar.high) == (20.0, 20.0, 25.0)


@pytest.mark.parametrize(("amount", "whole"), [(Range(0, 0, 0), 0), (Range(1, 2, 3), 0)])
def test_of_nothing_there_is_an_empty_track(amount, whole):
    assert Bar.of(amount, whole) == Bar(0, 0, 0)


def test_a_bar_never_leaves_its_track():
    assert Bar.of(Range(-1, 5, 30), 10) == Bar(0, 50, 100)


@pytest.mark.parametrize(
    ("amount", "most_likely", "bounds"),
    [
        (Range(9_000, 22_000, 41_000), "22 km (23 %)", "between 9 and 41 km"),
        (Range(0, 500, 900), "500 m (under 1 %)", "at most 900 m"),
        (Range(0, 0, 900), "none", "at most 900 m"),
        (Range(500, 501, 502), "500 m (under 1 %)", "whatever is assumed"),
    ],
)
def test_a_share_is_told_with_its_bounds(amount, most_likely, bounds):
    share = Share(amount, 96_000)
    assert plain(share.most_likely) == most_likely
    assert plain(share.bounds) == bounds


def test_a_share_of_fronts_is_told_in_percent():
    assert plain(Share(Range(0.2, 0.5, 0.7), 1).share_bounds) == "50 %, between 20 % and 70 %"
    assert Share(Range(0, 0, 0), 1).share_bounds == "none"


def test_a_share_of_nothing_is_none():
    assert Share(Range(0, 0, 0), 0).central == 0
    assert Share(Range(1, 1, 1), 0).share_bounds == "none"
