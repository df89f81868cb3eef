"""Outlines become walls: turned, counted, and mended aloud."""

import numpy as np
import pytest
from shapely import GeometryCollection, LineString, MultiPolygon, Point, Polygon, box
from shapely.geometry.base import BaseGeometry

from mapper.geometry.views import Repair, Walls, walls_of

BOW = Polygon([(0, 0), (1, 1), (1, 0), (0, 1)])
COURT = Polygon([(0, 0), (0, 4), (4, 4), (4, 0)], [[(1, 1), (2, 1), (2, 2)]])


def rings(walls: Walls) -> list[np.ndarray]:
    return np.split(walls.lonlat, walls.starts[1:-1])


def doubled_area(ring: np.ndarray) -> float:
    """Twice the area, positive where the ring runs against the clock."""
    following = np.roll(ring, -1, axis=0)
    return float((ring[:, 0] * following[:, 1] - ring[:, 1] * following[:, 0]).sum())


def test_a_ring_does_not_repeat_its_first_corner() -> None:
    walls, repairs = walls_of([box(0, 0, 1, 2)])
    assert walls.starts.tolist() == [0, 4]
    assert len(np.unique(walls.lonlat, axis=0)) == 4
    assert repairs == []


def test_every_ring_has_its_building_on_the_left() -> None:
    walls, _ = walls_of([COURT, COURT.reverse()])
    assert [np.sign(doubled_area(ring)) for ring in rings(walls)] == [1, -1, 1, -1]
    assert walls.building.tolist() == [0, 0, 1, 1]


def test_a_crossing_outline_is_mended_and_told() -> None:
    walls, repairs = walls_of([box(0, 0, 1, 1), BOW])
    assert walls.building.tolist() == [0, 1, 1]
    assert [repair.index for repair in repairs] == [1]
    assert "Self-intersection" in repairs[0].reason


def test_parts_that_overlap_become_one() -> None:
    walls, repairs = walls_of([MultiPolygon([box(0, 0, 2, 2), box(1, 1, 3, 3)])])
    assert walls.starts.tolist() == [0, 8]
    assert len(repairs) == 1


@pytest.mark.parametrize("shape", [Point(1, 1), LineString([(0, 0), (1, 1)]), Polygon()])
def test_what_has_no_area_has_no_walls_and_is_told(shape: BaseGeometry) -> None:
    walls, repairs = walls_of([shape, COURT])
    assert walls.building.tolist() == [1, 1]
    assert repairs == [Repair(0, "it has no area")]


def test_a_flat_outline_is_told_too() -> None:
    walls, repairs = walls_of([Polygon([(0, 0), (1, 0), (2, 0)])])
    assert walls.starts.tolist() == [0]
    assert repairs[-1] == Repair(0, "it has no area")


@pytest.mark.filterwarnings("ignore:invalid value")
def test_a_corner_that_is_no_number_is_told() -> None:
    lost = Polygon([(0, 0), (1, np.nan), (1, 0)])
    far = Polygon([(0, 0), (1, np.inf), (1, 0)])
    walls, repairs = walls_of([lost, COURT, far])
    assert walls.building.tolist() == [1, 1]
    assert repairs == [Repair(n, "a corner is no finite number") for n in (0, 2)]


def test_of_a_collection_only_the_areas_count() -> None:
    walls, repairs = walls_of([GeometryCollection([COURT, Point(0, 0)])])
    assert len(walls.building) == 2
    assert repairs == []


def test_nothing_has_no_walls() -> None:
    walls, repairs = walls_of([])
    assert walls.starts.tolist() == [0]
    assert walls.lonlat.shape == (0, 2)
    assert repairs == []
