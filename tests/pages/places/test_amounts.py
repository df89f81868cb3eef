"""Lengths, shares and counts in words."""

import pytest

from mapper.pages.places.amounts import (
    between_words,
    metres_words,
    number_words,
    rate_words,
    share_words,
)


def plain(words):
    return words.replace("\N{NO-BREAK SPACE}", " ")


@pytest.mark.parametrize(
    ("metres", "words"),
    [
        (0, "0 m"),
        (3.4, "3 m"),
        (9.96, "10 m"),
        (44, "40 m"),
        (994, "990 m"),
        (996, "1 km"),
        (2_349, "2.3 km"),
        (9_960, "10 km"),
        (96_400, "96 km"),
        (1_204_000, "1,204 km"),
    ],
)
def test_a_length_is_told_as_finely_as_it_can_bear(metres, words):
    assert plain(metres_words(metres)) == words


@pytest.mark.parametrize(
    ("low", "high", "words"),
    [
        (9_400, 41_000, "9.4 and 41 km"),
        (40, 990, "40 and 990 m"),
        (990, 1_600, "990 m and 1.6 km"),
    ],
)
def test_two_lengths_share_their_unit_where_it_is_one(low, high, words):
    assert plain(between_words(low, high)) == words


@pytest.mark.parametrize(
    ("share", "words"),
    [
        (0, "none"),
        (-0.001, "none"),
        (0.004, "under 1 %"),
        (0.01, "1 %"),
        (0.042, "4.2 %"),
        (0.0999, "10 %"),
        (0.234, "23 %"),
        (0.999, "99 %"),
        (1, "all"),
        (1.0000001, "all"),
    ],
)
def test_a_share_is_never_told_as_nothing_or_all_where_it_is_not(share, words):
    assert plain(share_words(share)) == words


@pytest.mark.parametrize(
    ("rate", "words"), [(0, "0"), (0.4231, "0.42"), (6.12, "6.1"), (2.0, "2"), (1_204.4, "1,204")]
)
def test_a_rate_is_told_to_two_digits_or_three(rate, words):
    assert rate_words(rate) == words


def test_a_count_has_its_thousands():
    assert number_words(1_204) == "1,204"
