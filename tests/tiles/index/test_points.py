"""Cameras as sorted columns, and their texts side by side."""

import numpy as np

from mapper.tiles.index.points import Points
from tests.tiles.index.made import a_camera, points_of

CAMERAS = [a_camera(number, 25 - number / 100, 60.1) for number in (7, 3, 9)]


def test_columns_are_sorted_by_place_and_found_by_number() -> None:
    points = points_of(CAMERAS)
    assert points.codes.tolist() == sorted(points.codes.tolist())
    for number in (3, 7, 9):
        [position] = points.positions_of_ids(np.array([number]))
        assert points.ids[position] == number
    assert points.positions_of_ids(np.array([1, 5, 10])).size == 0


def test_no_cameras_are_found_nowhere() -> None:
    points = Points.none()
    assert len(points) == 0
    assert points.positions_of_ids(np.array([1])).size == 0


def test_tidied_texts_stand_once_and_only_where_they_are_used() -> None:
    points = points_of([(*camera[:5], 2) for camera in CAMERAS])
    tidied = points.tidied()
    assert len(tidied.texts) == 1
    assert [tidied.texts[int(number)] for number in tidied.facings] == [b"45/60;120.5"] * 3
