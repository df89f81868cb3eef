"""Whatever happens, figures that followed the events are those of computing everything anew."""

from datetime import timedelta
from typing import Any

import numpy as np
import pytest
from django.db import OperationalError

from mapper.coverage.all_cells import all_cells, cells_with_cameras
from mapper.coverage.figures import figures_of
from mapper.coverage.models import CountedCamera, CoverageCell, PlaceFigures, PlacePart
from mapper.coverage.services.compute_cells import blocks_of, cameras_in, compute_cells, keep_up
from mapper.coverage.services.follow_events import skip_events
from mapper.coverage.services.store_cells import store_cells
from mapper.geometry.cells import cell_of
from mapper.places.models import Place
from mapper.settings import limits
from mapper.surveys.services.withdraw_survey import withdraw_survey
from mapper.vocabulary import Role
from tests.factories.cameras import HERE, SEEN_ON, make_camera, make_event
from tests.factories.places import make_place, make_street
from tests.factories.surveys import make_survey
from tests.factories.towns import Town, all_figures, assert_same_figures

pytestmark = pytest.mark.django_db

TODAY = SEEN_ON + timedelta(days=10)
CELL = cell_of(*HERE, 16)


def compute_all() -> None:
    compute_cells(cells=all_cells() | set(cells_with_cameras()), day=TODAY)


def everything_anew() -> dict[Any, Any]:
    for model in (CoverageCell, CountedCamera, PlacePart, PlaceFigures):
        model.objects.all().delete()
    compute_all()
    return all_figures()


@pytest.mark.parametrize("seed", range(3))
def test_following_any_edits_is_as_good_as_computing_all(seed: int) -> None:
    town = Town(np.random.default_rng(seed))
    town.build()
    compute_all()
    skip_events(today=TODAY)
    for _ in range(4):
        for _ in range(3):
            town.edit()
        assert keep_up(today=TODAY) > 0
    assert keep_up(today=TODAY) == 0
    assert_same_figures(all_figures(), everything_anew())


def test_the_order_of_cells_does_not_matter() -> None:
    Town(np.random.default_rng(9)).build()
    for cell in np.random.default_rng(9).permutation(
        sorted(all_cells() | set(cells_with_cameras()))
    ):
        compute_cells(cells=[int(cell)], day=TODAY)
    assert_same_figures(all_figures(), everything_anew())


def test_a_survey_that_was_taken_back_is_looked_no_more() -> None:
    make_street()
    place = make_place()
    survey = make_survey()
    compute_all()
    skip_events(today=TODAY)
    assert figures_of(place).public.looked_m > 50
    withdraw_survey(survey=survey, day=TODAY, by=Role.RESIDENT)
    assert keep_up(today=TODAY) == 1
    assert figures_of(place).public.looked_m == 0


def test_a_camera_grows_stale_by_itself() -> None:
    make_street()
    place = make_place()
    make_camera()
    compute_all()
    due = SEEN_ON + timedelta(days=limits.STALE_AFTER_DAYS + 1)
    skip_events(today=due - timedelta(days=1))
    keep_up(today=due)
    assert figures_of(place).cameras.stale == 1


def test_a_cell_whose_last_camera_went_is_removed() -> None:
    camera = make_camera()
    compute_all()
    skip_events(today=TODAY)
    camera.delete()
    make_event(make_camera())
    CoverageCell.objects.update(inputs="")
    keep_up(today=TODAY)
    assert CoverageCell.objects.filter(cell=CELL).count() == 1
    assert CountedCamera.objects.count() == 1


def test_killed_in_the_middle_it_leaves_whole_cells(monkeypatch: pytest.MonkeyPatch) -> None:
    Town(np.random.default_rng(5)).build()
    expected = everything_anew()
    for model in (CoverageCell, CountedCamera, PlacePart, PlaceFigures):
        model.objects.all().delete()
    monkeypatch.setattr(limits, "COVERAGE_BLOCK_ZOOM", limits.COVERAGE_CELL_ZOOM)
    stored, left = store_cells, [3]

    def killed(**told: object) -> object:
        left[0] -= 1
        if not left[0]:
            raise OperationalError("killed")
        return stored(**told)

    monkeypatch.setattr("mapper.coverage.services.compute_cells.store_cells", killed)
    with pytest.raises(OperationalError):
        compute_all()
    assert 0 < CoverageCell.objects.count() < len([key for key in expected if isinstance(key, int)])
    left[0] = -1
    compute_all()
    assert_same_figures(all_figures(), expected)


def test_dense_blocks_are_computed_cell_by_cell() -> None:
    cells = [cell_of(HERE[0] + 0.006 * step, HERE[1], 16) for step in range(4)]
    assert list(blocks_of(cells, {})) == [sorted(cells)]
    dense = dict.fromkeys(cells, limits.COVERAGE_BLOCK_CAMERAS)
    assert sorted(blocks_of(cells, dense)) == [[cell] for cell in sorted(cells)]


def test_cameras_are_counted_by_cell() -> None:
    make_camera()
    compute_all()
    assert cameras_in([CELL, 1]) == {CELL: 1}


def test_places_without_streets_have_figures_of_zero() -> None:
    place = make_place()
    make_camera()
    compute_all()
    figures = figures_of(Place.objects.get(pk=place.pk))
    assert figures.cameras.total == 1
    assert figures.public.length_m == 0
