"""Tests of the ground that may be built on."""

import pytest
import shapely
from shapely import LineString

from mapper.exchange.sources.demo_town.lots import HALF_WIDTH_M, StreetRoom
from mapper.exchange.sources.demo_town.parts import Stretch
from mapper.vocabulary import StreetClass

BLOCK = shapely.box(0, 0, 100, 80)


def street(kind: StreetClass, *spots: tuple[float, float]) -> Stretch:
    return Stretch(LineString(spots), kind, "")


def test_a_lot_keeps_back_from_each_street_by_its_class():
    room = StreetRoom(
        [
            street(StreetClass.PRIMARY, (-9, 0), (109, 0)),
            street(StreetClass.PEDESTRIAN, (-9, 80), (109, 80)),
        ],
        [],
    )
    (lot,) = room.lots(BLOCK)
    assert lot.bounds == pytest.approx(
        (0, HALF_WIDTH_M[StreetClass.PRIMARY], 100, 80 - HALF_WIDTH_M[StreetClass.PEDESTRIAN])
    )


def test_lots_run_anticlockwise_whichever_way_the_block_does():
    for block in (BLOCK, BLOCK.reverse()):
        assert all(lot.exterior.is_ccw for lot in StreetRoom([], []).lots(block))


def test_sites_and_water_are_left_out():
    (lot,) = StreetRoom([], [shapely.box(60, -1, 101, 81)]).lots(BLOCK)
    assert lot.bounds[2] == 60


def test_scraps_are_no_lots():
    assert list(StreetRoom([], []).lots(shapely.box(0, 0, 10, 10))) == []
    assert list(StreetRoom([], []).lots(shapely.box(0, 0, 200, 6))) == []


def test_every_class_of_street_but_motorways_has_a_width():
    assert set(HALF_WIDTH_M) == set(StreetClass) - {StreetClass.MOTORWAY}
