"""The streets of a place, each for itself, add up to the figures of the place."""

import pytest

from mapper.coverage.figures import figures_of
from mapper.coverage.services.compute_cells import compute_cells
from mapper.coverage.streets import streets_of
from mapper.geometry.cells import cell_of
from mapper.places.models import Street
from mapper.settings import limits
from mapper.vocabulary import Detail, Kind, Measure, StreetClass
from tests.factories.cameras import HERE, SEEN_ON, make_camera
from tests.factories.places import around, make_place, make_street

pytestmark = pytest.mark.django_db

LON, LAT = HERE


def line(north: float, wide: float = 0.001) -> list[tuple[float, float]]:
    return [(LON - wide, LAT + north), (LON + wide, LAT + north)]


@pytest.fixture
def ward():
    place = make_place("Harbour", corners=around(degrees=0.002))
    make_street("Quay", line(0.0))
    make_street("Quay", line(0.0002, 0.004))
    make_street("", line(0.0015))
    make_street("Yard", line(0.0004), street_class=StreetClass.SERVICE)
    make_street("Under the hill", line(0.0003), tunnel=True)
    make_camera(kind=Kind.DOME)
    compute_cells(cells=_cells(), day=SEEN_ON)
    return place


def _cells() -> set[int]:
    starts = [street.line.coords[0] for street in Street.objects.all()]
    return {cell_of(lon, lat, limits.COVERAGE_CELL_ZOOM) for lon, lat in starts}


def test_ways_of_one_name_are_one_street_and_tunnels_and_yards_are_left_out(ward):
    assert [street.name for street in streets_of(ward, every=False)] == ["", "Quay"]
    assert [street.name for street in streets_of(ward, every=True)] == ["", "Quay", "Yard"]


def test_they_add_up_to_the_place(ward):
    figures = figures_of(ward)
    streets = [street.ways for street in streets_of(ward, every=False)]
    assert sum(ways.length_m for ways in streets) == pytest.approx(figures.public.length_m)
    for detail in (Detail.OBSERVE, Detail.RECOGNISE):
        for bound in ("low", "central", "high"):
            metres = [getattr(ways.metres(Measure.AT_LEAST_ONE, detail), bound) for ways in streets]
            whole = getattr(figures.public.metres(Measure.AT_LEAST_ONE, detail), bound)
            assert sum(metres) == pytest.approx(whole)
    assert sum(ways.metres(Measure.AT_LEAST_ONE).central for ways in streets) > 50


def test_a_street_taken_away_since_is_not_listed(ward):
    Street.objects.filter(name="Quay").delete()
    assert [street.name for street in streets_of(ward, every=False)] == [""]


def test_of_a_place_not_computed_there_is_none():
    assert streets_of(make_place("Sea"), every=True) == []
