"""The layer of a survey tile, read back by a library that is not ours."""

from datetime import date

import shapely

from mapper.tiles.survey_layer import survey_layer
from mapper.tiles.survey_rows import SurveyRow
from tests.factories.cameras import HERE
from tests.tiles.reading import read_layer
from tests.tiles.test_camera_layers import tile_at

LON, LAT = HERE
CIRCLE = SurveyRow(7, shapely.Point(HERE).buffer(0.0005), date(2026, 10, 3), 0)
STREET = SurveyRow(
    8, shapely.MultiLineString([[(LON - 1, LAT), (LON + 1, LAT)]]), date(2025, 1, 31), 3
)


def test_circles_are_areas_and_streets_are_lines():
    features = read_layer(survey_layer([STREET, CIRCLE], tile_at(*HERE, 16)))
    assert [(one["id"], one["geometry"]["type"], one["properties"]) for one in features] == [
        (7, "Polygon", {"looked_on": "2026-10", "found": 0}),
        (8, "LineString", {"looked_on": "2025-01", "found": 3}),
    ]


def test_without_surveys_the_layer_is_empty():
    assert read_layer(survey_layer([], tile_at(*HERE, 16))) == []
