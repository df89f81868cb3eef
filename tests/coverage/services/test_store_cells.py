"""A cell is stored as a whole or not at all."""

from contextlib import suppress

import pytest
from django.db import OperationalError, connection

from mapper.coverage.models import CountedCamera, CoverageCell, PlacePart
from mapper.coverage.services.compute_cells import computed
from mapper.coverage.services.store_cells import store_cells
from mapper.geometry.cells import cell_of
from mapper.places.models import Place
from tests.factories.cameras import HERE, SEEN_ON, make_camera
from tests.factories.places import make_place, make_street
from tests.faults.test_every_service import FailAt, everything

CELL = cell_of(*HERE, 16)


@pytest.mark.django_db
def test_a_cell_is_replaced_with_what_it_adds_to_places() -> None:
    make_street(line=[HERE, (HERE[0] + 0.001, HERE[1])])
    place = make_place()
    make_camera()
    rows = computed([CELL], SEEN_ON)
    assert store_cells(rows=rows, inputs="first", day=SEEN_ON) == {place.pk}
    make_camera()
    assert store_cells(rows=computed([CELL], SEEN_ON), inputs="second", day=SEEN_ON) == {place.pk}
    assert CoverageCell.objects.get().inputs == "second"
    assert PlacePart.objects.count() == 1
    assert CountedCamera.objects.count() == 2


@pytest.mark.django_db
def test_an_empty_cell_is_removed_and_a_place_that_went_is_left_out() -> None:
    make_street(line=[HERE, (HERE[0] + 0.001, HERE[1])])
    place = make_place()
    rows = computed([CELL], SEEN_ON)
    Place.objects.all().delete()
    assert store_cells(rows=rows, inputs="first", day=SEEN_ON) == set()
    place.ground.delete()
    store_cells(rows=computed([CELL], SEEN_ON), inputs="second", day=SEEN_ON)
    assert CoverageCell.objects.count() == 0


@pytest.mark.django_db
def test_a_camera_that_came_over_from_another_cell_stands_in_one() -> None:
    camera = make_camera()
    CountedCamera.objects.create(camera=camera.pk, cell=1, lon=0, lat=0)
    store_cells(rows=computed([CELL], SEEN_ON), inputs="first", day=SEEN_ON)
    assert CountedCamera.objects.get().cell == CELL


@pytest.mark.django_db
def test_failing_at_any_statement_it_leaves_everything_as_it_was() -> None:
    make_street(line=[HERE, (HERE[0] + 0.001, HERE[1])])
    make_place()
    make_camera()
    store_cells(rows=computed([CELL], SEEN_ON), inputs="first", day=SEEN_ON)
    make_camera()
    rows, before = computed([CELL], SEEN_ON), everything()
    for passing in range(50):
        fault = FailAt(passing)
        with connection.execute_wrapper(fault), suppress(OperationalError):
            store_cells(rows=rows, inputs="second", day=SEEN_ON)
        if not fault.failed:
            break
        assert everything() == before
    assert 3 < passing < 50
    assert CoverageCell.objects.get().inputs == "second"
