"""What a base tile asks the database."""

from datetime import date

import pytest
import shapely
from django.contrib.gis.geos import LineString

from mapper.geometry import Box
from mapper.tiles.base_rows import (
    areas_in,
    buildings_in,
    extents_with_land,
    labels_in,
    places_in,
    streets_in,
)
from mapper.vocabulary import GroundKind, LabelRank, Level, StreetClass
from tests.factories.places import (
    around,
    make_area,
    make_building,
    make_ground,
    make_label,
    make_place,
    make_street,
)

pytestmark = pytest.mark.django_db
BOX = Box(*around())
ELSEWHERE = Box(0, 0, 1, 1)


def test_streets_of_the_classes_asked_for() -> None:
    make_street("Broad Street", street_class=StreetClass.PRIMARY)
    make_street("Narrow Lane", street_class=StreetClass.SERVICE)
    rows = streets_in(BOX, [StreetClass.PRIMARY])
    assert (list(rows.kinds), list(rows.names)) == (["primary"], ["Broad Street"])
    assert [shape.geom_type for shape in rows.shapes] == ["LineString"]


def test_nothing_elsewhere() -> None:
    make_street()
    make_building()
    make_area()
    make_place()
    make_label()
    assert len(streets_in(ELSEWHERE, list(StreetClass)).shapes) == 0
    assert len(buildings_in(ELSEWHERE).shapes) == 0
    assert len(areas_in(ELSEWHERE, list(GroundKind)).shapes) == 0
    assert len(places_in(ELSEWHERE, list(Level)).shapes) == 0
    assert len(labels_in(ELSEWHERE, list(LabelRank)).shapes) == 0


def test_everything_here() -> None:
    make_building()
    make_place("Ward 1")
    make_label("Town", rank=LabelRank.TOWN)
    assert len(buildings_in(BOX).shapes) == 1
    assert list(places_in(BOX, [Level.WARD]).names) == ["Ward 1"]
    assert list(labels_in(BOX, [LabelRank.TOWN]).kinds) == ["town"]


def test_areas_may_be_lines_and_are_told_apart_by_kind() -> None:
    lon, lat = (BOX.west + BOX.east) / 2, (BOX.south + BOX.north) / 2
    make_area(GroundKind.PARK)
    make_area(GroundKind.WATER, LineString((lon, lat), (lon + 1, lat), srid=4326), name="Brook")
    water = areas_in(BOX, list(GroundKind)).only([GroundKind.WATER])
    assert list(water.names) == ["Brook"]
    assert water.shapes[0].geom_type == "LineString"


def test_only_grounds_with_their_own_land_replace_the_worlds() -> None:
    make_ground("inland")
    coast = make_ground("coast", extent=(0, 0, 1, 1))
    assert len(extents_with_land()) == 0
    make_area(GroundKind.LAND, ground=coast)
    [extent] = extents_with_land()
    assert shapely.bounds(extent).tolist() == [0, 0, 1, 1]


def test_places_whose_boundaries_were_replaced_are_drawn_no_more() -> None:
    make_place("Old ward", ground=make_ground("old", retired_on=date(2026, 1, 1)))
    make_place("New ward")
    assert list(places_in(BOX, [Level.WARD]).names) == ["New ward"]
