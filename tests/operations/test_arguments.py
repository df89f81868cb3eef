"""Words of a command line are read, and nonsense is refused in words."""

from argparse import ArgumentTypeError
from datetime import date

import pytest

from mapper.operations.arguments import box, day, year
from tests.factories.osm import TOWN


@pytest.mark.parametrize(
    ("read", "text", "expected"),
    [
        (box, "24.9,60.1,25.0,60.2", TOWN),
        (day, "2026-01-31", date(2026, 1, 31)),
        (year, "2010", 2010),
    ],
)
def test_options_are_read(read, text, expected):
    assert read(text) == expected


@pytest.mark.parametrize(
    ("read", "text", "reason"),
    [
        (box, "1,2,3", "four numbers"),
        (day, "31.1.2026", "no day such as 2026-01-31"),
        (year, "99999", "no year"),
    ],
)
def test_nonsense_options_are_refused_in_words(read, text, reason):
    with pytest.raises(ArgumentTypeError, match=reason):
        read(text)
