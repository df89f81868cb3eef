"""The ground a facing points at."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from shapely import Point, Polygon

from mapper.geometry import metres_between, sector
from mapper.vocabulary import Facing

facings = st.builds(Facing, st.floats(0, 359.99), st.none() | st.floats(1, 360))


def ring_of(facing: Facing, lon: float = 10.0, lat: float = 50.0) -> list[tuple[float, float]]:
    return list(sector(lon, lat, facing, 100.0, unknown_opening=60.0))


@given(facings, st.floats(-180, 180), st.floats(-89.9, 89.9))
@example(Facing(0.0, 359.99999999999994), 1.0, 0.0)
@example(Facing(0.0, 359.99999), 1.0, 60.0)
def test_a_sector_is_a_closed_ring_within_reach(facing: Facing, lon: float, lat: float) -> None:
    ring = sector(lon, lat, facing, 100.0, unknown_opening=60.0)
    assert ring[0] == ring[-1]
    assert Polygon(ring).is_valid
    assert all(metres_between(lon, lat, *corner) <= 100.6 for corner in ring)


@given(facings)
def test_a_sector_has_the_area_of_its_slice(facing: Facing) -> None:
    # In metres around the camera; the sagitta of the arcs takes at most 0.3 %.
    east = metres_between(10, 50, 10.001, 50) / 0.001
    north = metres_between(10, 50, 10, 50.001) / 0.001
    ring = [((x - 10) * east, (y - 50) * north) for x, y in ring_of(facing)]
    opening = facing.opening or 60.0
    assert Polygon(ring).area == pytest.approx(31_415.9 * opening / 360, rel=0.01)


def test_a_sector_across_north_is_one_piece() -> None:
    shape = Polygon(ring_of(Facing(339, 70)))
    assert shape.covers(Point(10.0, 50.0005))
    assert shape.covers(Point(9.9997, 50.0005))
    assert not shape.covers(Point(10.0, 49.9995))


def test_all_round_is_a_circle_around_the_camera() -> None:
    ring = ring_of(Facing(180, 360))
    assert (10.0, 50.0) not in ring
    assert Polygon(ring).contains(Point(10.0, 50.0))
    assert ring[0] == ring[-1]


def test_an_unknown_opening_is_the_given_one() -> None:
    assert ring_of(Facing(90)) == ring_of(Facing(90, 60))


def test_over_the_date_line_the_ring_stays_whole() -> None:
    ring = ring_of(Facing(90, 60), lon=179.9999)
    assert max(lon for lon, _ in ring) > 180
    assert Polygon(ring).is_valid


@pytest.mark.parametrize("lat", [90, -90, 89.95])
def test_at_a_pole_nothing_is_drawn(lat: float) -> None:
    assert ring_of(Facing(90, 60), lat=lat) == []
