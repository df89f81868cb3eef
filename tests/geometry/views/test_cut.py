"""Views are cut by walls: scenes with known answers, bad input, and random towns."""

from math import cos, pi, radians, sin, sqrt, tan

import numpy as np
import pytest
from shapely import MultiPolygon, Point, Polygon, box

from mapper.geometry.views import (
    Eyes,
    Views,
    horizons,
    standpoints,
    views_of,
)
from mapper.geometry.views import rings as drawn
from tests.geometry.uncompiled import uncompile
from tests.geometry.views.scenes import (
    REACH,
    eyes,
    polygons,
    random_buildings,
    rings,
    shadowed,
    town,
)

DISC = pi * REACH**2
NOTHING = town()
OWN = box(-200, -20, 200, 0)  # a long house south of the middle, which hangs on its north wall


@pytest.fixture(params=["compiled", "plain"], autouse=True)
def loops(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Every scene is seen twice: by compiled loops, and by the same loops as plain Python."""
    if request.param == "plain":
        uncompile(monkeypatch, standpoints, horizons, drawn)


def area(views: Views) -> float:
    """The area of the only row, after the ring was found to be what is promised."""
    assert len(views.area_m2) == 1
    for polygon in polygons(views):
        assert polygon.is_valid
        assert polygon.is_empty or not polygon.exterior.is_ccw
        assert polygon.area == pytest.approx(views.area_m2[0], rel=0.004, abs=3)
    return float(views.area_m2[0])


def test_in_the_open_a_circle_is_seen() -> None:
    views = views_of(eyes({}), NOTHING)
    assert area(views) == pytest.approx(DISC)
    assert len(views.lonlat) == 36
    assert views.cut[0] == 0


@pytest.mark.parametrize("bearing", [0, 10, 350, 180])
@pytest.mark.parametrize("opening", [0.01, 30, 85, 200, 359])
def test_in_the_open_a_sector_is_seen(bearing: float, opening: float) -> None:
    views = views_of(eyes({"bearing": bearing, "opening": opening}), NOTHING)
    assert area(views) == pytest.approx(DISC * opening / 360)
    middle = Point(REACH / 2 * sin(radians(bearing)), REACH / 2 * cos(radians(bearing)))
    assert polygons(views)[0].buffer(0.01).contains(middle)


def test_a_sector_across_north_is_cut_like_any_other() -> None:
    wall = box(-200, 10, 200, 20)
    views = views_of(eyes({"bearing": 5, "opening": 40}), town(wall))
    assert area(views) == pytest.approx(50 * (tan(radians(25)) + tan(radians(15))), rel=1e-5)


def test_a_near_limit_leaves_out_the_foot() -> None:
    views = views_of(eyes({"opening": 60, "near": 20}), NOTHING)
    assert area(views) == pytest.approx((DISC - pi * 400) / 6)
    assert not polygons(views)[0].contains(Point(0, 10))


def test_all_round_a_near_limit_counts_for_nothing() -> None:
    assert area(views_of(eyes({"near": 20}), NOTHING)) == pytest.approx(DISC)


def test_one_wall_casts_its_shadow() -> None:
    # From 10 m away a wall 20 m long covers a quarter of the turn.
    views = views_of(eyes({}), town(box(-10, 10, 10, 12)))
    assert area(views) == pytest.approx(DISC * 3 / 4 + 100, rel=1e-6)
    assert views.cut[0] == pytest.approx(1 - (DISC * 3 / 4 + 100) / DISC)


def test_a_far_wall_hides_only_what_lies_behind_it() -> None:
    # The straight wall crosses the circle: a segment of it is lost.
    half = sqrt(REACH**2 - 100**2)
    turn = np.arctan2(half, 100)
    lost = REACH**2 * turn - half * 100
    views = views_of(eyes({}), town(box(-300, 100, 300, 120)))
    assert area(views) == pytest.approx(DISC - lost)


def test_through_a_slit_a_slice_is_seen() -> None:
    views = views_of(
        eyes({"bearing": 0, "opening": 90}), town(box(-50, 10, -1, 11), box(1, 10, 50, 11))
    )
    slit = 2 * np.arctan2(1, 11)  # the far edges of its sides stand in the way
    walls = 100 - 100 * tan(slit / 2)
    between = polygons(views)[0]
    assert between.contains(Point(0, 100))
    assert not between.contains(Point(12, 100))
    assert area(views) == pytest.approx(REACH**2 * slit / 2 + walls, rel=0.002)


def test_a_corner_hides_what_is_round_it() -> None:
    views = views_of(eyes({}), town(box(5, 5, 100, 100)))
    seen = polygons(views)[0]
    assert seen.contains(Point(4, 80))
    assert not seen.contains(Point(60, 80))


def test_a_wall_that_is_merely_grazed_is_no_obstacle() -> None:
    views = views_of(eyes({"bearing": 0, "opening": 0.2}), town(box(0, 10, 20, 30)))
    assert area(views) == pytest.approx(DISC * 0.1 / 360 + 50 * tan(radians(0.1)), rel=1e-4)
    along = views_of(eyes({}), town(box(10, 0, 20, 5)))
    assert polygons(along)[0].contains(Point(60, -0.1))


def test_in_a_courtyard_the_courtyard_is_seen() -> None:
    house = box(-40, -40, 40, 40).difference(box(-15, -10, 15, 10))
    assert area(views_of(eyes({}), town(house))) == pytest.approx(600)


def test_the_house_a_camera_hangs_on_does_not_blind_it() -> None:
    inside = views_of(eyes({"y": -3}), town(OWN))
    before = views_of(eyes({"y": 0.3}), town(OWN))
    for views in (inside, before):
        assert area(views) == pytest.approx(DISC / 2, rel=0.01)
        assert not polygons(views)[0].contains(Point(0, -10))


def test_a_camera_half_a_metre_off_stays_where_it_is() -> None:
    views = views_of(eyes({"y": 0.3, "bearing": 0, "opening": 60}), town(OWN))
    assert polygons(views)[0].bounds[1] == pytest.approx(0.3)


def test_on_the_wall_itself_it_is_put_just_outside() -> None:
    views = views_of(eyes({"y": 0, "bearing": 90, "opening": 60}), town(OWN))
    assert polygons(views)[0].bounds[1] <= 0.1
    assert area(views) == pytest.approx(DISC / 12, rel=0.01)


def test_one_that_looks_straight_into_its_house_hangs_elsewhere_and_sees_through_it() -> None:
    views = views_of(eyes({"y": -3, "bearing": 180, "opening": 60}), town(OWN))
    assert area(views) == pytest.approx(DISC / 6)
    assert polygons(views)[0].bounds[3] == pytest.approx(-3)


def test_one_that_looks_a_little_into_its_wall_is_cut_by_it() -> None:
    views = views_of(eyes({"y": 0.2, "bearing": 100, "opening": 60}), town(OWN))
    assert 0.3 < views.cut[0] < 0.7


def test_two_facings_of_one_camera_may_differ_in_that() -> None:
    rows = [
        {"camera": 7, "y": -3, "bearing": bearing, "opening": 60, "far": far}
        for bearing, far in [(0, 30), (180, 30), (0, REACH), (180, 50)]
    ]
    views = views_of(eyes(*rows), town(OWN))
    squares = np.array([30, 30, REACH, 50]) ** 2 * pi / 6
    assert views.area_m2 == pytest.approx(squares, rel=0.01)


def test_a_house_with_no_free_side_is_seen_through() -> None:
    middle = box(-5, -5, 5, 5)
    enclosed = [
        middle,
        box(-30, -30, -5, 30),
        box(5, -30, 30, 30),
        box(-5, 5, 5, 30),
        box(-5, -30, 5, -5),
    ]
    views = views_of(eyes({"far": 20}), town(*enclosed))
    assert area(views) == pytest.approx(100)


def test_indoors_the_house_bounds_the_view() -> None:
    house = box(-4, -3, 6, 5)
    assert area(views_of(eyes({"indoors": 1}), town(house))) == pytest.approx(80)
    near = views_of(eyes({"indoors": 1, "far": 2}), town(house))
    assert area(near) == pytest.approx(4 * pi)


def test_indoors_at_the_wall_it_hangs_on_the_inner_side() -> None:
    house = box(-4, -3, 6, 5)
    for x in (-4.3, -4.0, -3.95):
        views = views_of(eyes({"x": x, "indoors": 1}), town(house))
        assert area(views) == pytest.approx(80, rel=1e-3)


def test_indoors_in_no_house_is_outdoors() -> None:
    assert area(views_of(eyes({"indoors": 1}), NOTHING)) == pytest.approx(DISC)


def test_indoors_in_a_house_without_room_it_is_left_out() -> None:
    thin = box(-0.04, -0.04, 0.04, 0.04)
    assert area(views_of(eyes({"indoors": 1}), town(thin))) == pytest.approx(DISC)


def test_on_a_corner_three_quarters_are_seen_and_in_one_a_quarter() -> None:
    convex = views_of(eyes({}), town(box(-150, -150, 0, 0)))
    assert area(convex) == pytest.approx(DISC * 3 / 4, rel=0.01)
    corner = Polygon([(0, 0), (0, 150), (-20, 150), (-20, -20), (150, -20), (150, 0)])
    concave = views_of(eyes({}), town(corner))
    assert area(concave) == pytest.approx(DISC / 4, rel=0.01)


def test_at_the_end_of_a_spike_it_stands_before_it() -> None:
    spike = Polygon([(0, 0), (-150, 1e-3), (-150, -1e-3)])
    assert area(views_of(eyes({}), town(spike))) == pytest.approx(DISC, rel=0.01)


def test_at_the_end_of_one_without_any_width_it_stands_beside_it() -> None:
    spike = Polygon([(0, 0), (-150, 1e-8), (-150, -1e-8)])
    assert area(views_of(eyes({}), town(spike))) == pytest.approx(DISC * 3 / 4, rel=0.01)


def test_corners_told_twice_change_nothing() -> None:
    once = [(-50, 0), (50, 0), (50, -10), (-50, -10)]
    twice = Polygon([corner for corner in once for _ in range(2)])
    for x in (0, -50):
        views = [views_of(eyes({"x": x}), town(house)) for house in (Polygon(once), twice)]
        assert area(views[0]) == pytest.approx(area(views[1]), rel=0.01)


def test_houses_that_overlap_hide_what_either_hides() -> None:
    over = [box(10, -10, 30, 5), box(15, -5, 40, 30)]
    views = views_of(eyes({}), town(*over))
    assert area(views) == pytest.approx(shadowed(over, 0, 360, REACH).area, rel=2e-3)
    twice = views_of(eyes({}), town(*over, *over))
    assert area(twice) == pytest.approx(area(views))


def test_a_camera_on_overlapping_houses_hangs_before_both() -> None:
    views = views_of(eyes({"y": -1}), town(OWN, box(-10, -10, 10, 2)))
    seen = polygons(views)[0]
    assert seen.contains(Point(0, 50))
    assert not seen.contains(Point(0, 1))


def test_houses_of_several_parts_are_one() -> None:
    parts = MultiPolygon([box(-60, 5, -1, 10), box(1, 5, 60, 10)])
    views = views_of(eyes({"bearing": 0, "opening": 120}), town(parts))
    assert polygons(views)[0].contains(Point(0, 60))
    assert not polygons(views)[0].contains(Point(30, 60))


def test_a_crossing_outline_still_hides() -> None:
    bow = Polygon([(-20, 10), (20, 30), (20, 10), (-20, 30)])
    seen = polygons(views_of(eyes({}), town(bow)))[0]
    assert not seen.contains(Point(-30, 30))
    assert seen.contains(Point(0, 15))


def test_a_house_of_ten_thousand_corners_is_a_house() -> None:
    turns = np.linspace(0, 2 * pi, 10_001)[:-1]
    tower = Polygon(np.column_stack((50 + 20 * np.cos(turns), 20 * np.sin(turns))))
    half = np.arcsin(20 / 50)
    seen = DISC * (1 - half / pi) + 20 * 50 * cos(half) - 400 * (pi / 2 - half)
    assert area(views_of(eyes({}), town(tower))) == pytest.approx(seen, rel=1e-3)


def test_a_house_larger_than_the_grid_is_met_from_everywhere() -> None:
    court = box(-9_000, -9_000, 9_000, 9_000).difference(box(-50, -40, 50, 40))
    assert area(views_of(eyes({"far": 200}), town(court))) == pytest.approx(8_000, rel=1e-3)
    hung = views_of(eyes({"x": 50.2, "far": 10}), town(court))
    assert area(hung) == pytest.approx(50 * pi, rel=0.05)


def test_a_wall_before_the_near_limit_hides_what_is_behind() -> None:
    views = views_of(eyes({"opening": 90, "near": 30}), town(box(-5, 10, 5, 12)))
    half = np.arctan2(5, 10)
    assert area(views) == pytest.approx((REACH**2 - 900) * (pi / 4 - half), rel=1e-4)


def test_a_wall_across_the_near_limit_is_cut_by_it() -> None:
    views = views_of(eyes({"opening": 120, "near": 30}), town(box(-200, 20, 200, 30)))
    # The straight wall is seen where it is more than 30 m away, at either side.
    near = np.arccos(20 / 30)
    strip = 200 * (tan(pi / 3) - tan(near)) * 2 - 900 * (pi / 3 - near)
    assert area(views) == pytest.approx(strip, rel=1e-3)


def test_of_a_wall_across_the_near_limit_a_part_beyond_it_is_whole() -> None:
    # A post hides the middle, and what is left of the wall is farther than the near limit.
    walls = town(box(-200, 20, 200, 30), box(-16, 8, 16, 9))
    views = views_of(eyes({"opening": 150, "near": 30}), walls)
    side = radians(75) - np.arctan2(16, 8)
    strip = 400 * (tan(radians(75)) - 2) / 2 - 900 * side / 2
    assert area(views) == pytest.approx(2 * strip, rel=0.01)


def test_of_many_walls_without_a_free_side_not_all_are_tried() -> None:
    tower = Point(0, 0).buffer(5, quad_segs=25)
    views = views_of(eyes({"x": 1}), town(tower, box(-30, -30, 30, 30).difference(tower)))
    assert area(views) == pytest.approx(tower.area, rel=1e-3)


def test_behind_a_wall_nothing_is_seen() -> None:
    views = views_of(eyes({"opening": 30, "near": 30}), town(box(-50, 10, 50, 12)))
    assert area(views) == 0
    assert views.cut[0] == pytest.approx(1)
    assert len(views.lonlat) == 0


@pytest.mark.parametrize(
    "row",
    [
        {"far": 0},
        {"far": -1},
        {"far": np.nan},
        {"far": np.inf},
        {"opening": 0},
        {"opening": -30},
        {"opening": np.nan},
        {"opening": 60, "near": 200},
        {"opening": 60, "bearing": np.nan},
        {"x": np.nan},
        {"y": np.nan},
    ],
)
def test_what_is_no_sector_sees_nothing(row: dict[str, float]) -> None:
    views = views_of(eyes(row), town(OWN))
    assert area(views) == 0
    assert views.cut[0] == 0


@pytest.mark.parametrize("lat", [90, -90, 89.95])
def test_at_a_pole_nothing_is_drawn(lat: float) -> None:
    views = views_of(eyes({}, lat=lat), NOTHING)
    assert views.area_m2[0] == 0
    assert len(views.lonlat) == 0


@pytest.mark.parametrize("lon", [180, -180, 179.9995])
def test_over_the_date_line_it_is_as_elsewhere(lon: float) -> None:
    there = town(*random_buildings(3, 12, 40), lon=lon)
    wrapped = (there.lonlat[:, 0] + 180) % 360 - 180
    split = type(there)(
        np.column_stack((wrapped, there.lonlat[:, 1])), there.starts, there.building
    )
    here = views_of(eyes({}), town(*random_buildings(3, 12, 40)))
    for walls in (there, split):
        assert views_of(eyes({}, lon=lon), walls).area_m2 == pytest.approx(here.area_m2)


def test_at_the_southern_edge_of_the_grid_it_is_as_in_the_north() -> None:
    views = views_of(eyes({}, lat=-89.8), town(box(-10, 10, 10, 12), lat=-89.8))
    assert views.area_m2[0] == pytest.approx(DISC * 3 / 4 + 100, rel=1e-3)


def test_several_eyes_at_one_point_see_what_each_would_alone() -> None:
    walls = town(*random_buildings(5, 10, 40))
    rows = [
        {"camera": 1},
        {"camera": 1, "opening": 60, "far": 30},
        {"camera": 2},
        {"camera": 2, "indoors": 1},
        {"camera": 2, "x": 30},
        {"camera": 2, "x": 30, "y": 1},
    ]
    together = views_of(eyes(*rows), walls)
    alone = [views_of(eyes(row), walls) for row in rows]
    assert together.area_m2 == pytest.approx([float(views.area_m2[0]) for views in alone])
    for one, other in zip(rings(together), [rings(views)[0] for views in alone], strict=True):
        assert np.abs(one - other).max() < 1e-6


def test_no_eyes_have_no_views() -> None:
    one = eyes({})
    none = Eyes(*(getattr(one, name)[:0] for name in Eyes.__slots__))
    assert views_of(none, town(OWN)).starts.tolist() == [0]


def test_arrays_grow_with_what_is_seen() -> None:
    comb = [(x, 20 if x % 2 else 22) for x in range(-300, 301)]
    house = Polygon([*comb, (300, 40), (-300, 40)])
    views = views_of(eyes(*[{"far": 300}] * 3), town(house))
    seen = shadowed([house], 0, 360, 300).area
    assert views.area_m2 == pytest.approx(np.full(3, seen), rel=5e-3)
    hung = views_of(eyes(*[{"y": 21, "indoors": 1, "camera": n} for n in range(80)]), town(house))
    assert len(set(hung.area_m2.tolist())) == 1


def test_random_towns_are_seen_as_shadows_have_it() -> None:
    areas = []
    for seed in range(4):
        houses = random_buildings(seed, 30, 80)
        views = views_of(eyes({}, {"bearing": 40, "opening": 100, "far": 60}), town(*houses))
        for view, oracle in zip(
            views.area_m2,
            [shadowed(houses, 0, 360, REACH).area, shadowed(houses, 40, 100, 60).area],
            strict=True,
        ):
            areas.append(view / oracle - 1)
        assert all(polygon.is_valid for polygon in polygons(views))
    assert np.abs(areas).mean() < 0.005
    assert np.abs(areas).max() < 0.02


def test_indoors_the_house_next_door_is_seen_from_its_outside() -> None:
    court = box(0, -50, 50, 50).difference(box(1, -40, 40, 40))
    views = views_of(eyes({"x": -0.3, "indoors": 1}), town(box(-10, -5, 0, 5), court))
    assert area(views) == pytest.approx(100)
