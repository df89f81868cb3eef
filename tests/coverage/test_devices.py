"""The three assumed devices, and how far they reach."""

import pytest

from mapper.coverage.devices import DEVICES
from mapper.settings import limits
from mapper.vocabulary import Detail, Scenario


def test_every_scenario_has_its_device_and_reaches_further_than_the_one_before() -> None:
    reaches = [DEVICES[scenario].reach_m(Detail.OBSERVE) for scenario in Scenario]
    assert reaches == sorted(reaches)
    assert reaches[1] == pytest.approx(35.76, abs=0.01)


def test_a_known_lens_replaces_the_assumed_one() -> None:
    central = DEVICES[Scenario.CENTRAL]
    assert central.reach_m(Detail.OBSERVE, 30.0) > central.reach_m(Detail.OBSERVE)


def test_no_lens_reaches_beyond_what_stands_between() -> None:
    assert DEVICES[Scenario.HIGH].reach_m(Detail.OBSERVE, 1.0) == limits.VIEW_REACH_MAX_M


def test_an_opening_of_half_a_turn_is_no_lens() -> None:
    central = DEVICES[Scenario.CENTRAL]
    assert central.reach_m(Detail.OBSERVE, 180.0) == central.reach_m(Detail.OBSERVE)
    assert central.reach_m(Detail.OBSERVE, 360.0) == central.reach_m(Detail.OBSERVE)
