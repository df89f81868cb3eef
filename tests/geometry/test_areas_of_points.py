"""Which areas points lie in: what GEOS has, point by point, on borders too."""

from fractions import Fraction

import numpy as np
import pytest
import shapely
from hypothesis import given
from hypothesis import strategies as st

from mapper.geometry import areas_of_points as module
from mapper.geometry.areas_of_points import areas_of_points, numbers_in_areas
from mapper.geometry.stretches import Areas
from tests.geometry.uncompiled import uncompile

WEST, SOUTH = 106.5, 29.5

lattice = st.integers(0, 8)
nodes = st.tuples(lattice, lattice)
few = st.floats(-0.5, 8.5)
offsets = st.sampled_from([0, 1, -1])


@pytest.fixture(params=["compiled", "as written"])
def both(request, monkeypatch):
    """Once as machine code, once as Python."""
    if request.param == "as written":
        uncompile(monkeypatch, module)


def areas(*shapes: shapely.Geometry) -> Areas:
    """Shapes as rings without their closing corners; each shape an area."""
    rings, number = [], []
    for place, shape in enumerate(shapes):
        for polygon in shapely.get_parts(shape):
            for ring in shapely.get_rings(polygon):
                rings.append(shapely.get_coordinates(ring)[:-1])
                number.append(place)
    starts = np.cumsum([0, *map(len, rings)])
    return Areas(np.concatenate([np.empty((0, 2)), *rings]), starts, np.array(number, dtype=int))


def as_geos_has_it(lonlat: np.ndarray, *shapes: shapely.Geometry) -> list[tuple[int, int]]:
    """Pairs of a point and an area that it meets."""
    inside = np.array([shapely.intersects_xy(shape, *lonlat.T) for shape in shapes])
    return [(point, area) for point, area in np.argwhere(inside.reshape(-1, len(lonlat)).T)]


def pairs(lonlat: np.ndarray, *shapes: shapely.Geometry) -> list[tuple[int, int]]:
    found = areas_of_points(lonlat, areas(*shapes))
    return list(zip(found.point.tolist(), found.area.tolist(), strict=True))


def ring_around(lon: float, lat: float, reaches: np.ndarray) -> np.ndarray:
    turns = np.linspace(0, 2 * np.pi, len(reaches), endpoint=False)
    return np.column_stack((lon + reaches * np.cos(turns), lat + reaches * np.sin(turns)))


@st.composite
def triangles(draw) -> shapely.Geometry:
    """Triangles with corners where nine lines cross nine others, a few hundred metres apart."""
    corners = draw(st.lists(nodes, min_size=3, max_size=3).filter(_has_ground))
    return shapely.Polygon([_place(*corner) for corner in corners])


def _has_ground(corners: list[tuple[int, int]]) -> bool:
    (a, b), (c, d), (e, f) = corners
    return (c - a) * (f - b) != (d - b) * (e - a)


def _place(x: float, y: float) -> tuple[float, float]:
    return WEST + x / 300, SOUTH + y / 700


@st.composite
def stars(draw) -> shapely.Geometry:
    """Rings of many corners around a centre, of which some have a hole."""
    centre = _place(draw(few), draw(few))
    seed = draw(st.integers(0, 1_000))
    reaches = np.random.default_rng(seed).uniform(0.001, 0.01, draw(st.integers(3, 30)))
    ring = ring_around(*centre, reaches)
    hole = ring_around(*centre, reaches / 3)
    return shapely.Polygon(ring, [hole] if draw(st.booleans()) else [])


@st.composite
def points(draw) -> np.ndarray:
    """Where the lines cross, between them, and as near to both as numbers can be."""
    crossings = draw(st.lists(nodes, max_size=12))
    halves = [((a + c) / 2, (b + d) / 2) for (a, b), (c, d) in zip(crossings, crossings[1:])]  # noqa: B905, RUF007
    anywhere = draw(st.lists(st.tuples(few, few), max_size=12))
    lonlat = np.array([_place(*one) for one in (*crossings, *halves, *anywhere)]).reshape(-1, 2)
    nudged = [np.nextafter(lonlat, lonlat + draw(offsets)) for _ in range(2)]
    return np.concatenate((lonlat, *nudged))


