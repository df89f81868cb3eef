"""The figures of a place, read as they were stored."""

from datetime import date
from typing import Any

import pytest
from pytest_django import DjangoAssertNumQueries

from mapper.coverage.figures import Range, figures_of, slugs_with_figures
from mapper.coverage.models import PlaceFigures
from mapper.vocabulary import Detail, Measure, SensitiveKind
from tests.factories.figures import make_figures
from tests.factories.places import make_place

COUNTS = (
    *("total", "confirmed", "unconfirmed", "stale", "disputed", "by_public", "by_private"),
    *("by_unknown", "face_recognition", "facing_unknown"),
)


def stored(length_m: float = 200.0) -> dict[str, Any]:
    """Figures as they are stored."""
    watched = {measure.value: [10.0, 20.0, 50.0] for measure in Measure}
    ways = {
        "length_m": length_m,
        "looked_m": length_m / 4,
        "watched": {"observe": watched, "recognise": watched},
    }
    return {
        "ways": {"public": ways, "all": ways},
        "cameras": dict.fromkeys(COUNTS, 7),
        "sensitive": {"school": {"total": 2, "observe": [0, 0.5, 1], "recognise": [0, 0, 1]}},
        "area_km2": 1.5,
        "ground_vintage_on": "2026-01-01",
    }


@pytest.mark.django_db
def test_a_place_tells_its_figures_with_low_and_high() -> None:
    place = make_place()
    PlaceFigures.objects.create(place=place, computed_on=date(2026, 9, 1), figures=stored())
    figures = figures_of(place)
    assert figures.public.share(Measure.AT_LEAST_ONE) == Range(0.05, 0.1, 0.25)
    assert figures.every.metres(Measure.BY_PUBLIC, Detail.RECOGNISE) == Range(10.0, 20.0, 50.0)
    assert figures.public.looked_share == 0.25
    assert figures.cameras.disputed == 7
    assert figures.sensitive[SensitiveKind.SCHOOL].observe == Range(0, 0.5, 1)
    assert figures.ground_vintage_on == date(2026, 1, 1)


@pytest.mark.django_db
def test_a_place_without_streets_has_no_shares() -> None:
    place = make_place()
    PlaceFigures.objects.create(place=place, computed_on=date(2026, 9, 1), figures=stored(0.0))
    figures = figures_of(place)
    assert figures.public.share(Measure.AT_LEAST_ONE) is None
    assert figures.public.looked_share is None


@pytest.mark.django_db
def test_a_place_that_nobody_computed_has_no_figures() -> None:
    assert figures_of(make_place()) is None


@pytest.mark.django_db
def test_slugs_are_sorted_out_by_whether_figures_were_computed(
    django_assert_num_queries: DjangoAssertNumQueries,
) -> None:
    make_figures(make_place(slug="computed"))
    make_place(slug="bare")
    with django_assert_num_queries(1):
        assert slugs_with_figures(["computed", "bare", "", "nowhere"]) == {"computed"}
    with django_assert_num_queries(0):
        assert slugs_with_figures([""]) == set()
