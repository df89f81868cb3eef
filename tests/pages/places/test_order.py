"""The orders of a table of places."""

import pytest

from mapper.pages.places.order import Order


@pytest.mark.parametrize(
    ("text", "order"),
    [
        ("", "-share"),
        ("share", "share"),
        ("-cameras", "-cameras"),
        ("name", "name"),
        ("--name", "-share"),
        ("'; --", "-share"),
    ],
)
def test_an_order_is_read_from_the_address(text, order):
    assert str(Order.parse(text)) == order


def test_most_comes_first_but_names_from_a():
    assert str(Order.first("share")) == "-share"
    assert str(Order.first("name")) == "name"
    assert str(Order.first("name").turned) == "-name"
