"""The polygons and lines in any geometry, and shapes as the database takes them."""

import pytest
import shapely
from django.contrib.gis.geos import LineString

from mapper.exchange.sources.shapes import (
    as_stored,
    lines_of,
    polygons_of,
    repaired,
    tidied,
)


@pytest.mark.parametrize(
    ("wkt", "polygons", "lines"),
    [
        ("POINT (1 1)", None, None),
        ("LINESTRING (1 1, 2 2)", None, "LineString"),
        ("MULTILINESTRING ((1 1, 2 2), (3 3, 4 4))", None, "MultiLineString"),
        ("GEOMETRYCOLLECTION (POLYGON ((0 0, 1 0, 1 1, 0 0)), POINT (5 5))", "MultiPolygon", None),
        ("POLYGON EMPTY", None, None),
    ],
)
def test_parts_of_any_geometry(wkt, polygons, lines):
    geometry = shapely.from_wkt(wkt)
    for found, expected in ((polygons_of(geometry), polygons), (lines_of(geometry), lines)):
        assert (found and found.geom_type) == expected


def test_a_shape_of_another_kind_is_an_error():
    with pytest.raises(TypeError, match="a Point stands where a LineString is stored"):
        as_stored(shapely.Point(1, 1), LineString)


def test_corners_are_kept_to_a_centimetre():
    tidy = tidied(shapely.LineString([(0.1 + 0.2, 1 / 3), (24.9, 60.1)]))
    assert list(tidy.coords) == [(0.3, 0.3333333), (24.9, 60.1)]


def test_what_crosses_itself_is_repaired_onto_the_same_corners():
    bow_tie = shapely.Polygon([(0, 0), (1 / 3, 1), (1 / 3, 0), (0, 0.7)])
    found = repaired(bow_tie)
    assert found.is_valid
    assert found.equals(tidied(found))
    assert repaired(shapely.Polygon([(0, 0), (1, 1), (0, 0)])) is None
