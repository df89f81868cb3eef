"""The figures of a place from what its cells add."""

from datetime import date

import numpy as np
import pytest
import shapely

from mapper.coverage.records import PART
from mapper.coverage.sums import area_km2, summed, vintage_of
from tests.factories.places import around, make_ground, make_street


def test_nothing_adds_up_to_zero() -> None:
    figures = summed(np.zeros(0, PART))
    assert figures["ways"]["public"]["length_m"] == 0
    assert figures["sensitive"]["school"] == {
        "total": 0,
        "observe": [0.0, 0.0, 0.0],
        "recognise": [0.0, 0.0, 0.0],
    }


def test_an_area_is_that_on_the_sphere() -> None:
    assert area_km2(shapely.box(-180, -90, 180, 90)) == pytest.approx(510_065_000, rel=1e-4)
    assert area_km2(shapely.box(0, 60, 0.01, 60.01)) == pytest.approx(0.618, abs=0.001)


@pytest.mark.django_db
def test_the_oldest_streets_around_a_place_date_it() -> None:
    boundary = shapely.box(*around())
    assert vintage_of(boundary) is None
    make_street(ground=make_ground("new", vintage_on=date(2021, 1, 1)))
    make_street(ground=make_ground("old", vintage_on=date(2020, 1, 1)))
    make_ground("older, without streets", vintage_on=date(2019, 1, 1))
    assert vintage_of(boundary) == date(2020, 1, 1)
