"""The exact view of one eye: hand-made scenes, shadows of every edge, and another's library."""

from math import pi

import numpy as np
import pytest
from shapely import MultiPolygon, Point, Polygon, box, transform
from shapely.geometry.base import BaseGeometry

from mapper.geometry.views import (
    View,
    Walls,
    envelopes,
    exact_view,
    horizons,
    rings,
    standpoints,
    views_of,
)
from tests.geometry.uncompiled import uncompile
from tests.geometry.views.peers import seen_by_visilibity
from tests.geometry.views.scenes import (
    LAT,
    LON,
    REACH,
    degrees_of,
    eyes,
    metres_of,
    random_buildings,
    shadowed,
    town,
)

DISC = pi * REACH**2


@pytest.fixture(params=["compiled", "plain"])
def loops(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Scenes are seen twice: by compiled loops, and by the same loops as plain Python."""
    if request.param == "plain":
        uncompile(monkeypatch, standpoints, horizons, rings, envelopes)


pytestmark = pytest.mark.usefixtures("loops")


def seen(walls: Walls, *, y: float = 0.0, lat: float = LAT, **row: float) -> View:
    """What one eye sees, all round but where it is said otherwise."""
    lon, south = degrees_of([0, y], lat=lat)[0]
    whole = {"bearing": 0.0, "opening": 360.0, "near": 0.0, "far": REACH} | row
    sums = (whole[name] for name in ("bearing", "opening", "near", "far"))
    return exact_view(
        float(lon), float(south), *sums, indoors=bool(row.get("indoors")), walls=walls
    )


def flat(view: View) -> BaseGeometry:
    """The shape in metres."""
    return transform(view.shape, metres_of)


def test_in_the_open_a_circle_is_seen() -> None:
    view = seen(town())
    assert view.area_m2 == pytest.approx(DISC)
    assert view.cut == 0
    assert flat(view).area == pytest.approx(DISC, rel=1e-3)


def test_one_wall_casts_its_shadow() -> None:
    view = seen(town(box(-10, 10, 10, 12)))
    assert view.area_m2 == pytest.approx(DISC * 3 / 4 + 100)
    assert view.cut == pytest.approx(0.25 - 100 / DISC)


def test_a_post_between_two_directions_is_seen_too() -> None:
    post = box(30.005, 100, 30.105, 100.1)
    assert seen(town(post)).area_m2 < DISC - 0.5


def test_indoors_the_house_bounds_the_view() -> None:
    assert seen(town(box(-4, -3, 6, 5)), indoors=1).area_m2 == pytest.approx(80)


def test_where_walls_cross_the_nearer_ones_count() -> None:
    crossing = [box(10, -30, 30, -4), box(20, -6, 40, 30), box(15, -8, 25, 4), box(12, 0, 50, 1)]
    view = seen(town(*crossing))
    assert view.area_m2 == pytest.approx(shadowed(crossing, 0, 360, REACH).area, rel=1e-4)


def test_a_third_wall_may_stand_before_the_crossing_of_two() -> None:
    def tilted(*corners: tuple[float, float]) -> Polygon:
        return Polygon(corners)

    falling = tilted((-20, 10), (20, 30), (20, 50), (-20, 50))
    rising = tilted((20, 10), (20, 60), (-20, 60), (-20, 30))
    level = tilted((-20, 17), (20, 17.5), (20, 40), (-20, 40))
    houses = [falling, rising, level]
    # All three begin and end behind the same posts, so that nothing ends in between.
    posts = [box(-30, 5, -8, 8), box(8, 5, 30, 8)]
    view = seen(town(*houses, *posts))
    assert view.area_m2 == pytest.approx(shadowed([*houses, *posts], 0, 360, REACH).area, rel=1e-4)


def test_behind_the_near_limit_the_view_may_fall_apart() -> None:
    view = seen(town(box(-5, 10, 5, 12)), opening=90, near=30)
    half = np.arctan2(5, 10)
    assert isinstance(view.shape, MultiPolygon)
    assert view.area_m2 == pytest.approx((REACH**2 - 900) * (pi / 4 - half), rel=1e-4)
    assert flat(view).area == pytest.approx(view.area_m2, rel=2e-3)


def test_with_a_near_limit_and_nothing_in_the_way_it_is_one_piece() -> None:
    view = seen(town(), opening=90, near=30)
    assert isinstance(view.shape, Polygon)
    assert view.shape.is_valid


def test_behind_a_wall_nothing_is_seen() -> None:
    view = seen(town(box(-50, 10, 50, 12)), opening=30, near=30)
    assert view.shape.is_empty
    assert view.area_m2 == 0
    assert view.cut == pytest.approx(1)


def test_a_house_of_ten_thousand_corners_is_a_house() -> None:
    turns = np.linspace(0, 2 * pi, 10_001)[:-1]
    around = np.column_stack((20 * np.cos(turns), 20 * np.sin(turns)))
    court = box(-30, -30, 30, 30).difference(Polygon(around))
    assert seen(town(court)).area_m2 == pytest.approx(400 * pi, rel=1e-5)


def test_at_a_pole_nothing_is_drawn() -> None:
    assert seen(town(), lat=90) == View(Polygon(), 0, 0)


def test_the_house_it_hangs_on_does_not_blind_it() -> None:
    view = seen(town(box(-200, -20, 200, 0)), y=-3)
    assert view.area_m2 == pytest.approx(DISC / 2, rel=0.01)
    assert not flat(view).contains(Point(0, -10))


def test_random_towns_are_seen_as_shadows_have_it() -> None:
    for seed in range(3):
        houses = random_buildings(seed, 30, 80)
        view = seen(town(*houses))
        assert view.shape.is_valid
        assert view.area_m2 == pytest.approx(shadowed(houses, 0, 360, REACH).area, rel=1e-4)


def test_random_towns_are_seen_as_another_library_has_it() -> None:
    for seed in range(3):
        houses = random_buildings(seed, 30, apart=True)
        peer = seen_by_visilibity(houses, REACH, 150)
        assert seen(town(*houses)).area_m2 == pytest.approx(peer.area, rel=0.005)


@pytest.mark.drills
def test_a_thousand_random_towns_are_seen_alike_by_all(request: pytest.FixtureRequest) -> None:
    if "plain" in request.node.name:
        pytest.skip("a thousand towns are for compiled loops")
    fast, peer, shadows = [], [], []
    for seed in range(1_000):
        houses = random_buildings(seed, apart=True)
        walls = town(*houses)
        exact = exact_view(LON, LAT, 0, 360, 0, REACH, indoors=False, walls=walls).area_m2
        fast.append(views_of(eyes({}), walls).area_m2[0] / exact - 1)
        peer.append(seen_by_visilibity(houses, REACH, 150).area / exact - 1)
        if seed % 10 == 0:
            shadows.append(shadowed(houses, 0, 360, REACH).area / exact - 1)
    assert np.abs(fast).mean() < 0.005
    assert np.abs(fast).max() < 0.02
    assert np.abs(peer).max() < 0.005
    assert np.abs(shadows).max() < 0.005
