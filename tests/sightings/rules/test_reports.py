"""Which reports are taken."""

from datetime import date, timedelta
from math import inf, nan

import pytest

from mapper.geometry import Box
from mapper.settings import limits
from mapper.sightings.rules.reports import (
    day_problem,
    earliest_day,
    looks_swapped,
    position_problem,
)

TODAY = date(2026, 3, 1)
TOWN = Box(-28.03, 46.98, -27.98, 47.02)


@pytest.mark.parametrize(
    "position", [(47.0, -28.0), (-90.0, 180.0), (90.0, -180.0), (0.0, 10.0), (10.0, 0.0)]
)
def test_a_position_on_the_earth_is_taken(position):
    assert position_problem(*position) == ""


@pytest.mark.parametrize(
    ("position", "words"),
    [
        ((nan, 0.0), "ordinary numbers"),
        ((0.0, inf), "ordinary numbers"),
        ((120.0, 47.0), "swapped"),
        ((-120.0, 47.0), "swapped"),
        ((90.5, 100.0), "-90 to 90"),
        ((200.0, 47.0), "-90 to 90"),
        ((47.0, 180.5), "-180 to 180"),
        ((0.0, 0.0), "off Africa"),
    ],
)
def test_no_other_position_is_taken(position, words):
    assert words in position_problem(*position)


def test_a_position_that_is_mapped_only_with_its_numbers_swapped_is_noticed():
    assert looks_swapped(-28.0, 47.0, [TOWN])
    assert not looks_swapped(47.0, -28.0, [TOWN])
    assert not looks_swapped(10.0, 10.0, [TOWN])
    assert not looks_swapped(-28.0, 47.0, [])


def test_a_position_that_is_mapped_both_ways_is_left_alone():
    assert not looks_swapped(-28.0, 47.0, [TOWN, Box(46.0, -29.0, 48.0, -27.0)])


def test_days_from_long_ago_up_to_tomorrow_somewhere_are_taken():
    assert day_problem(TODAY, TODAY) == ""
    assert day_problem(TODAY + timedelta(days=1), TODAY) == ""
    assert day_problem(earliest_day(TODAY), TODAY) == ""


def test_a_day_to_come_and_one_too_long_ago_are_refused():
    assert "not come yet" in day_problem(TODAY + timedelta(days=2), TODAY)
    too_early = TODAY - timedelta(days=limits.REPORT_MAX_AGE_DAYS + 1)
    assert "too long ago" in day_problem(too_early, TODAY)
    assert "3 March 2016" in day_problem(too_early, TODAY)
