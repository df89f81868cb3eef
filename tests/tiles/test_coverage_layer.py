"""The layer of a coverage tile, read back by a library that is not ours."""

import numpy as np
import pytest
import shapely

from mapper.tiles.coverage_layer import coverage_layer
from mapper.tiles.coverage_rows import Known, WatchedStreets
from mapper.tiles.cut_lines import Pieces, metres_of
from tests.factories.cameras import HERE
from tests.tiles.reading import read_layer
from tests.tiles.test_camera_layers import tile_at

LON, LAT = HERE
EAST = shapely.LineString([(LON - 0.001, LAT), (LON + 0.001, LAT)])
NORTH = shapely.LineString([(LON + 0.001, LAT), (LON + 0.001, LAT + 0.001)])
ONCE, NOBODY, UNCOMPUTED = (1, 2, 1, 0, 1), (0, 0, 0, 1, 1), (0, 0, 0, 0, 0)


def watched(*stretches):
    """East and north, cut into `(line, from share, to share, known)`."""
    lines = np.array([EAST, NORTH], dtype=object)
    line, begin, end, known = zip(*stretches, strict=True)
    length = metres_of(lines)[list(line)]
    pieces = Pieces(np.array(line), length * begin, length * end)
    return WatchedStreets(lines, pieces, Known(*np.array(known, dtype=np.uint8).T))


def test_each_kind_of_stretch_is_one_feature_with_what_is_known_of_it():
    found = watched((0, 0, 0.5, ONCE), (0, 0.5, 1, NOBODY), (1, 0, 1, UNCOMPUTED))
    features = read_layer(coverage_layer(found, tile_at(*HERE, 16)))
    assert [one["properties"] for one in features] == [
        {"seen": 0, "possible": 0, "faces": 0, "looked": 0, "computed": 0},
        {"seen": 0, "possible": 0, "faces": 0, "looked": 1, "computed": 1},
        {"seen": 1, "possible": 2, "faces": 1, "looked": 0, "computed": 1},
    ]


def test_what_meets_and_is_alike_is_one_line():
    found = watched((0, 0, 0.5, ONCE), (0, 0.5, 1, ONCE), (1, 0, 1, ONCE))
    [feature] = read_layer(coverage_layer(found, tile_at(*HERE, 16)))
    assert feature["geometry"]["type"] == "LineString"
    assert len(feature["geometry"]["coordinates"]) == 3


@pytest.mark.parametrize("zoom", [12, 18])
def test_nothing_is_drawn_where_there_is_nothing(zoom):
    nothing = WatchedStreets(
        np.array([], dtype=object),
        Pieces(np.array([], dtype=np.int64), np.array([]), np.array([])),
        Known(*np.zeros((5, 0), dtype=np.uint8)),
    )
    assert read_layer(coverage_layer(nothing, tile_at(*HERE, zoom))) == []


def test_what_lies_outside_is_cut_off_and_an_empty_kind_left_out():
    found = watched((0, 0, 1, ONCE), (1, 0, 1, NOBODY))
    beside = tile_at(LON - 0.0009, LAT, 18)
    assert [one["properties"]["seen"] for one in read_layer(coverage_layer(found, beside))] == [1]
