"""Tests of the cameras of the town."""

from collections import Counter
from enum import StrEnum

import pytest
import shapely

from mapper.exchange.sources.demo_town.cameras import DemoCamera, make_cameras
from mapper.exchange.sources.demo_town.loader import SEED
from mapper.exchange.sources.demo_town.town import Town
from mapper.geometry.bearings import difference
from mapper.vocabulary import (
    Answer,
    Kind,
    Lifecycle,
    Mount,
    OperatorType,
    Scope,
    read_tags,
    write_tags,
)


def test_there_are_about_150(cameras: list[DemoCamera]):
    assert 140 <= len(cameras) <= 165


@pytest.mark.parametrize(
    ("aspect", "words"),
    [
        ("kind", Kind),
        ("mount", Mount),
        ("operator_type", OperatorType),
        ("scope", Scope),
        ("lifecycle", Lifecycle),
        ("face_recognition", Answer),
        ("plate_reading", Answer),
        ("signage", Answer),
    ],
)
def test_every_word_occurs(cameras: list[DemoCamera], aspect: str, words: type[StrEnum]):
    counts = Counter(getattr(camera.reading, aspect) for camera in cameras)
    assert set(counts) == set(words)
    assert min(counts.values()) >= 2


def test_facings_are_unknown_single_or_several(cameras: list[DemoCamera]):
    counts = Counter(len(camera.reading.facings) for camera in cameras)
    assert set(counts) == {0, 1, 2, 3}
    openings = {facing.opening for camera in cameras for facing in camera.reading.facings}
    assert None in openings
    assert len(openings) > 3


def test_some_poles_carry_two_cameras_that_look_different_ways(cameras: list[DemoCamera]):
    by_spot: dict[tuple[float, float], list[DemoCamera]] = {}
    for camera in cameras:
        by_spot.setdefault((camera.spot.x, camera.spot.y), []).append(camera)
    twins = [pair for pair in by_spot.values() if len(pair) > 1]
    assert len(twins) == 3
    for one, other in twins:
        bearings = [camera.reading.facings[0].bearing for camera in (one, other)]
        assert difference(*bearings) > 60


def test_plate_readers_watch_the_ring_and_the_ways_in(town: Town, cameras: list[DemoCamera]):
    names = {"North Ring", "West Ring", "East Ring", "Harbour Front", "Westgate", "Dune Road"}
    watched = shapely.union_all([street.line for street in town.streets if street.name in names])
    readers = [one for one in cameras if one.reading.plate_reading == Answer.YES]
    assert len(readers) >= 8
    assert all(watched.distance(camera.spot) < 10 for camera in readers)


def test_cameras_on_walls_hang_on_walls(town: Town, cameras: list[DemoCamera]):
    walls = shapely.union_all([house.outline.boundary for house in town.houses])
    hung = [one for one in cameras if one.reading.mount in {Mount.WALL, Mount.DOOR, Mount.CEILING}]
    assert len(hung) > 60
    assert all(walls.distance(camera.spot) < 0.01 for camera in hung)


def test_cameras_on_poles_stand_outside_houses_and_on_land(town: Town, cameras: list[DemoCamera]):
    inside = shapely.union_all([house.outline.buffer(-0.2) for house in town.houses])
    for camera in cameras:
        assert not inside.contains(camera.spot), camera.reading
        assert town.island.land.contains(camera.spot), camera.reading


def test_no_camera_hangs_over_the_river_but_on_a_bridge(town: Town, cameras: list[DemoCamera]):
    for camera in cameras:
        if town.island.water.contains(camera.spot):
            assert camera.reading.mount in {Mount.GANTRY, Mount.TRAFFIC_SIGNALS}


def test_the_tags_of_a_camera_say_what_it_is(cameras: list[DemoCamera]):
    for camera in cameras:
        reading = read_tags(write_tags(camera.reading, {}))
        assert reading.is_camera
        assert not reading.problems
        for aspect in ("kind", "mount", "facings", "operator_type", "scope", "plate_reading"):
            assert getattr(reading, aspect) == getattr(camera.reading, aspect)


def test_one_seed_hangs_the_same_cameras_again(town: Town, cameras: list[DemoCamera]):
    assert make_cameras(town, SEED) == cameras
    assert make_cameras(town, "another") != cameras
