"""Finding points that are sorted by their Z-order, as looking at each of them would."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from mapper.geometry import Box, sorted_points
from mapper.geometry.distances import metres_between
from mapper.geometry.morton import codes_of, units_of
from mapper.geometry.sorted_points import near, positions_of, ranges_in_box
from tests.geometry.uncompiled import uncompile

LONLAT = st.tuples(st.floats(-180, 180), st.floats(-84, 84))
NEAR = st.tuples(st.floats(24.9, 24.95), st.floats(60.1, 60.12))
POINTS = st.lists(LONLAT | NEAR, max_size=120)
CORNERS = st.tuples(LONLAT | NEAR, LONLAT | NEAR)


def sorted_codes(points: list[tuple[float, float]]) -> tuple[np.ndarray, np.ndarray]:
    lonlat = np.array(points, dtype=np.float64).reshape(-1, 2)
    codes = np.asarray(codes_of(*units_of(lonlat[:, 0], lonlat[:, 1])))
    order = np.argsort(codes)
    return codes[order], lonlat[order]


def in_units(box: Box, lonlat: np.ndarray) -> list[int]:
    """The points of a box, both rounded to the units of the sorted numbers."""
    columns, rows = units_of(lonlat[:, 0], lonlat[:, 1])
    found = np.zeros(len(lonlat), dtype=np.bool_)
    for part in box.split():
        (west, east), (south, north) = units_of([part.west, part.east], [part.south, part.north])
        found |= (columns >= west) & (columns <= east) & (rows >= north) & (rows <= south)
    return np.flatnonzero(found).tolist()


@given(POINTS, CORNERS)
def test_a_box_holds_what_looking_at_each_finds(points, corners) -> None:
    codes, lonlat = sorted_codes(points)
    (west, one), (east, other) = corners
    box = Box(west, min(one, other), east, max(one, other))
    ranges = ranges_in_box(codes, box)
    assert sorted(positions_of(ranges).tolist()) == in_units(box, lonlat)


@given(POINTS, NEAR | LONLAT, st.floats(1, 3_000_000))
def test_what_is_near_is_within_so_many_metres(points, place, metres) -> None:
    codes, lonlat = sorted_codes(points)
    positions, distances = near(codes, place[0], place[1], metres)
    told = dict(zip(positions.tolist(), distances.tolist(), strict=True))
    assert distances.tolist() == sorted(distances.tolist())
    for position, (lon, lat) in enumerate(lonlat):
        distance = metres_between(place[0], place[1], lon, lat)
        assert told.get(position, distance) == pytest.approx(distance, abs=0.05)
        if abs(distance - metres) > 0.05:
            assert (position in told) == (distance < metres)


@pytest.mark.parametrize("lon", [179.9999, -179.9999])
def test_the_date_line_hides_nothing(lon: float) -> None:
    codes, _ = sorted_codes([(179.9999, 10.0), (-179.9999, 10.0), (0.0, 10.0)])
    positions, distances = near(codes, lon, 10.0, 50.0)
    assert len(positions) == 2
    assert distances.tolist() == pytest.approx([0.0, 21.9], abs=0.1)


def test_as_it_is_written_it_finds_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    random = np.random.default_rng(3)
    points = list(zip(random.uniform(24, 26, 300), random.uniform(59, 61, 300), strict=True))
    codes, lonlat = sorted_codes([*points, *[(25.0, 60.0)] * 30])
    box = Box(24.5, 59.5, 25.5, 60.5)
    uncompile(monkeypatch, sorted_points)
    assert positions_of(ranges_in_box(codes, box)).tolist() == in_units(box, lonlat)
    assert len(near(codes, 25.0, 60.0, 1.0)[0]) == 30
    within = [metres_between(25.0, 60.0, *point) <= 40_000.0 for point in points]
    assert len(near(codes, 25.0, 60.0, 40_000.0)[0]) == sum(within) + 30
    assert len(near(codes, 179.9, 60.0, 20_000_000.0)[0]) == len(codes)
    assert len(near(codes, 179.99, 60.0, 10_000.0)[0]) == 0
