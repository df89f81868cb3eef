"""What would be in view of a place with other cameras."""

import pytest

from mapper.coverage.all_cells import all_cells
from mapper.coverage.figures import figures_of
from mapper.coverage.models import CoverageCell, PlaceFigures
from mapper.coverage.services.compute_cells import compute_cells
from mapper.coverage.what_if import ProposedCamera, what_if
from mapper.vocabulary import Answer, Detail, Facing, Kind, Measure, OperatorType, Selection
from tests.factories.cameras import HERE, SEEN_ON, make_camera, make_operator
from tests.factories.places import around, make_building, make_place, make_street

pytestmark = pytest.mark.django_db

LON, LAT = HERE
DOME_ON_STREET = 2 * 35.76
"""The metres of a straight street that a dome on it observes."""


@pytest.fixture
def ward():
    make_street()
    return make_place(corners=around(degrees=0.002))


def metres(figures, measure=Measure.AT_LEAST_ONE):
    return figures.public.metres(measure, Detail.OBSERVE).central


def test_where_nothing_is_changed_nothing_changes(ward):
    make_camera(kind=Kind.DOME)
    answer = what_if(ward, SEEN_ON)
    assert answer.before == answer.after
    assert (answer.removed, answer.added) == (0, 0)
    assert metres(answer.before) == pytest.approx(DOME_ON_STREET, rel=0.005)
    assert answer.before.public.length_m == pytest.approx(110.6, rel=0.01)


def test_a_camera_that_goes_takes_its_metres_along(ward):
    camera, other = make_camera(kind=Kind.DOME), make_camera(LON + 0.0005, LAT, kind=Kind.DOME)
    answer = what_if(ward, SEEN_ON, without={camera.pk})
    assert answer.removed == 1
    assert answer.after.cameras.total == 1
    assert metres(answer.after) < metres(answer.before)
    assert what_if(ward, SEEN_ON, without={camera.pk, other.pk}).after.cameras.total == 0


def test_all_of_an_operator_may_go(ward):
    operator = make_operator()
    make_camera(kind=Kind.DOME, operator=operator)
    make_camera(kind=Kind.DOME, operator=operator)
    make_camera(kind=Kind.DOME)
    answer = what_if(ward, SEEN_ON, without_operator=operator)
    assert (answer.removed, answer.after.cameras.total) == (2, 1)
    assert metres(answer.before, Measure.AT_LEAST_THREE) > 0
    assert metres(answer.after, Measure.AT_LEAST_TWO) == 0


def test_a_selection_takes_those_away_that_are_all_it_says(ward):
    for kind in (Kind.DOME, Kind.DOME, Kind.FIXED):
        make_camera(kind=kind)
    answer = what_if(ward, SEEN_ON, without_selection=Selection(kinds=frozenset({Kind.DOME})))
    assert (answer.removed, answer.after.cameras.total) == (2, 1)
    assert what_if(ward, SEEN_ON, without_selection=Selection()).removed == 0


def test_a_proposed_camera_counts_as_if_it_hung_there(ward):
    proposed = ProposedCamera(
        lon=LON,
        lat=LAT,
        kind=Kind.FIXED,
        facings=(Facing(90.0, 60.0),),
        operator_type=OperatorType.POLICE,
        face_recognition=Answer.YES,
    )
    answer = what_if(ward, SEEN_ON, proposed=[proposed])
    assert (answer.added, answer.after.cameras.total, answer.before.cameras.total) == (1, 1, 0)
    assert metres(answer.before) == 0
    assert metres(answer.after) == pytest.approx(DOME_ON_STREET / 2, rel=0.005)
    for measure in (Measure.BY_PUBLIC, Measure.FACE_RECOGNITION, Measure.BY_CONFIRMED):
        assert metres(answer.after, measure) == pytest.approx(metres(answer.after))


def test_moving_a_camera_is_one_that_goes_and_one_that_comes(ward):
    camera = make_camera(kind=Kind.DOME)
    moved = ProposedCamera(lon=LON + 0.0001, lat=LAT, kind=Kind.DOME)
    answer = what_if(ward, SEEN_ON, without=[camera.pk], proposed=[moved])
    assert metres(answer.after) == pytest.approx(metres(answer.before), rel=0.01)


def test_a_camera_outside_may_see_in_and_one_proposed_far_away_does_not(ward):
    outside = make_camera(LON, LAT + 0.0021, kind=Kind.DOME)
    make_street("Edge", [(LON - 0.001, LAT + 0.0019), (LON + 0.001, LAT + 0.0019)])
    far = ProposedCamera(lon=LON + 1, lat=LAT, kind=Kind.DOME)
    answer = what_if(ward, SEEN_ON, without=[outside.pk], proposed=[far])
    assert metres(answer.before) > 0
    assert metres(answer.after) == 0
    assert answer.after.cameras.total == 0


def test_walls_cut_what_is_proposed(ward):
    make_building((LON - 0.001, LAT + 0.0001, LON + 0.001, LAT + 0.0002))
    behind = ProposedCamera(lon=LON, lat=LAT + 0.00025, kind=Kind.DOME)
    assert metres(what_if(ward, SEEN_ON, proposed=[behind]).after) == 0


def test_what_is_today_is_what_is_stored_of_today(ward):
    make_camera(kind=Kind.DOME)
    make_camera(LON + 0.0004, LAT)
    make_building((LON + 0.0001, LAT + 0.0001, LON + 0.0002, LAT + 0.0002))
    compute_cells(cells=all_cells(), day=SEEN_ON)
    stored, today = figures_of(ward), what_if(ward, SEEN_ON).before
    assert (today.cameras, today.area_km2) == (stored.cameras, stored.area_km2)
    for measure in Measure:
        found, kept = (one.public.metres(measure) for one in (today, stored))
        assert (found.low, found.central, found.high) == pytest.approx(
            (kept.low, kept.central, kept.high)
        )


def test_nothing_is_stored(ward):
    what_if(ward, SEEN_ON, proposed=[ProposedCamera(lon=LON, lat=LAT)])
    assert not CoverageCell.objects.exists()
    assert not PlaceFigures.objects.exists()


def test_a_place_without_streets_has_none_in_view():
    answer = what_if(make_place(), SEEN_ON, proposed=[ProposedCamera(lon=LON, lat=LAT)])
    assert answer.after.public.length_m == 0
    assert answer.after.public.share(Measure.AT_LEAST_ONE) is None


def test_the_number_of_queries_does_not_grow(ward, django_assert_num_queries):
    make_camera(kind=Kind.DOME)
    what_if(ward, SEEN_ON)  # SpatiaLite tells what it can do when it is asked first
    for _ in range(2):
        with django_assert_num_queries(6):
            what_if(ward, SEEN_ON)
        make_camera(kind=Kind.DOME)
        make_street()
        make_building()
