"""Lines cut at metres along them: nothing lost, nothing twice, on the line."""

from itertools import pairwise

import numpy as np
import pytest
import shapely
from hypothesis import given
from hypothesis import strategies as st

from mapper.geometry import metres_between
from mapper.tiles.cut_lines import Pieces, cut, metres_of
from tests.factories.cameras import HERE

LON, LAT = HERE
CORNER = st.tuples(st.floats(24.9, 24.91), st.floats(60.1, 60.11))


def lines(*paths):
    return np.array([shapely.LineString(path) for path in paths], dtype=object)


def pieces(*rows):
    line, from_m, to_m = zip(*rows, strict=True)
    return Pieces(np.array(line), np.array(from_m, dtype=float), np.array(to_m, dtype=float))


STRAIGHT = [(LON, LAT), (LON, LAT + 0.001)]
BENT = [(LON, LAT), (LON + 0.001, LAT), (LON + 0.001, LAT + 0.001)]


def test_metres_are_those_on_the_ground():
    [straight, bent] = metres_of(lines(STRAIGHT, BENT))
    north = metres_between(LON, LAT, LON, LAT + 0.001)
    assert straight == pytest.approx(north, rel=1e-6)
    assert bent == pytest.approx(north + metres_between(LON, LAT, LON + 0.001, LAT), rel=1e-6)


def test_a_piece_begins_and_ends_where_it_is_told_and_keeps_the_corners_between():
    [whole] = metres_of(lines(BENT))
    across = metres_of(lines(BENT[:2]))[0]
    [piece] = cut(lines(STRAIGHT, BENT), pieces((1, across / 2, whole)))
    found = shapely.get_coordinates(piece)
    assert found == pytest.approx(np.array([(LON + 0.0005, LAT), *BENT[1:]]))


def test_a_line_across_the_date_line_is_as_long_as_elsewhere():
    across = metres_of(lines([(179.9995, LAT), (-179.9995, LAT)]))
    assert across == pytest.approx(metres_of(lines([(10, LAT), (10.001, LAT)])))


def test_a_piece_across_the_date_line_goes_the_short_way():
    line = lines([(179.999, LAT), (-179.999, LAT)])
    [metres] = metres_of(line)
    [piece] = cut(line, pieces((0, metres / 4, metres)))
    assert shapely.bounds(piece) == pytest.approx([179.9995, LAT, 180.001, LAT])


def test_without_pieces_nothing_is_cut():
    nothing = Pieces(np.array([], dtype=np.int64), np.array([]), np.array([]))
    assert len(cut(lines(STRAIGHT), nothing)) == 0


@given(
    st.lists(st.lists(CORNER, min_size=2, max_size=6), min_size=1, max_size=4),
    st.lists(st.floats(0.01, 0.99), max_size=4),
)
def test_pieces_laid_end_to_end_are_the_line(paths, cuts):
    whole = lines(*paths)
    length = metres_of(whole)
    stops = [0.0, *sorted(set(cuts)), 1.0]
    rows = [
        (number, metres * one, metres * other)
        for number, metres in enumerate(length)
        for one, other in pairwise(stops)
        if metres * one < metres * other
    ]
    if not rows:
        return
    parts = pieces(*rows)
    found = cut(whole, parts)
    assert metres_of(found) == pytest.approx(parts.to_m - parts.from_m, rel=1e-4, abs=1e-6)
    for part, number in zip(found, parts.line, strict=True):
        assert shapely.distance(whole[number], shapely.points(part.coords)).max() < 1e-9
