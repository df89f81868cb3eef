"""Positions as people write them."""

from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mapper.geometry.positions import parse_latitude, parse_longitude, parse_position


@pytest.mark.parametrize(
    "text",
    [
        "47.01, -28.02",
        "47.01 -28.02",
        " 47.01;-28.02 ",
        "47.01/-28.02",
        "47,01; -28,02",
        "47,01 -28,02",
        "47,01, −28,02",
        "geo:47.01,-28.02",
        "47.010000000000005, -28.019999999999996",
        "47.01N 28.02W",
        "N 47.01, W 28.02",
        "28.02w, 47.01n",
        "47°00′36″N 28°01′12″W",
        "47°00'36\"N, 28°01'12''W",
        "47° 0.6′ N 28° 1.2′ W",
        "W28°01′12″ 47.01",
    ],
)
def test_every_usual_way_of_writing_a_position_is_read(text: str) -> None:
    lat, lon = parse_position(text)
    assert lat == pytest.approx(47.01)
    assert lon == pytest.approx(-28.02)


def test_two_whole_numbers_with_a_comma_are_two_numbers() -> None:
    assert parse_position("47,28") == (47.0, 28.0)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("", "two numbers"),
        ("47.01", "two numbers"),
        ("here, there", "two numbers"),
        ("nan, inf", "two numbers"),
        ("1e5, 3", "two numbers"),
        ("47.01, -28.02, 3", "two numbers"),
        ("47N 28S", "one of the two needs"),
        ("47E 28W", "one of the two needs"),
        ("47, 28N", "one of the two needs"),
        ("-47N, 28", "not both"),
        ("N47S, 28", "not both"),
    ],
)
def test_what_is_no_position_is_refused_in_words(text: str, words: str) -> None:
    with pytest.raises(ValueError, match=words):
        parse_position(text)


def test_single_coordinates_are_read() -> None:
    assert parse_latitude("47,5") == 47.5
    assert parse_latitude("47°30′S") == -47.5
    assert parse_longitude(" -28.25 ") == -28.25
    assert parse_longitude("28.25 W") == -28.25


@pytest.mark.parametrize("text", ["", "abc", "4 7", "--3", "1000000"])
def test_what_is_no_coordinate_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="number of degrees"):
        parse_latitude(text)


def test_a_letter_of_the_other_axis_is_refused() -> None:
    with pytest.raises(ValueError, match="N or S, not E or W"):
        parse_latitude("47E")
    with pytest.raises(ValueError, match="E or W, not N or S"):
        parse_longitude("47N")


@given(
    lat=st.floats(-90, 90).map(lambda number: round(number, 7)),
    lon=st.floats(-180, 180).map(lambda number: round(number, 7)),
)
def test_plain_decimals_come_back_as_they_were(lat: float, lon: float) -> None:
    assert parse_position(f"{lat:.7f}, {lon:.7f}") == (lat, lon)


@given(st.text(max_size=60))
def test_any_other_text_is_refused_and_breaks_nothing(text: str) -> None:
    with suppress(ValueError):
        assert len(parse_position(text)) == 2
