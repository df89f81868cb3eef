"""Boxes, positions and filters read from a query, or refused in words."""

import pytest
from django.test import RequestFactory

from mapper.api.problems import BadQueryError
from mapper.api.query import box_in, only_known, position_in, selection_in
from mapper.geometry import Box
from mapper.vocabulary import Kind


def test_what_was_not_asked_is_none() -> None:
    assert box_in(None) is None
    assert position_in(None) is None


def test_what_was_asked_is_read() -> None:
    assert box_in("1,2,3,4") == Box(1, 2, 3, 4)
    assert position_in("24.9,60.2") == (24.9, 60.2)
    chosen = selection_in(RequestFactory().get("/?kind=dome&kind=fixed,panning"))
    assert chosen.kinds == {Kind.DOME, Kind.FIXED, Kind.PANNING}


@pytest.mark.parametrize("text", ["", "1", "1,2,3", "a,b", "181,0", "0,91", "nan,0"])
def test_what_is_no_position_is_refused(text: str) -> None:
    with pytest.raises(BadQueryError, match="two numbers"):
        position_in(text)


def test_a_parameter_nobody_knows_is_refused_by_name() -> None:
    request = RequestFactory().get("/?limit=1&colour=red")
    only_known(request, {"limit", "colour"})
    with pytest.raises(BadQueryError, match="colour"):
        only_known(request, {"limit"})
