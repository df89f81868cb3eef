"""Numbers, facings and days of OSM."""

from datetime import date

import pytest

from mapper.vocabulary import Facing
from mapper.vocabulary.osm.measures import (
    read_angle,
    read_day,
    read_facings,
    read_height,
    read_tilt,
)


@pytest.mark.parametrize(
    ("text", "metres"),
    [
        ("8", 8.0),
        ("3.5 m", 3.5),
        ("4 metres", 4.0),
        ("12'", 3.6576),
        ("12 ft", 3.6576),
        ("9'6\"", 2.8956),
        ("9 ft 6 in", 2.8956),
        ("0", 0.0),
        ("500", 500.0),
    ],
)
def test_heights(text: str, metres: float) -> None:
    assert read_height(text).value == metres


@pytest.mark.parametrize("text", ["", "high", "-3", "3,5", "501", "2000'", "1e1", "3-4"])
def test_no_heights(text: str) -> None:
    found = read_height(text)
    assert found.value is None
    assert f"“{text}”" in found.problems[0]


@pytest.mark.parametrize(
    ("text", "degrees"), [("-25", -25.0), ("−25°", -25.0), ("90", 90.0), ("+5", 5.0), ("0", 0.0)]
)
def test_tilts_rise_from_the_horizon(text: str, degrees: float) -> None:
    assert read_tilt(text).value == degrees


@pytest.mark.parametrize("text", ["91", "-90-20", "down", ""])
def test_no_tilts(text: str) -> None:
    assert read_tilt(text).value is None
    assert "no tilt" in read_tilt(text).problems[0]


@pytest.mark.parametrize(("text", "degrees"), [("15", -15.0), ("0", 0.0), ("90", -90.0)])
def test_angles_fall_from_the_horizon(text: str, degrees: float) -> None:
    found = read_angle(text)
    assert found.value == degrees
    assert str(found.value) != "-0.0"


@pytest.mark.parametrize("text", ["120", "-15", "wide"])
def test_no_angles(text: str) -> None:
    assert read_angle(text).value is None
    assert "downward" in read_angle(text).problems[0]


def test_facings_are_none_where_nothing_can_be_read() -> None:
    assert read_facings("90").value == (Facing(90),)
    assert read_facings("NB").value is None


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("2024-11-08", date(2024, 11, 8)),
        ("2024-11", date(2024, 11, 1)),
        (" 2024 ", date(2024, 1, 1)),
    ],
)
def test_days(text: str, day: date) -> None:
    assert read_day(text).value == day


@pytest.mark.parametrize("text", ["2025-15-10", "2023-02-29", "2015/04/11", "0000", "today", ""])
def test_no_days(text: str) -> None:
    assert read_day(text).value is None
    assert "no day" in read_day(text).problems[0]
