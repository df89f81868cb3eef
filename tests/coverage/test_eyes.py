"""The sectors a camera looks into."""

from math import sqrt

import pytest

from mapper.coverage.devices import DEVICES
from mapper.coverage.eyes import Gaze, Sector, sectors_of
from mapper.vocabulary import Detail, Facing, Scenario

UNKNOWN = Gaze(sees_all_round=False, facings=())
DOME = Gaze(sees_all_round=True, facings=(Facing(90.0, 40.0),))
NORTH = Gaze(sees_all_round=False, facings=(Facing(0.0),))
REACH_M = {scenario: DEVICES[scenario].reach_m(Detail.OBSERVE) for scenario in Scenario}


def observed(gaze: Gaze, scenario: Scenario = Scenario.CENTRAL) -> list[Sector]:
    return sectors_of(gaze, scenario, Detail.OBSERVE)


def test_an_unknown_facing_is_nothing_at_least_and_the_whole_circle_at_most():
    assert observed(UNKNOWN, Scenario.LOW) == []
    assert observed(UNKNOWN) == [Sector(0, 360, 0, REACH_M[Scenario.CENTRAL], 60 / 360)]
    assert observed(UNKNOWN, Scenario.HIGH) == [Sector(0, 360, 0, REACH_M[Scenario.HIGH], 1)]
    assert not UNKNOWN.is_known


@pytest.mark.parametrize("scenario", Scenario)
def test_a_camera_that_sees_all_round_does_so_whatever_way_it_points(scenario):
    assert observed(DOME, scenario) == [Sector(0, 360, 0, REACH_M[scenario], 1)]
    assert DOME.is_known


def test_each_facing_is_a_sector_with_the_lens_of_the_scenario():
    gaze = Gaze(sees_all_round=False, facings=(Facing(10.0), Facing(350.0)))
    low = observed(gaze, Scenario.LOW)
    assert [(one.bearing, one.opening, one.share) for one in low] == [(10, 85, 1), (350, 85, 1)]
    assert {one.far_m for one in low} == {REACH_M[Scenario.LOW]}
    assert gaze.is_known


def test_a_known_opening_is_kept_and_decides_how_far_it_reaches():
    gaze = Gaze(sees_all_round=False, facings=(Facing(10.0, 45.0),))
    for scenario in Scenario:
        [sector] = observed(gaze, scenario)
        assert sector.opening == 45
        assert sector.far_m == DEVICES[scenario].reach_m(Detail.OBSERVE, 45.0)


def test_a_facing_all_round_is_a_circle():
    [sector] = observed(Gaze(sees_all_round=False, facings=(Facing(10.0, 360.0),)))
    assert (sector.bearing, sector.opening, sector.share) == (0, 360, 1)


def test_a_face_is_recognised_nearer_by():
    [face] = sectors_of(DOME, Scenario.CENTRAL, Detail.RECOGNISE)
    assert face.far_m == pytest.approx(REACH_M[Scenario.CENTRAL] * 62 / 125)


def test_height_shortens_the_reach_and_tilt_only_a_sector():
    far_m = sqrt(REACH_M[Scenario.CENTRAL] ** 2 - 10**2)
    assert observed(NORTH._replace(height_m=10.0))[0].far_m == pytest.approx(far_m)
    assert observed(DOME._replace(height_m=10.0, tilt_deg=-45.0))[0][2:4] == (
        0,
        pytest.approx(far_m),
    )
    tilted = observed(NORTH._replace(height_m=10.0, tilt_deg=-45.0))[0]
    assert 0 < tilted.near_m < tilted.far_m < far_m


def test_one_hung_higher_than_it_reaches_sees_nothing():
    assert observed(NORTH._replace(height_m=40.0))[0].far_m == 0
