"""Pieces of ways inside areas: the same as a plane drawing has it, and nothing lost at edges."""

from itertools import pairwise

import numpy as np
import pytest
import shapely
from hypothesis import given
from hypothesis import strategies as st

from mapper.geometry.planes import Plane
from mapper.geometry.stretches import Areas, Pieces, Ways, lengths_of, pieces_inside
from mapper.geometry.stretches import pieces as module
from tests.geometry.stretches.ground import areas, lines, metres_in_common, square, stars, ways
from tests.geometry.uncompiled import uncompile


@pytest.fixture(params=["compiled", "as written"])
def both(request, monkeypatch):
    """Once as machine code, once as Python."""
    if request.param == "as written":
        uncompile(monkeypatch, module)


def rows(pieces: Pieces) -> list[tuple[int, int, float, float]]:
    """Way, area, from and to, to the centimetre."""
    return [
        (int(way), int(area), round(float(first), 2), round(float(last), 2))
        for way, area, first, last in zip(
            pieces.way, pieces.area, pieces.from_m, pieces.to_m, strict=True
        )
    ]


def metres(pieces: Pieces, area: int) -> float:
    """The metres inside one area."""
    chosen = pieces.area == area
    return float(np.sum(pieces.to_m[chosen] - pieces.from_m[chosen]))


@pytest.mark.usefixtures("both")
def test_a_way_through_an_area_is_cut_at_its_edges():
    found = pieces_inside(ways([(-20, 5), (20, 5), (20, 30)]), areas(square(0, 0, 10)))
    assert rows(found) == [(0, 0, 20.0, 30.0)]
    assert len(found) == 1


@pytest.mark.usefixtures("both")
def test_a_way_inside_is_one_piece_over_all_its_corners():
    road = ways([(1, 1), (5, 5), (9, 1), (9, 9)])
    found = pieces_inside(road, areas(square(0, 0, 10)))
    assert found.from_m.tolist() == [0.0]
    assert found.to_m.tolist() == lengths_of(road).tolist()


@pytest.mark.usefixtures("both")
def test_pieces_are_in_the_order_of_way_area_and_metres():
    road = [(-5, 5), (15, 5), (15, 8), (-5, 8)]
    found = pieces_inside(ways(road, road[::-1]), areas(square(0, 0, 10), square(0, 4, 10)))
    assert [row[:2] for row in rows(found)] == [
        *[(0, 0)] * 2, *[(0, 1)] * 2, *[(1, 0)] * 2, *[(1, 1)] * 2
    ]  # fmt: skip
    assert rows(found)[0] == (0, 0, 5.0, 15.0)


@pytest.mark.usefixtures("both")
def test_a_hole_is_outside_and_an_island_in_it_inside():
    rings = [square(0, 0, 90), square(10, 10, 70), square(30, 30, 20)]
    found = pieces_inside(ways([(-10, 40), (100, 40)]), areas(*rings, numbers=[7, 7, 7]))
    assert rows(found) == [(0, 7, 10, 20), (0, 7, 40, 60), (0, 7, 90, 100)]


@pytest.mark.usefixtures("both")
def test_a_ring_with_very_many_corners_is_cut_as_any_other():
    turns = np.linspace(0, 2 * np.pi, 1000, endpoint=False)
    comb = (
        np.column_stack((np.cos(turns), np.sin(turns)))
        * np.where(np.arange(1000) % 2, 50, 40)[:, None]
    )
    roads = [[(-60.0, 1.0), (60.0, 3.0)], [(-45, -30), (-45, 30)], [(30, 1), (60, 5)]]
    found = pieces_inside(ways(*roads), areas(comb))
    drawn = sum(metres_in_common(road, comb) for road in roads)
    assert metres(found, 0) == pytest.approx(drawn, abs=1e-3)


@pytest.mark.usefixtures("both")
def test_a_way_may_go_in_and_out_as_often_as_an_area_has_teeth():
    teeth = [(step, 10 * (step % 2)) for step in range(201)]
    found = pieces_inside(ways([(-5, 5), (300, 5)]), areas([*teeth, (200, -5), (0, -5)]))
    assert len(found) == 100
    assert metres(found, 0) == pytest.approx(100, abs=1e-3)


@pytest.mark.usefixtures("both")
def test_what_only_touches_is_not_inside():
    corner = pieces_inside(ways([(-5, 5), (5, -5)]), areas(square(0, 0, 10)))
    ends_there = pieces_inside(ways([(-5, 5), (0, 5)]), areas(square(0, 0, 10)))
    assert corner.to_m.tolist() == pytest.approx(corner.from_m.tolist(), abs=1e-6)
    assert ends_there.to_m.tolist() == pytest.approx(ends_there.from_m.tolist(), abs=1e-6)


@pytest.mark.parametrize("road", [[(0, 10), (10, 10)], [(10, 10), (0, 10)]])
def test_a_way_along_a_common_edge_is_in_the_area_north_of_it(road):
    found = pieces_inside(ways(road), areas(square(0, 0, 10), square(0, 10, 10)))
    assert rows(found) == [(0, 1, 0, 10)]


