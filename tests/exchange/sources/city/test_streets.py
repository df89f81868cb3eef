"""Tests of the streets: lines on land, of every class, in the quarters they are of."""

import numpy as np

from mapper.exchange.sources.city.city import City
from mapper.exchange.sources.city.streets import CLASSES, joined
from mapper.vocabulary import StreetClass


def test_every_street_has_corners_that_follow_one_another(city: City) -> None:
    streets = city.streets
    corners = np.diff(streets.first)
    assert corners.min() >= 2
    assert streets.first[-1] == len(streets.spots)
    steps = np.hypot(*np.diff(streets.spots, axis=0).T)
    inside = np.ones(len(steps), bool)
    inside[streets.first[1:-1] - 1] = False
    assert steps[inside].min() > 30
    assert steps[inside].max() < 500


def test_streets_keep_off_the_water_but_for_main_roads(city: City) -> None:
    streets = city.streets
    of = np.repeat(np.arange(len(streets)), np.diff(streets.first))
    wet = city.plan.rivers.at(streets.spots)
    main = streets.street_class == CLASSES.index(StreetClass.PRIMARY)
    assert main.any()
    assert wet[~main[of]].mean() < 0.02


def test_there_are_several_classes(city: City) -> None:
    found = {CLASSES[code] for code in np.unique(city.streets.street_class)}
    assert found == {
        StreetClass.PRIMARY,
        StreetClass.SECONDARY,
        StreetClass.RESIDENTIAL,
        StreetClass.SERVICE,
        StreetClass.PEDESTRIAN,
    }


def test_they_stand_in_the_order_of_their_quarters(city: City) -> None:
    assert (np.diff(city.streets.quarter) >= 0).all()
    assert set(city.streets.quarter) == set(range(len(city.plan.centres)))


def test_some_are_taken_with_their_corners(city: City) -> None:
    streets = city.streets
    some = streets.chosen(np.array([3, 1]))
    assert (some.spots[: some.first[1]] == streets.spots[streets.first[3] : streets.first[4]]).all()
    assert (some.spots[some.first[1] :] == streets.spots[streets.first[1] : streets.first[2]]).all()


def test_lots_are_joined_one_after_another(city: City) -> None:
    streets = city.streets
    first, second = streets.chosen(np.array([3])), streets.chosen(np.array([1]))
    both, expected = joined([first, second]), streets.chosen(np.array([3, 1]))
    assert (both.spots == expected.spots).all()
    assert (both.first == expected.first).all()
