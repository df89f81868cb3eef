"""Numbers are written plainly and read back the same."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mapper.vocabulary.plain_numbers import plain_number


@pytest.mark.parametrize(
    ("number", "text"),
    [(12.0, "12"), (0.5, "0.5"), (100.0, "100"), (1e-7, "0.0000001"), (-30.25, "-30.25")],
)
def test_numbers_are_plain(number: float, text: str) -> None:
    assert plain_number(number) == text


@given(st.floats(allow_nan=False, allow_infinity=False))
def test_a_number_is_read_back_the_same(number: float) -> None:
    assert float(plain_number(number)) == number
