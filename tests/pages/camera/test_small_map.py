"""The small map of one camera."""

import pytest
from django.contrib.gis.geos import LineString, Polygon

from mapper.pages.camera.small_map import small_map
from mapper.vocabulary import GroundKind, Kind
from tests.factories.cameras import HERE, make_camera
from tests.factories.places import around, make_area, make_building, make_street

pytestmark = pytest.mark.django_db

LON, LAT = HERE


def test_on_unmapped_ground_there_is_the_camera_alone():
    drawn = small_map(make_camera())
    assert (drawn.ground.areas, drawn.ground.buildings, drawn.sectors) == ((), (), ())
    assert not drawn.ground.by_the_sea
    assert "no street with a name" in drawn.description


def test_land_comes_first_and_makes_the_rest_sea():
    river = LineString((LON - 0.001, LAT), (LON + 0.001, LAT), srid=4326)
    make_area(GroundKind.PARK)
    make_area(GroundKind.WATER, river)
    make_area(GroundKind.LAND, Polygon.from_bbox(around(degrees=1)))
    drawn = small_map(make_camera())
    assert [kind for kind, _ in drawn.ground.areas] == ["land", "park", "water-line"]
    assert drawn.ground.by_the_sea


def test_what_only_comes_near_is_left_out():
    far_corner = (LON + 0.0014, LAT + 0.0007, LON + 0.002, LAT + 0.001)
    make_area(GroundKind.PARK, Polygon.from_bbox(far_corner))
    make_building(far_corner)
    drawn = small_map(make_camera())
    assert (drawn.ground.areas, drawn.ground.buildings) == ((), ())


def test_the_drawing_is_told_in_words():
    make_building()
    make_street("Quay")
    described = small_map(make_camera()).description
    assert "160 by 120 metres, north up" in described
    assert "The camera is on Quay" in described
    assert "Buildings: 1." in described


def test_each_facing_is_a_sector():
    facings = [{"bearing": 0, "opening": None}, {"bearing": 180, "opening": 40}]
    drawn = small_map(make_camera(facings=facings))
    assert len(drawn.sectors) == 2
    assert drawn.ring == ""
    assert "sector" in drawn.ring_words


def test_all_round_is_a_circle():
    [path] = small_map(make_camera(facings=[{"bearing": 180, "opening": 360}])).sectors
    assert path.endswith("Z")


@pytest.mark.parametrize(
    ("kind", "ring", "words"),
    [(Kind.FIXED, "unknown", "nobody has said"), (Kind.DOME, "all-round", "all round")],
)
def test_without_a_facing_the_ring_says_why(kind, ring, words):
    drawn = small_map(make_camera(kind=kind))
    assert drawn.ring == ring
    assert words in drawn.ring_words


def test_at_a_pole_no_sector_is_drawn():
    facings = [{"bearing": 0, "opening": None}]
    assert small_map(make_camera(0, 90, facings=facings)).sectors == ()
