"""Shapes out of TopoJSON: backwards arcs, shared borders, the date line and the poles."""

from typing import Any

import numpy as np
import pytest
import shapely

from mapper.tiles.topology import Arc, arcs_of, borders_of, polygons_of


def arc(*corners: tuple[float, float]) -> Arc:
    return np.array(corners, dtype=float)


def polygon(*rings: list[int]) -> dict[str, Any]:
    return {"type": "Polygon", "arcs": list(rings)}


def test_arcs_are_steps_on_a_grid() -> None:
    document = {
        "transform": {"scale": [0.5, 2.0], "translate": [10.0, -20.0]},
        "arcs": [[[0, 0], [2, 1], [-1, 0]]],
    }
    [found] = arcs_of(document)
    assert found.tolist() == [[10, -20], [11, -18], [10.5, -18]]


def test_neighbours_share_an_arc_one_of_them_backwards() -> None:
    arcs = [
        arc((1, 0), (1, 1)),
        arc((1, 1), (0, 1), (0, 0), (1, 0)),
        arc((1, 0), (2, 0), (2, 1), (1, 1)),
    ]
    west, east = polygon([0, 1]), polygon([2, ~0])
    assert [shapely.area(polygons_of(one, arcs)).sum() for one in (west, east)] == [1, 1]
    [border] = borders_of([west, east], arcs)
    assert border.equals(shapely.LineString([(1, 0), (1, 1)]))


def test_a_hole_is_left_out() -> None:
    arcs = [
        arc((0, 0), (4, 0), (4, 4), (0, 4), (0, 0)),
        arc((1, 1), (1, 2), (2, 2), (2, 1), (1, 1)),
    ]
    assert shapely.area(polygons_of(polygon([0], [1]), arcs)).sum() == 15


def test_a_shape_over_the_date_line_comes_out_on_both_sides() -> None:
    arcs = [arc((179, 0), (-179, 0), (-179, 1), (179, 1), (179, 0))]
    bounds = sorted(shapely.bounds(polygons_of(polygon([0]), arcs)).tolist())
    assert bounds == [[-180, 0, -179, 1], [179, 0, 180, 1]]


@pytest.mark.parametrize(("latitude", "pole"), [(-80.0, -90.0), (80.0, 90.0)])
def test_a_shape_round_a_pole_reaches_it(latitude: float, pole: float) -> None:
    around = arc(*((float(lon), latitude) for lon in (-180, -90, 0, 90, 180)))
    parts = polygons_of(polygon([0]), [around])
    assert shapely.area(parts).sum() == pytest.approx(360 * 10)
    assert shapely.intersects_xy(parts, 45.0, (latitude + pole) / 2).any()


def test_several_polygons_are_one_geometry() -> None:
    arcs = [arc((x, 0), (x + 1, 0), (x + 1, 1), (x, 0)) for x in (0.0, 5.0)]
    assert len(polygons_of({"type": "MultiPolygon", "arcs": [[[0]], [[1]]]}, arcs)) == 2
