"""Tests of cutting faces into blocks."""

from random import Random

import pytest
import shapely
from shapely import Point
from shapely.affinity import translate

from mapper.exchange.sources.demo_town.blocks import BLOCK_AREA_M2, quarter_at, streets_within
from mapper.exchange.sources.demo_town.plan.quarters import QUARTERS

SPOTS = {quarter.style: quarter.spot for quarter in QUARTERS}


def face_in(style: str, side: float = 300) -> shapely.Polygon:
    """A square face in the middle of a quarter of some style."""
    return translate(shapely.box(-side / 2, -side / 2, side / 2, side / 2), *SPOTS[style])


def blocks_of(face: shapely.Polygon, streets: list[shapely.LineString]) -> list[shapely.Polygon]:
    noded = shapely.union_all([face.exterior, *streets], grid_size=0.01)
    return list(shapely.get_parts(shapely.polygonize(list(shapely.get_parts(noded)))))


def test_a_spot_belongs_to_the_nearest_quarter():
    for quarter in QUARTERS:
        assert quarter_at(*quarter.spot) == quarter


@pytest.mark.parametrize("style", ["old", "terraces", "villas", "works"])
def test_blocks_become_as_small_as_their_quarter_likes(style: str):
    face = face_in(style)
    blocks = blocks_of(face, streets_within(face, [], Random(1)))
    assert sum(block.area for block in blocks) == pytest.approx(face.area, rel=1e-4)
    assert max(block.area for block in blocks) < 2 * BLOCK_AREA_M2[style]
    assert len(blocks) > 1


def test_a_grid_runs_right_through():
    face = face_in("grid")
    streets = streets_within(face, [], Random(1))
    assert all(street.length > 300 for street in streets)
    assert len(blocks_of(face, streets)) >= 6


def test_no_street_of_a_grid_runs_close_beside_the_edge_of_its_face():
    face = face_in("grid")
    heart = face.buffer(-34)
    for street in streets_within(face, [], Random(1)):
        assert street.intersection(heart).length > street.length / 3


@pytest.mark.parametrize("style", ["park", "wood"])
def test_nothing_cuts_a_park_or_a_wood(style: str):
    assert streets_within(face_in(style), [], Random(1)) == []


def test_a_street_goes_on_where_another_ends_nearby():
    face = face_in("terraces", 160)
    west, south, _, north = face.bounds
    ends = [Point(west + 86, south), Point(west + 86, north)]
    streets = streets_within(face, list(ends), Random(1))
    assert any(min(street.distance(end) for end in ends) < 0.6 for street in streets)


def test_a_face_too_narrow_for_a_street_stays_whole():
    narrow = translate(shapely.box(-500, -10, 500, 10), *SPOTS["terraces"])
    assert streets_within(narrow, [], Random(1)) == []
