"""Lines and areas in a tile: cut, simple, valid, and turning the right way."""

import numpy as np
import shapely
from hypothesis import given
from hypothesis import strategies as st

from mapper.geometry import TILE_EXTENT
from mapper.settings import limits
from mapper.tiles.encoding import Layer
from mapper.tiles.shapes import Shapes, draw_areas, draw_lines, draw_points, into_tile, merged
from mapper.tiles.tile import Tile
from tests.tiles.reading import read_layer

RIM = TILE_EXTENT * limits.TILE_BUFFER
CORNER = st.tuples(st.floats(-500, 4600), st.floats(-500, 4600))


def array(*shapes: shapely.Geometry) -> Shapes:
    return np.array(shapes, dtype=object)


def signed_area(ring: list[list[int]]) -> float:
    """The surveyor's formula in the tile's own units: positive is clockwise on the map."""
    x, y = np.array(ring).T
    return float(np.sum(x * np.roll(y, -1) - np.roll(x, -1) * y)) / 2


def test_a_shape_is_cut_at_the_rim() -> None:
    everywhere = shapely.box(-170, -80, 170, 80)
    [cut] = into_tile(array(everywhere), Tile(4, 8, 8))
    assert shapely.bounds(cut).tolist() == [-RIM, -RIM, TILE_EXTENT + RIM, TILE_EXTENT + RIM]


def test_a_broken_area_is_mended() -> None:
    bow_tie = shapely.Polygon([(0, 0), (10, -10), (10, 0), (0, -10)])
    [mended] = into_tile(array(bow_tie), Tile(4, 8, 8))
    assert shapely.is_valid(mended)
    assert not shapely.is_empty(mended)


def test_an_outline_turns_clockwise_on_the_map_and_a_hole_against_it() -> None:
    area = shapely.Polygon(
        [(0, 0), (0, 1000), (1000, 1000), (1000, 0)],
        [[(400, 400), (600, 400), (600, 600), (400, 600)]],
    )
    for turned in (area, shapely.reverse(area)):
        [feature] = read_layer(Layer("areas", draw_areas(array(turned)).drawings))
        outline, hole = feature["geometry"]["coordinates"]
        assert signed_area(outline) == 1_000_000
        assert signed_area(hole) == -40_000


@given(st.lists(st.lists(CORNER, min_size=3, max_size=8), min_size=1, max_size=4))
def test_areas_are_valid_when_read(rings: list[list[tuple[float, float]]]) -> None:
    drawn = draw_areas(array(*(shapely.Polygon(ring) for ring in rings)))
    features = read_layer(Layer("areas", drawn.drawings))
    assert len(features) == len(drawn.places)
    for feature in features:
        assert shapely.is_valid(shapely.geometry.shape(feature["geometry"]))


@given(st.lists(st.lists(CORNER, min_size=2, max_size=8), min_size=1, max_size=4))
def test_lines_never_stand_still(lines: list[list[tuple[float, float]]]) -> None:
    drawn = draw_lines(array(*(shapely.LineString(line) for line in lines)))
    for feature in read_layer(Layer("lines", drawn.drawings)):
        line = np.array(feature["geometry"]["coordinates"])
        assert np.abs(np.diff(line, axis=0)).sum(axis=1).min() > 0


@given(st.lists(st.lists(CORNER, min_size=3, max_size=5), min_size=1, max_size=4))
def test_lines_among_areas_are_told_apart(rings: list[list[tuple[float, float]]]) -> None:
    tiny = shapely.Polygon([(0, 0), (0.2, 0), (0.2, 0.2)])
    shapes = array(tiny, *map(shapely.Polygon, rings), shapely.LineString([(0, 0), (50, 50)]))
    assert draw_lines(shapes).places.tolist() == [len(shapes) - 1]
    assert len(shapes) - 1 not in draw_areas(shapes).places


def test_an_area_of_a_pixel_is_left_out() -> None:
    drawn = draw_areas(array(shapely.box(0, 0, 5, 5), shapely.box(0, 0, 50, 50)))
    assert drawn.places.tolist() == [1]


def test_nothing_gives_nothing() -> None:
    assert draw_points(np.empty((0, 2))) == []
    assert draw_lines(array()).drawings == []
    assert draw_areas(array(shapely.Polygon())).drawings == []


def test_lines_of_one_key_are_joined_and_what_runs_twice_runs_once() -> None:
    lines = array(
        shapely.LineString([(0, 0), (1, 0)]),
        shapely.LineString([(5, 5), (6, 6)]),
        shapely.LineString([(1, 0), (2, 0)]),
        shapely.LineString([(1, 0), (2, 0)]),
    )
    joined = merged(lines, np.array([0, 1, 0, 0]))
    assert [shapely.length(line) for line in joined] == [2, 2**0.5]
    assert {line.geom_type for line in joined} == {"LineString"}
