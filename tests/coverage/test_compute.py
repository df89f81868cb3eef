"""The figures of cells do not depend on how the work was shared out, and mean what they say."""

from datetime import timedelta

import numpy as np
import pytest

from mapper.coverage.all_cells import all_cells, cells_with_cameras
from mapper.coverage.compute import CellRows, compute
from mapper.coverage.inputs import read_block
from mapper.coverage.records import WHOLE_STREET
from mapper.vocabulary import Kind, StreetClass
from tests.factories.cameras import HERE, SEEN_ON, make_camera
from tests.factories.places import around, make_building, make_place, make_street
from tests.factories.surveys import make_survey
from tests.factories.towns import Town

pytestmark = pytest.mark.django_db

TODAY = SEEN_ON + timedelta(days=10)


def cells() -> list[int]:
    return sorted(all_cells() | set(cells_with_cameras()))


def only_row(**wanted: int) -> tuple[CellRows, np.void]:
    """The record of the only street, of its cell."""
    for row in compute(read_block(cells(), TODAY)):
        for street in row.streets:
            if street["place"] == wanted.get("place", WHOLE_STREET):
                return row, street
    raise AssertionError("no street")


@pytest.mark.parametrize("seed", range(4))
def test_cells_one_by_one_and_together_have_the_same_figures(seed: int) -> None:
    Town(np.random.default_rng(seed)).build()
    numbers = cells()
    assert len(numbers) > 4
    together = compute(read_block(numbers, TODAY))
    alone = [row for cell in numbers for row in compute(read_block([cell], TODAY))]
    assert sum(len(row.cameras) for row in together) == 40
    for one, other in zip(together, alone, strict=True):
        assert one.cell == other.cell
        for name in ("streets", "stretches", "cameras", "sensitive", "parts"):
            rows, others = getattr(one, name), getattr(other, name)
            assert len(rows) == len(others), name
            for field in rows.dtype.names:
                np.testing.assert_allclose(rows[field], others[field], atol=0.01, err_msg=name)


def test_a_dome_on_a_street_sees_as_far_to_both_sides_as_its_device_reaches() -> None:
    make_street()
    make_camera(kind=Kind.DOME)
    row, street = only_row()
    low, central, high = street["metres"][:, 0, 0]
    assert low == pytest.approx(2 * 16.9, abs=0.3)
    assert central == pytest.approx(2 * 35.76, abs=0.5)
    assert high == street["length_m"]
    assert row.cameras["seen_m"] == pytest.approx(central)
    assert row.cameras["unique_m"] == pytest.approx(central)


def test_two_cameras_on_one_point_see_nothing_alone() -> None:
    make_street()
    make_camera(kind=Kind.DOME)
    make_camera(kind=Kind.DOME)
    row, street = only_row()
    assert street["metres"][1, 0, 1] == pytest.approx(street["metres"][1, 0, 0])
    assert row.cameras["unique_m"].tolist() == [0, 0]
    assert row.stretches["certain"].tolist() == [0, 2, 2, 2, 0]


def test_an_unknown_facing_counts_by_its_share() -> None:
    make_street()
    make_camera()
    row, street = only_row()
    low, central, high = street["metres"][:, 0, 0]
    assert low == 0
    assert central == pytest.approx(2 * 35.76 / 6, abs=0.2)
    assert high == pytest.approx(street["length_m"])
    assert set(row.stretches["certain"].tolist()) == {0}
    assert set(row.stretches["possible"].tolist()) == {0, 1}


def test_nothing_is_in_view_in_a_tunnel_and_a_service_road_is_not_public() -> None:
    make_camera(kind=Kind.DOME)
    place = make_place()
    make_street("Tunnel", tunnel=True)
    make_street("Back", street_class=StreetClass.SERVICE)
    make_street("Rail", street_class=StreetClass.RAIL)
    (row,) = (one for one in compute(read_block(cells(), TODAY)) if len(one.streets))
    whole = row.streets[row.streets["place"] == WHOLE_STREET]
    assert whole["tunnel"].tolist() == [True, False]
    assert not whole["metres"][0].any()
    assert row.parts["place"].tolist() == [place.pk]
    assert row.parts["length_m"][0].tolist() == [0, pytest.approx(whole["length_m"][1])]
    assert row.cameras["seen_m"].tolist() == [0]


def test_a_street_through_two_places_is_shared_out() -> None:
    lon, lat = HERE
    west = make_place("West", (lon - 0.01, lat - 0.01, lon, lat + 0.01))
    make_place("East", (lon, lat - 0.01, lon + 0.01, lat + 0.01))
    make_street()
    _, whole = only_row()
    _, part = only_row(place=west.pk)
    assert part["length_m"] == pytest.approx(whole["length_m"] / 2)


def test_where_somebody_looked_is_told_with_the_newest_day() -> None:
    make_street()
    make_survey(looked_on=SEEN_ON)
    make_survey(looked_on=SEEN_ON + timedelta(days=3))
    row, street = only_row()
    assert street["looked_m"] == pytest.approx(100, abs=2)
    newest = (SEEN_ON + timedelta(days=3)).toordinal()
    assert row.stretches["looked_on"].tolist() == [0, newest, 0]


def test_a_street_without_length_and_a_camera_without_street() -> None:
    make_street(line=[HERE, HERE])
    make_camera(HERE[0] + 0.005)
    rows = compute(read_block(cells(), TODAY))
    assert sum(len(row.streets) for row in rows) == 1
    assert sum(len(row.stretches) for row in rows) == 0
    assert sum(len(row.cameras) for row in rows) == 1


@pytest.mark.parametrize(
    "middle", [(179.9999, 0.0), (-179.9999, 60.0), (10.0, 85.04), (0.0, -89.9)]
)
def test_at_the_ends_of_the_earth(middle: tuple[float, float]) -> None:
    lon, lat = middle
    make_street(line=[(lon, lat), (lon, lat + 0.0004)])
    make_building(around(lon, lat + 0.0002, 0.00002))
    make_camera(lon, lat, kind=Kind.DOME)
    rows = compute(read_block(cells(), TODAY))
    (street,) = (one for row in rows for one in row.streets)
    assert street["metres"][1, 0, 0] > 10


def test_a_camera_over_the_date_line_sees_the_street_on_this_side() -> None:
    make_street(line=[(179.9999, 0.0), (179.9990, 0.0)])
    make_camera(-179.9999, 0.0, kind=Kind.DOME)
    (street,) = (one for row in compute(read_block(cells(), TODAY)) for one in row.streets)
    assert street["metres"][1, 0, 0] == pytest.approx(35.76 - 22.2, abs=0.5)
