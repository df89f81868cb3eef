"""The layer of a view tile, read back by a library that is not ours."""

import shapely

from mapper.coverage.drawn_views import DrawnView
from mapper.tiles.view_layer import view_layer
from mapper.vocabulary import Detail
from tests.factories.cameras import HERE
from tests.tiles.reading import read_layer
from tests.tiles.test_camera_layers import tile_at

AROUND = shapely.Point(HERE).buffer(0.0003)
KNOWN = DrawnView(7, AROUND, Detail.OBSERVE, 1.0, assumed=False, by="public")
ASSUMED = DrawnView(8, AROUND, Detail.RECOGNISE, 1 / 6, assumed=True, by="unknown")


def test_each_row_is_an_area_with_what_is_known_of_it():
    features = read_layer(view_layer([KNOWN, ASSUMED], tile_at(*HERE, 17)))
    assert [one["geometry"]["type"] for one in features] == ["Polygon", "Polygon"]
    assert [one["properties"] for one in features] == [
        {"camera": 7, "detail": "observe", "share": 100, "assumed": 0, "by": "public"},
        {"camera": 8, "detail": "recognise", "share": 17, "assumed": 1, "by": "unknown"},
    ]


def test_a_view_that_is_nothing_is_left_out():
    blind = KNOWN._replace(shape=shapely.Polygon())
    assert read_layer(view_layer([blind], tile_at(*HERE, 17))) == []


def test_a_view_in_several_parts_is_one_feature():
    parts = shapely.MultiPolygon([AROUND, shapely.affinity.translate(AROUND, 0.001)])
    [feature] = read_layer(view_layer([KNOWN._replace(shape=parts)], tile_at(*HERE, 16)))
    assert feature["geometry"]["type"] == "MultiPolygon"


def test_without_cameras_the_layer_is_empty():
    assert read_layer(view_layer([], tile_at(*HERE, 17))) == []
