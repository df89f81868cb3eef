"""Tests of where cameras hang: beside their street, on lamps and at corners."""

import numpy as np
import pytest
import shapely

from mapper.exchange.sources.city.city import City
from mapper.exchange.sources.city.posts import Stand
from mapper.exchange.sources.city.stands import STANDS, lines_of, stood
from mapper.exchange.sources.city.streets import CLASSES, CityStreets
from mapper.vocabulary import StreetClass

STREETS = CityStreets(
    spots=np.array([[0.0, 0.0], [0.0, 100.0], [0.0, 200.0], [500.0, 0.0], [600.0, 0.0]]),
    first=np.array([0, 3, 5]),
    quarter=np.zeros(2, np.int64),
    street_class=np.full(2, CLASSES.index(StreetClass.RESIDENTIAL), np.uint8),
    out=np.zeros(2),
)


def test_lengths_are_measured_street_by_street(dice: np.random.Generator) -> None:
    assert lines_of(STREETS, dice).length_m().tolist() == [200, 100]


@pytest.mark.parametrize("stand", STANDS)
def test_a_camera_hangs_beside_its_own_street(stand: Stand, dice: np.random.Generator) -> None:
    street = np.repeat([0, 1], 500)
    at = stood(lines_of(STREETS, dice), street, np.full(1_000, STANDS.index(stand), np.uint8), dice)
    east, north = at.spots.T
    beside = np.where(street == 0, east, -north)
    along = np.where(street == 0, north, east - 500)
    assert (np.sign(beside) == at.side).all()
    assert np.abs(beside).min() > 3
    assert np.abs(beside).max() < 25
    assert along.min() > -2
    assert along.max() < 202
    assert at.way.tolist() == [0.0] * 500 + [90.0] * 500


def test_lamps_carry_several_and_stand_by_turns(dice: np.random.Generator) -> None:
    lamps = np.full(500, STANDS.index(Stand.LAMP), np.uint8)
    at = stood(lines_of(STREETS, dice), np.zeros(500, np.int64), lamps, dice)
    places = np.round(at.spots[:, 1] / 32 - 0.5).astype(int)
    assert len(set(places.tolist())) <= 7
    assert all(len(set(at.side[places == one].tolist())) == 1 for one in places)


def test_corners_are_at_corners(dice: np.random.Generator) -> None:
    corners = np.full(500, STANDS.index(Stand.CORNER), np.uint8)
    at = stood(lines_of(STREETS, dice), np.zeros(500, np.int64), corners, dice)
    away = np.abs(at.spots[:, 1, None] - np.array([0.0, 100.0, 200.0])).min(axis=1)
    assert away.max() < 11


def test_in_the_city_cameras_look_like_streets(city: City) -> None:
    street = np.repeat(np.arange(200), 5)
    stand = np.resize(np.arange(len(STANDS)), 1_000).astype(np.uint8)
    at = stood(city.lines, street, stand, np.random.default_rng(1))
    streets = city.streets
    lines = [
        shapely.LineString(streets.spots[streets.first[n] : streets.first[n + 1]])
        for n in range(200)
    ]
    away = shapely.distance(np.repeat(np.array(lines, object), 5), shapely.points(at.spots))
    assert away.max() < 30