@pytest.mark.parametrize("road", [[(10, 0), (10, 10)], [(10, 10), (10, 0)]])
def test_a_way_due_north_along_a_common_edge_is_in_the_area_west_of_it(road):
    corners = areas(square(0, 0, 10), square(10, 0, 10))
    found = pieces_inside(ways(road), corners)
    assert rows(found) == [(0, 0, 0, 10)]


@given(st.lists(lines, min_size=1, max_size=4), st.lists(stars(40), min_size=1, max_size=4))
def test_lengths_are_those_of_a_plane_drawing(roads, rings):
    found = pieces_inside(ways(*roads), areas(*rings))
    for number, ring in enumerate(rings):
        drawn = sum(metres_in_common(segment, ring) for road in roads for segment in pairwise(road))
        # The plane of the drawing and that of each segment differ by a millionth in 100 m.
        assert metres(found, number) == pytest.approx(drawn, rel=2e-4, abs=1e-3)


@given(lines, st.lists(stars(), min_size=1, max_size=4))
def test_a_way_walked_backwards_has_the_same_pieces_from_its_other_end(road, rings):
    length = lengths_of(ways(road))[0]
    there, back = (
        pieces_inside(ways(road), areas(*rings)),
        pieces_inside(ways(road[::-1]), areas(*rings)),
    )
    for area in range(len(rings)):
        one, other = there.area == area, back.area == area
        assert there.from_m[one].tolist() == pytest.approx(
            (length - back.to_m[other])[::-1].tolist(), abs=1e-6
        )
        assert there.to_m[one].tolist() == pytest.approx(
            (length - back.from_m[other])[::-1].tolist(), abs=1e-6
        )


@given(
    st.lists(lines, min_size=1, max_size=4), st.lists(st.integers(-15, 15), min_size=1, max_size=3)
)
def test_areas_that_share_out_the_ground_share_out_every_metre(roads, cuts):
    edges = [-200, *sorted({10 * cut for cut in cuts}), 200]
    tiles = [
        [(west, south), (east, south), (east, north), (west, north)]
        for west, east in pairwise(edges)
        for south, north in pairwise(edges)
    ]
    road = ways(*[[(round(x, -1), round(y, -1)) for x, y in line] for line in roads])
    found = pieces_inside(road, areas(*tiles))
    assert np.sum(found.to_m - found.from_m) == pytest.approx(np.sum(lengths_of(road)), abs=1e-6)


@pytest.mark.usefixtures("both")
@pytest.mark.parametrize("turns", [-360, 0, 360])
def test_across_the_date_line_nothing_is_lost(turns):
    road = Ways(np.array([[179.998, 10.0], [-179.998, 10.0]]), np.array([0, 2]))
    ring = np.array([[179.999, 9.99], [180.001, 9.99], [180.001, 10.01], [179.999, 10.01]])
    found = pieces_inside(road, Areas(ring + np.array([turns, 0]), np.array([0, 4]), np.array([0])))
    length = lengths_of(road)[0]
    assert found.from_m.tolist() == pytest.approx([length / 4], abs=1e-3)
    assert found.to_m.tolist() == pytest.approx([length * 3 / 4], abs=1e-3)


def test_an_area_around_the_whole_globe_holds_a_way_once():
    belt = Areas(
        np.array([[-180.0, 0], [180, 0], [180, 20], [-180, 20]]), np.array([0, 4]), np.array([0])
    )
    road = Ways(np.array([[179.998, 10.0], [-179.998, 10.0]]), np.array([0, 2]))
    found = pieces_inside(road, belt)
    assert (found.to_m - found.from_m).tolist() == pytest.approx(lengths_of(road).tolist())


def test_near_a_pole_it_holds_as_well():
    plane = Plane(10.0, 89.0)
    found = pieces_inside(
        ways([(-20, 5), (20, 5)], plane=plane), areas(square(0, 0, 10), plane=plane)
    )
    assert metres(found, 0) == pytest.approx(10, rel=1e-3)


def test_ways_without_length_and_areas_without_a_ring_have_no_pieces():
    road = ways([(5, 5)], [], [(5, 5), (5, 5)], [(1, 1), (2, 2)])
    assert rows(pieces_inside(road, areas([], square(0, 0, 10), [(1, 1), (2, 2)]))) == [
        (3, 1, 0, 1.41)
    ]
    assert len(pieces_inside(ways(), areas(square(0, 0, 1)))) == 0
    assert len(pieces_inside(road, areas())) == 0


def test_it_does_not_matter_what_else_is_computed():
    dice = np.random.default_rng(5)
    roads = [dice.uniform(-200, 200, (4, 2)) for _ in range(30)]
    rings = [
        np.asarray(shapely.Point(dice.uniform(-200, 200, 2)).buffer(40).exterior.coords)
        for _ in range(30)
    ]
    together = pieces_inside(ways(*roads), areas(*rings))
    for number, road in enumerate(roads):
        alone = pieces_inside(ways(road), areas(*rings))
        mine = together.way == number
        assert together.area[mine].tolist() == alone.area.tolist()
        assert together.from_m[mine].tolist() == alone.from_m.tolist()
        assert together.to_m[mine].tolist() == alone.to_m.tolist()
