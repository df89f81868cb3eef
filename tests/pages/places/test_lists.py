"""The longest gaps of a place, and the cameras that alone see most."""

import pytest

from mapper.pages.places.lists import AloneRow, alone_rows, gap_rows
from mapper.settings import limits
from mapper.vocabulary import Kind
from tests.factories.cameras import HERE, make_camera
from tests.factories.coverage import make_whole_cell
from tests.factories.places import around, make_place, make_street

pytestmark = pytest.mark.django_db

LON, LAT = HERE
METRES = "\N{NO-BREAK SPACE}m"


def test_a_gap_leads_to_its_middle_on_the_map():
    street = make_street("Quay", [(LON, LAT), (LON + 0.002, LAT)])
    make_whole_cell(LON, LAT, streets={street: [(0.0, 10.0, 1, 1, 0, 0)]})
    (row,) = gap_rows(make_place(corners=around(degrees=0.01)))
    assert (row.name, row.length, row.looked) == ("Quay", f"100{METRES}", False)
    assert row.map_address.startswith("/#17/60.17000/24.94")


def test_no_more_gaps_are_listed_than_one_reads(monkeypatch):
    streets = [
        make_street(f"Row {row}", [(LON, LAT + row / 9_000), (LON + 0.001, LAT + row / 9_000)])
        for row in range(3)
    ]
    make_whole_cell(LON, LAT, streets={street: [] for street in streets})
    monkeypatch.setattr(limits, "PLACE_LIST_ROWS", 2)
    assert len(gap_rows(make_place(corners=around(degrees=0.01)))) == 2


def test_a_camera_is_named_by_its_kind_and_street():
    make_street("Quay", [(LON - 0.001, LAT), (LON + 0.001, LAT)])
    dome, idle = make_camera(kind=Kind.DOME), make_camera(kind=Kind.DOME)
    place = make_place(corners=around(degrees=0.01))
    make_whole_cell(LON, LAT, cameras={dome: (80.0, 20.0), idle: (80.0, 0.4)})
    assert alone_rows(place) == [
        AloneRow(dome.pk, "Dome camera, Quay", f"20{METRES}", f"80{METRES}")
    ]


def test_where_nothing_was_computed_nothing_is_listed():
    make_camera()
    place = make_place(corners=around(degrees=0.01))
    assert (alone_rows(place), gap_rows(place)) == ([], [])