@given(points(), st.lists(triangles() | stars(), min_size=1, max_size=5))
def test_points_are_in_the_areas_that_geos_has_them_in(lonlat, shapes) -> None:
    corners = shapely.get_coordinates(shapes)
    lonlat = np.concatenate((lonlat, corners, (corners[1:] + corners[:-1]) / 2))
    assert pairs(lonlat, *shapes) == as_geos_has_it(lonlat, *shapes)


@given(st.lists(stars(), min_size=1, max_size=4), st.integers(0, 1_000))
def test_a_fine_grid_finds_what_geos_finds(shapes, seed) -> None:
    west, south, east, north = shapely.total_bounds(shapes)
    random = np.random.default_rng(seed)
    lonlat = np.column_stack(
        (random.uniform(west, east, 3_000), random.uniform(south, north, 3_000))
    )
    assert pairs(lonlat, *shapes) == as_geos_has_it(lonlat, *shapes)


@pytest.mark.usefixtures("both")
def test_holes_islands_and_areas_that_overlap() -> None:
    holed = shapely.box(0, 0, 3, 3).difference(shapely.box(1, 1, 2, 2))
    apart = shapely.MultiPolygon([shapely.box(1.2, 1.2, 1.4, 1.4), shapely.box(2, 2, 5, 5)])
    lonlat = np.array([(0.5, 0.5), (1.5, 1.5), (1.0, 1.5), (1.3, 1.3), (2.5, 2.5), (3, 3), (9, 9)])
    assert pairs(lonlat, holed, apart) == [(0, 0), (2, 0), (3, 1), (4, 0), (4, 1), (5, 0), (5, 1)]


@pytest.mark.usefixtures("both")
def test_a_border_belongs_to_both_its_areas() -> None:
    halves = shapely.box(0, 0, 1, 1), shapely.box(1, 0, 2, 1)
    lonlat = np.array([(1, 0.5), (1, 0), (1, 1), (0, 0.5), (2, 0.5), (0.5, 1), (1.5, 0), (-1, 1)])
    assert pairs(lonlat, *halves) == as_geos_has_it(lonlat, *halves)
    assert numbers_in_areas(lonlat, areas(*halves), 3).tolist() == [5, 5, 0]


@pytest.mark.usefixtures("both")
def test_more_pairs_than_points_are_made_room_for() -> None:
    shapes = [shapely.box(0, 0, 10, 10)] * 60
    assert len(pairs(np.full((2, 2), 5.0), *shapes)) == 120


@pytest.mark.usefixtures("both")
def test_an_edge_due_east_of_a_point_is_no_border_of_it() -> None:
    bent = shapely.Polygon([(0, 0), (10, 0), (10, 10), (8, 10), (8, 2), (2, 2), (2, 9), (0, 7.5)])
    lonlat = np.array([(1.0, 2.0), (-1.0, 2.0), (5.0, 2.0), (9.0, 2.0), (11.0, 2.0)])
    assert pairs(lonlat, bent) == [(0, 0), (2, 0), (3, 0)]


@pytest.mark.usefixtures("both")
def test_many_cells_lie_inside_or_beside_as_a_whole() -> None:
    lonlat = np.random.default_rng(5).uniform(-1, 11, (900, 2))
    bent = shapely.Polygon([(0, 0), (10, 0), (10, 10), (8, 10), (8, 2), (2, 2), (2, 9), (0, 7.5)])
    assert pairs(lonlat, bent) == as_geos_has_it(lonlat, bent)


@pytest.mark.usefixtures("both")
def test_cells_inside_one_area_may_lie_inside_or_touch_others() -> None:
    lonlat = np.random.default_rng(6).uniform(-1, 11, (900, 2))
    shapes = shapely.box([0, 3, 0, 4], [0, 3, 5, 4], [10, 7, 10, 6], [10, 7, 10, 6])
    assert pairs(lonlat, *shapes) == as_geos_has_it(lonlat, *shapes)


