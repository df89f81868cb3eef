"""Numbers and drawing commands packed as the format's own example and a plain reading of it say."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from mapper.tiles.packing import draw, pack_groups, packed

NUMBERS = st.integers(min_value=0, max_value=2**32 - 1)


def unpacked(content: bytes) -> list[int]:
    """A plain reading of variable-length integers."""
    numbers, number, shift = [], 0, 0
    for byte in content:
        number |= (byte & 0x7F) << shift
        shift += 7
        if byte < 0x80:
            numbers.append(number)
            number = shift = 0
    return numbers


@given(st.integers(min_value=0, max_value=2**70))
def test_a_number_comes_back(number: int) -> None:
    assert unpacked(packed(number)) == [number]


@given(st.lists(st.lists(NUMBERS, max_size=8), min_size=1, max_size=8))
def test_groups_of_numbers_come_back(groups: list[list[int]]) -> None:
    flat = np.array([number for group in groups for number in group], dtype=np.uint32)
    sizes = np.array([len(group) for group in groups])
    assert [unpacked(content) for content in pack_groups(flat, sizes)] == groups


def commands(
    corners: list[tuple[int, int]], sizes: list[int], paths: list[int], *, closed: bool
) -> list[list[int]]:
    units = np.array(corners, dtype=np.int32)
    drawn = draw(units, np.array(sizes), np.array(paths), closed=closed)
    return [unpacked(content) for content in drawn]


# The examples of the specification, section 4.3.5.
def test_a_point_is_drawn_as_in_the_specification() -> None:
    assert commands([(25, 17)], [1], [1], closed=False) == [[9, 50, 34]]


def test_two_lines_are_drawn_as_in_the_specification() -> None:
    corners = [(2, 2), (2, 10), (10, 10), (1, 1), (3, 5)]
    expected = [9, 4, 4, 18, 0, 16, 16, 0, 9, 17, 17, 10, 4, 8]
    assert commands(corners, [3, 2], [2], closed=False) == [expected]


def test_an_area_is_drawn_as_in_the_specification() -> None:
    expected = [9, 6, 12, 18, 10, 12, 24, 44, 15]
    assert commands([(3, 6), (8, 12), (20, 34)], [3], [1], closed=True) == [expected]


def test_each_feature_starts_from_the_corner_of_the_tile() -> None:
    assert commands([(5, 5), (6, 7)], [1, 1], [1, 1], closed=False) == [[9, 10, 10], [9, 12, 14]]
