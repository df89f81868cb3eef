"""Tests of houses on a lot."""

from itertools import combinations
from random import Random

import pytest
import shapely
from shapely import LineString, Polygon

from mapper.exchange.sources.demo_town.houses import courtyard, detached, rectangle, rows

LOT = shapely.box(0, 0, 120, 70)
BENT = Polygon([(0, 0), (90, -12), (140, 40), (60, 90), (10, 70)])
LOTS = pytest.mark.parametrize("lot", [LOT, BENT], ids=["square", "bent"])


def built(way: str, lot: Polygon, seed: int) -> list[Polygon]:
    dice = Random(seed)
    match way:
        case "courtyard":
            return list(courtyard(lot, depth=12, plot=(11, 24), dice=dice))
        case "rows":
            return list(rows(lot, setback=4, depth=9, row=(26, 58), dice=dice))
    return list(detached(lot, setback=6, width=(10, 15), depth=(8, 11), gap=(8, 17), dice=dice))


@LOTS
@pytest.mark.parametrize("way", ["courtyard", "rows", "detached"])
@pytest.mark.parametrize("seed", range(12))
def test_houses_stay_on_their_lot_and_off_each_other(way: str, lot: Polygon, seed: int):
    houses = built(way, lot, seed)
    assert houses
    assert all(isinstance(house, Polygon) and house.is_valid for house in houses)
    assert all(lot.buffer(0.2).contains(house) for house in houses)
    for one, other in combinations(houses, 2):
        assert one.intersection(other).area < 0.01


def test_a_courtyard_stays_open():
    centre = LOT.centroid
    for seed in range(12):
        assert not any(house.contains(centre) for house in built("courtyard", LOT, seed))


def test_now_and_then_a_courtyard_is_closed_all_round():
    assert any(built("courtyard", LOT, seed)[0].interiors for seed in range(40))


def test_a_lot_too_small_for_a_yard_is_built_over():
    small = shapely.box(0, 0, 30, 26)
    houses = built("courtyard", small, 1)
    assert sum(house.area for house in houses) > 0.6 * small.area


def test_what_is_kept_free_inside_a_lot_stays_free():
    hall = shapely.box(52, 28, 68, 42)
    lot = Polygon(LOT.exterior, [hall.exterior])
    for seed in range(12):
        assert not any(
            house.intersects(hall.buffer(-0.1)) for house in built("courtyard", lot, seed)
        )


def test_some_free_standing_houses_have_wings():
    corners = {len(shapely.get_coordinates(house)) for house in built("detached", LOT, 3)}
    assert min(corners) == 5
    assert max(corners) > 5


def test_a_rectangle_stands_inwards_of_a_ring():
    house = rectangle(LOT.exterior if LOT.exterior.is_ccw else LOT.exterior.reverse(), 10, 8, 5)
    assert house is not None
    assert LOT.contains(house) or LOT.covers(house)
    assert house.area == pytest.approx(40)


def test_there_is_no_rectangle_round_a_corner():
    ring = LineString([(0, 0), (10, 0), (10, 10), (0, 10), (0, 0)])
    assert rectangle(ring, 6, 8, 5) is None
