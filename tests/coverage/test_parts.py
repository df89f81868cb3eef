"""What a cell adds to places."""

import numpy as np
import pytest
import shapely

from mapper.coverage.block import Places
from mapper.coverage.inputs import read_cameras
from mapper.coverage.parts import Parts, camera_counts
from mapper.coverage.records import COUNTS, STREET
from mapper.geometry import Box
from mapper.vocabulary import Answer, Kind, OperatorType, State
from tests.factories.cameras import HERE, SEEN_ON, make_camera, make_home_camera

SQUARES = Places(np.array([7, 8]), np.array([shapely.box(0, 0, 1, 1), shapely.box(1, 0, 2, 1)]))


@pytest.mark.django_db
def test_a_camera_is_counted_by_all_that_is_known_of_it() -> None:
    make_camera(operator_type=OperatorType.POLICE, state=State.CONFIRMED, kind=Kind.DOME)
    make_camera(state=State.DISPUTED, face_recognition=Answer.YES)
    cameras = read_cameras([Box(*HERE, *HERE)], SEEN_ON)
    told = [
        {name for name, one in zip(COUNTS, row, strict=True) if one}
        for row in camera_counts(cameras)
    ]
    assert told == [
        {"total", "confirmed", "by_public"},
        {"total", "disputed", "by_public", "face_recognition", "facing_unknown"},
    ]


def test_streets_are_added_up_by_cell_and_place() -> None:
    parts = Parts(2, SQUARES)
    streets = np.zeros(3, STREET)
    streets["length_m"], streets["public"] = [1, 2, 4], [True, False, True]
    parts.add_streets(np.array([0, 0, 1]), np.array([0, 0, 1]), streets)
    (row,) = parts.of_cell(0)
    assert (row["place"], row["length_m"].tolist()) == (7, [1, 3])
    (row,) = parts.of_cell(1)
    assert (row["place"], row["length_m"].tolist()) == (8, [4, 4])


def test_a_sensitive_place_on_the_edge_of_two_places_counts_in_both() -> None:
    parts = Parts(1, SQUARES)
    lonlat, kind = np.array([(1.0, 0.5), (0.5, 0.5)]), np.array([0, 0])
    parts.add_sensitive(np.array([0, 0]), lonlat, kind, np.full((2, 3, 2), 0.5))
    rows = parts.of_cell(0)
    assert rows["sensitive"][:, 0].tolist() == [2, 1]
    assert rows["fronts"][:, 0, 0, 0].tolist() == [1.0, 0.5]


@pytest.mark.django_db
def test_cameras_count_in_the_places_that_geos_has_them_in() -> None:
    """Hidden cameras and those at private homes count nowhere; one on a border, on both sides."""
    lon, lat = HERE
    for east in (-0.001, -0.0005, 0.0, 0.0005, 0.001, 0.002):
        make_camera(lon + east, lat)
    make_camera(hidden_on=SEEN_ON)
    make_home_camera()
    left, right = shapely.box(lon - 0.001, lat - 1, lon, lat + 1), shapely.box(lon, lat, 25, 61)
    holed = shapely.box(lon - 1, lat - 1, lon + 1, lat + 1).difference(right.buffer(1e-4))
    shapes = np.array([left, right, holed])
    cameras = read_cameras([Box(lon - 0.01, lat - 0.01, lon + 0.01, lat + 0.01)], SEEN_ON)
    parts = Parts(1, Places(np.array([5, 6, 7]), shapes))
    parts.add_cameras(np.zeros(len(cameras), np.int64), cameras)
    expected = [int(shapely.intersects_xy(shape, *cameras.lonlat.T).sum()) for shape in shapes]
    assert parts.rows["cameras"][0, :, COUNTS.index("total")].tolist() == expected
    assert expected == [3, 4, 2]


def test_a_cell_that_adds_nothing_has_no_parts() -> None:
    assert len(Parts(1, SQUARES).of_cell(0)) == 0
