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
from tests.factories.cameras import HERE, SEEN_ON, make_camera

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


def test_a_cell_that_adds_nothing_has_no_parts() -> None:
    assert len(Parts(1, SQUARES).of_cell(0)) == 0
