"""The figures of a place are the sum over its cells."""

from datetime import date

import numpy as np
import pytest

from mapper.coverage.figures import figures_of
from mapper.coverage.models import PlaceFigures, PlacePart
from mapper.coverage.records import PART
from mapper.coverage.services.store_place_figures import store_place_figures
from mapper.vocabulary import Measure, SensitiveKind
from tests.factories.cameras import SEEN_ON
from tests.factories.places import make_ground, make_place, make_street

pytestmark = pytest.mark.django_db


def part(place: int, cell: int) -> None:
    row = np.zeros(1, PART)
    row["length_m"], row["looked_m"], row["cameras"] = [10, 20], [1, 2], 3
    row["metres"][0, 1, :, 0, 0] = [1, 2, 4]
    row["sensitive"][0, 0], row["fronts"][0, 0, :, 0] = 2, [0, 1, 2]
    PlacePart.objects.create(place_id=place, cell=cell, sums=row.tobytes())


def test_parts_are_added_up(django_assert_num_queries) -> None:
    place = make_place()
    make_street(ground=make_ground("streets", vintage_on=date(2020, 1, 1)))
    part(place.pk, 1)
    part(place.pk, 2)
    store_place_figures(place=place.pk, day=SEEN_ON)
    figures = figures_of(place)
    assert (figures.public.length_m, figures.every.length_m) == (20, 40)
    assert figures.every.metres(Measure.AT_LEAST_ONE).high == 8
    assert figures.cameras.total == 6
    school = figures.sensitive[SensitiveKind.SCHOOL]
    assert (school.total, school.observe.central) == (4, 0.5)
    assert figures.ground_vintage_on == date(2020, 1, 1)
    assert figures.computed_on == SEEN_ON


def test_a_sum_is_kept_until_it_is_made_anew() -> None:
    place = make_place()
    part(place.pk, 1)
    store_place_figures(place=place.pk, day=SEEN_ON)
    part(place.pk, 2)
    store_place_figures(place=place.pk, day=SEEN_ON)
    assert figures_of(place).cameras.total == 3
    store_place_figures(place=place.pk, day=SEEN_ON, anew=True)
    assert figures_of(place).cameras.total == 6


def test_a_place_without_cells_has_figures_of_zero_and_the_day_of_its_own_ground() -> None:
    place = make_place()
    store_place_figures(place=place.pk, day=SEEN_ON)
    figures = figures_of(place)
    assert figures.public.length_m == 0
    assert figures.ground_vintage_on == place.ground.vintage_on


def test_the_figures_of_a_retired_boundary_stay_as_they_were() -> None:
    place = make_place()
    store_place_figures(place=place.pk, day=SEEN_ON)
    place.ground.retired_on = SEEN_ON
    place.ground.save()
    store_place_figures(place=place.pk, day=date(2030, 1, 1))
    assert PlaceFigures.objects.get().computed_on == SEEN_ON