def test_points_are_looked_at_in_runs_that_add_up(monkeypatch: pytest.MonkeyPatch) -> None:
    lonlat = np.random.default_rng(7).uniform(-1, 11, (900, 2))
    shapes = shapely.box([0, 3, 2], [0, 3, 2], [10, 7, 4], [10, 7, 4])
    expected = as_geos_has_it(lonlat, *shapes)
    monkeypatch.setattr(module, "_ROOM", 70)
    assert pairs(lonlat, *shapes) == expected
    counts = [sum(area == number for _, area in expected) for number in range(3)]
    assert numbers_in_areas(lonlat, areas(*shapes), 4).tolist() == [*counts, 0]
    assert numbers_in_areas(lonlat, areas(*shapes), 2).tolist() == counts[:2]


@pytest.mark.usefixtures("both")
def test_what_rounding_would_move_over_a_line_stays_on_its_side() -> None:
    """Around a line that goes through no crossing of two numbers."""
    one, other = (0.1, 0.1), (17.3, 5.9)
    area = shapely.Polygon([one, other, (0.1, 5.9)])
    lon = np.linspace(1, 17, 40)
    lat = 0.1 + (lon - 0.1) * (5.8 / 17.2)
    shifted = [np.nextafter(lat, up) for up in (-9.0, 9.0)]
    lonlat = np.column_stack((np.tile(lon, 3), np.concatenate((lat, *shifted))))
    exact = [place for place, point in enumerate(lonlat) if _side(one, other, point) >= 0]
    assert areas_of_points(lonlat, areas(area)).point.tolist() == exact


def _side(one: tuple[float, float], other: tuple[float, float], point: np.ndarray) -> Fraction:
    (ax, ay), (bx, by), (x, y) = (map(Fraction, map(float, place)) for place in (one, other, point))
    return (bx - ax) * (y - ay) - (by - ay) * (x - ax)


@given(st.tuples(*[st.floats(-180, 180, width=32)] * 6))
def test_sides_are_told_without_rounding(numbers) -> None:
    a, b, point = numbers[:2], numbers[2:4], numbers[4:]
    expected = _side(a, b, np.array(point))
    told = (expected > 0) - (expected < 0)
    assert module._exact_side(*map(float, numbers)) == told
    assert module._side(*map(float, numbers)) == told


def test_points_without_a_position_are_nowhere() -> None:
    assert pairs(np.array([(np.nan, 0.5), (0.5, np.nan), (0.5, 0.5)]), shapely.box(0, 0, 1, 1)) == [
        (2, 0)
    ]


def test_an_area_keeps_its_number_and_one_without_ground_has_no_points() -> None:
    rings = Areas(
        np.array([(0, 0), (1, 1), (0, 0), (1, 0), (1, 1), (0, 1)], dtype=float),
        np.array([0, 2, 2, 6]),
        np.array([3, 4, 7]),
    )
    found = areas_of_points(np.array([(0.5, 0.5)]), rings)
    assert (found.point.tolist(), found.area.tolist()) == ([0], [7])


@pytest.mark.usefixtures("both")
def test_an_area_as_narrow_as_a_line_is_its_border() -> None:
    narrow = Areas(np.array([(1.0, 0), (1, 1), (1, 2)]), np.array([0, 3]), np.array([0]))
    lonlat = np.array([(1, 0.5), (1, 2), (1, 2.5), (1.5, 1)])
    assert areas_of_points(lonlat, narrow).point.tolist() == [0, 1]


def test_without_points_or_areas_there_are_no_pairs() -> None:
    assert pairs(np.empty((0, 2)), shapely.box(0, 0, 1, 1)) == []
    assert pairs(np.array([(0.5, 0.5)])) == []


@pytest.mark.parametrize(
    ("corner", "starts", "area", "words"),
    [
        (0.0, [0, 3], [0, 1], "ascending"),
        (0.0, [0, 3, 3], [1, 0], "ascending"),
        (0.0, [0, 4], [0], "share out"),
        (np.inf, [0, 3], [0], "no position"),
    ],
)
def test_areas_that_do_not_hold_together_are_refused(corner, starts, area, words) -> None:
    broken = Areas(np.full((3, 2), corner), np.array(starts), np.array(area))
    with pytest.raises(ValueError, match=words):
        areas_of_points(np.zeros((1, 2)), broken)
