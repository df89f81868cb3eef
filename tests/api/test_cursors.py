"""A cursor comes back as the number it stands for; anything else is refused."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mapper.api.cursors import cursor_after, number_in
from mapper.api.problems import BadQueryError


@given(st.integers(0, 10**18 - 1))
def test_a_number_comes_back(number: int) -> None:
    assert number_in(cursor_after(number)) == number


@given(st.text())
def test_anything_else_is_a_number_or_refused(text: str) -> None:
    try:
        assert 0 <= number_in(text) < 10**18
    except BadQueryError as error:
        assert "cursor" in str(error)  # noqa: PT017


@pytest.mark.parametrize("text", ["", "é", "LTE", "OTk5OTk5OTk5OTk5OTk5OTk5OTk5"])
def test_what_we_did_not_hand_out_is_refused(text: str) -> None:
    with pytest.raises(BadQueryError, match="not one we handed out"):
        number_in(text)
