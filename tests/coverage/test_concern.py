"""Which cells a change concerns."""

from datetime import timedelta

import numpy as np
import pytest

from mapper.coverage.concern import (
    cells_around,
    cells_grown_stale,
    cells_of_cameras,
    cells_of_surveys,
    cells_with,
)
from mapper.coverage.models import CountedCamera
from mapper.geometry.cells import box_of, cell_of
from mapper.settings import limits
from mapper.vocabulary import State
from tests.factories.cameras import HERE, SEEN_ON, make_camera
from tests.factories.places import make_street
from tests.factories.surveys import make_survey

pytestmark = pytest.mark.django_db

ZOOM = limits.COVERAGE_CELL_ZOOM
CELL = cell_of(*HERE, ZOOM)
FAR = (HERE[0] + 0.05, HERE[1])


def test_a_camera_concerns_its_cell_and_those_in_reach_of_what_it_sees() -> None:
    found = cells_of_cameras([make_camera().pk])
    assert CELL in found
    assert 1 < len(found) <= 16


def test_a_camera_that_moved_concerns_where_it_stood_too() -> None:
    camera = make_camera()
    CountedCamera.objects.create(camera=camera.pk, cell=1, lon=FAR[0], lat=FAR[1])
    assert {CELL, cell_of(*FAR, ZOOM)} <= cells_of_cameras([camera.pk])


def test_cameras_stand_in_cells() -> None:
    cameras = [make_camera(), make_camera(*FAR), make_camera(0.0, 0.0, state=State.GONE)]
    assert cells_with([camera.pk for camera in cameras]) == {CELL, cell_of(*FAR, ZOOM)}


def test_one_that_counts_no_more_concerns_where_it_stood_alone() -> None:
    camera = make_camera(state=State.GONE)
    assert cells_of_cameras([camera.pk]) == set()
    CountedCamera.objects.create(camera=camera.pk, cell=1, lon=FAR[0], lat=FAR[1])
    assert CELL not in cells_of_cameras([camera.pk])


def test_a_street_that_begins_far_away_is_concerned() -> None:
    make_street(line=[FAR, HERE])
    assert cell_of(*FAR, ZOOM) in cells_around(np.array([HERE]))


def test_a_survey_concerns_the_streets_it_went_along() -> None:
    make_street(line=[FAR, HERE])
    assert cells_of_surveys([make_survey().pk]) == {cell_of(*FAR, ZOOM)}
    assert cells_of_surveys([make_survey(0.0, 0.0).pk]) == set()


def test_time_alone_concerns_the_cells_of_cameras_that_grew_stale() -> None:
    make_camera()
    due = SEEN_ON + timedelta(days=limits.STALE_AFTER_DAYS + 1)
    day = timedelta(days=1)
    assert cells_grown_stale(due - 2 * day, due - day) == set()
    assert CELL in cells_grown_stale(due - day, due)
    assert cells_grown_stale(due, due + day) == set()


def test_a_point_in_the_corner_of_its_cell_concerns_the_cells_beyond() -> None:
    box = box_of(CELL, ZOOM)
    found = cells_around(np.array([(box.west + 1e-6, box.north - 1e-6)]))
    assert cell_of(box.west - 1e-4, box.north + 1e-4, ZOOM) in found
