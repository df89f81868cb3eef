"""The sums along a walk, against answers known beforehand or from a library that is not ours."""

import random
from collections.abc import Callable
from typing import Any

import pytest
import shapely
from playwright.sync_api import Page

Sum = Callable[..., Any]
CALL = """async ({ module, name, given }) => {
  const found = (await import(module))[name](...given);
  return found instanceof Map ? Object.fromEntries(found) : found;
}"""


@pytest.fixture
def sums(page: Page) -> Sum:
    """Call a function of the module in the browser: `sums("lengthOf", [[0, 1]])`."""
    page.goto("/walk/")
    module = page.locator('link[href*="/walk-geometry"]').get_attribute("href")
    return lambda name, *given: page.evaluate(
        CALL, {"module": module, "name": name, "given": given}
    )


def ring(*corners: tuple[float, float]) -> list[dict[str, float]]:
    return [{"x": x, "y": y} for x, y in corners]


def piece(one: tuple[float, float], other: tuple[float, float]) -> dict[str, Any]:
    length = shapely.distance(shapely.Point(one), shapely.Point(other))
    return {
        "a": dict(zip("xy", one, strict=True)),
        "b": dict(zip("xy", other, strict=True)),
        "from": 0,
        "to": length,
    }


def inside(sums: Sum, line: dict[str, Any], *rings: list[dict[str, float]]) -> Any:
    return sums("partsInside", line, sums("areaOf", list(rings)))


SQUARE = ring((0, 0), (10, 0), (10, 10), (0, 10))


def test_a_walk_is_as_long_as_on_the_ground(sums: Sum) -> None:
    equator = [{"lat": 0, "lon": 0}, {"lat": 0, "lon": 1}]
    legs = sums("legsOf", [equator])
    assert sums("lengthOfLegs", legs) == pytest.approx(111_195, rel=1e-4)
    assert sums("lengthOfLegs", []) == 0


def test_a_walk_over_the_date_line_goes_the_short_way(sums: Sum) -> None:
    legs = sums("legsOf", [[{"lat": 0, "lon": 179.999}, {"lat": 0, "lon": -179.999}]])
    assert sums("lengthOfLegs", legs) == pytest.approx(222.4, rel=1e-3)
    assert set(sums("piecesByTile", legs, 4)) == {"15/8", "0/8"}


def test_points_on_one_spot_are_no_leg(sums: Sum) -> None:
    here = {"lat": 1, "lon": 1}
    assert sums("legsOf", [[here, here], [here]]) == []


def test_a_walk_is_cut_at_the_tiles_and_loses_nothing(sums: Sum) -> None:
    line = [
        {"lat": 46.99, "lon": -28.01},
        {"lat": 47.0, "lon": -28.0},
        {"lat": 46.98, "lon": -28.0},
    ]
    legs = sums("legsOf", [line])
    pieces = [one for found in sums("piecesByTile", legs, 16).values() for one in found]
    assert sum(one["to"] - one["from"] for one in pieces) == pytest.approx(
        sums("lengthOfLegs", legs)
    )
    units = [one[end][axis] for one in pieces for end in "ab" for axis in "xy"]
    assert min(units) >= -1e-6
    assert max(units) <= 4096 + 1e-6


@pytest.mark.parametrize(
    ("line", "parts"),
    [
        (piece((-5, 5), (15, 5)), [[5, 15]]),
        (piece((2, 5), (8, 5)), [[0, 6]]),
        (piece((-5, 20), (15, 20)), []),
        (piece((-5, 5), (-1, 5)), []),
        (piece((5, 5), (5, 25)), [[0, 5]]),
    ],
    ids=["across", "within", "beside", "before", "outwards"],
)
def test_parts_inside_a_square(sums: Sum, line: dict[str, Any], parts: list[list[float]]) -> None:
    assert inside(sums, line, SQUARE) == parts


def test_a_hole_is_outside(sums: Sum) -> None:
    hole = ring((4, 4), (6, 4), (6, 6), (4, 6))
    assert inside(sums, piece((-5, 5), (15, 5)), SQUARE, hole) == [[5, 9], [11, 15]]


def test_random_areas_and_lines_agree_with_another_library(sums: Sum) -> None:
    dice = random.Random(7)  # noqa: S311  (areas to test with)
    for _ in range(40):
        corners = [(dice.uniform(0, 100), dice.uniform(0, 100)) for _ in range(9)]
        area = shapely.Polygon(shapely.convex_hull(shapely.MultiPoint(corners)).boundary.coords)
        ends = [(dice.uniform(-20, 120), dice.uniform(-20, 120)) for _ in range(2)]
        parts = inside(sums, piece(*ends), ring(*area.exterior.coords[:-1]))
        expected = area.intersection(shapely.LineString(ends)).length
        assert sums("lengthOf", parts) == pytest.approx(expected, abs=1e-6)


def test_a_band_reaches_so_far_to_each_side(sums: Sum) -> None:
    [band] = sums("bandsAround", ring((0, 0), (100, 0)), 5)
    area = shapely.Polygon([(corner["x"], corner["y"]) for corner in band])
    assert area.bounds == pytest.approx((-5, -5, 105, 5))
    assert area.area == pytest.approx(
        shapely.LineString([(0, 0), (100, 0)]).buffer(5).area, rel=0.01
    )


def test_parts_that_overlap_count_once(sums: Sum) -> None:
    assert sums("united", [[5, 9], [0, 3], [2, 4]]) == [[0, 4], [5, 9]]
    assert sums("lengthOf", [[0, 4], [5, 9]]) == 8


def test_independent_cameras_together_see_what_neither_misses(sums: Sum) -> None:
    sure = {"parts": [[0, 10]], "share": 1}
    half = {"parts": [[5, 25]], "share": 0.5}
    quarter = {"parts": [[15, 25]], "share": 0.25}
    found = sums("metresInView", [sure, half, quarter])
    assert found == {"least": 10, "likely": pytest.approx(10 + 2.5 + 6.25), "most": 25}
    assert sums("metresInView", []) == {"least": 0, "likely": 0, "most": 0}


def test_parts_are_drawn_where_they_are(sums: Sum) -> None:
    line = [{"lat": 0, "lon": 0}, {"lat": 0, "lon": 0.001}, {"lat": 0.001, "lon": 0.001}]
    length = sums("lengthOfLegs", sums("legsOf", [line]))
    drawn = sums("linesOf", [line], [[length / 4, length * 3 / 4]])
    assert [[point["lon"] for point in part] for part in drawn] == [
        pytest.approx([0.0005, 0.001]),
        pytest.approx([0.001, 0.001]),
    ]
