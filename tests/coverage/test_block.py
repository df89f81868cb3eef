"""Flat arrays: some of their rows, joined, and made of shapes."""

import numpy as np
import shapely

from mapper.coverage.block import areas_of, shapes_of, taken, ways_joined, ways_of
from mapper.coverage.inputs import cameras_of
from tests.factories.cameras import HERE, SEEN_ON


def row(pk: int, facings: list[dict[str, float | None]]) -> tuple[object, ...]:
    point = shapely.to_wkb(shapely.Point(HERE))
    told = (point, "fixed", "public", 3.0, None, "police", "yes", "confirmed", SEEN_ON)
    return (pk, *told, facings)


FACED = {"bearing": 10.0, "opening": None}
CAMERAS = cameras_of([row(1, [FACED]), row(2, []), row(3, [FACED, FACED])], SEEN_ON)


def test_some_cameras_keep_their_facings() -> None:
    some = CAMERAS.only(np.array([False, True, True]))
    assert some.pk.tolist() == [2, 3]
    assert some.facing_of.tolist() == [1, 1]
    assert some.facing_unknown.tolist() == [True, False]


def test_cameras_are_joined() -> None:
    both = CAMERAS.joined(CAMERAS)
    assert both.pk.tolist() == [1, 2, 3, 1, 2, 3]
    assert both.facing_of.tolist() == [0, 2, 2, 3, 5, 5]
    assert len(both) == 6


def test_lines_become_ways_and_are_taken_and_joined() -> None:
    lines = np.array(
        [shapely.LineString([(0, 0), (1, 1)]), shapely.LineString([(2, 2), (3, 3), (4, 4)])]
    )
    ways = ways_of(lines)
    assert ways.starts.tolist() == [0, 2, 5]
    lonlat, starts = taken(ways.lonlat, ways.starts, np.array([1]))
    assert (lonlat[0].tolist(), starts.tolist()) == ([2, 2], [0, 3])
    assert ways_joined(ways, ways).starts.tolist() == [0, 2, 5, 7, 10]
    assert ways_of(np.empty(0, dtype=object)).starts.tolist() == [0]


def test_areas_keep_holes_and_parts_and_lose_what_has_no_ground() -> None:
    holed = shapely.box(0, 0, 9, 9).difference(shapely.box(1, 1, 2, 2))
    both = shapely.MultiPolygon([shapely.box(0, 0, 1, 1), shapely.box(2, 2, 3, 3)])
    mixed = shapely.GeometryCollection([shapely.Point(0, 0), shapely.box(5, 5, 6, 6)])
    areas = areas_of(np.array([holed, shapely.Point(1, 1), both, mixed]))
    assert areas.area.tolist() == [0, 0, 2, 2, 3]
    assert areas.starts.tolist() == [0, 4, 8, 12, 16, 20]


def test_no_shapes_are_no_shapes() -> None:
    assert len(shapes_of([])) == 0
