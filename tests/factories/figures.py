"""Figures of places for tests, as the computation stores them."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from mapper.coverage.models import PlaceFigures
from mapper.places.models import Place
from mapper.vocabulary import Detail, Measure, SensitiveKind

COMPUTED_ON = date(2026, 9, 2)
_SIDES = (0.4, 1.0, 1.6)
_PARTS = (1.0, 0.4, 0.2, 0.6, 0.3, 0.2, 0.1, 0.5, 0.7)


def make_figures(place: Place, **fields: Any) -> PlaceFigures:
    """The figures of a place, changed as told: see `figures_for`."""
    return PlaceFigures.objects.create(
        place=place, computed_on=COMPUTED_ON, figures=figures_for(**fields)
    )


def figures_for(total: int = 20, **changed: Any) -> dict[str, Any]:
    """Ten kilometres of public street, of which a quarter is most likely in view."""
    cameras = {
        "total": total,
        "confirmed": 8,
        "unconfirmed": 9,
        "stale": 2,
        "disputed": 1,
        "by_public": 9,
        "by_private": 6,
        "by_unknown": 5,
        "face_recognition": 1,
        "facing_unknown": 7,
    }
    school = {"total": 4, "observe": [0.2, 0.5, 0.7], "recognise": [0, 0.1, 0.5]}
    return {
        "ways": {"public": watched_ways(), "all": watched_ways(12_000.0)},
        "cameras": cameras,
        "sensitive": {SensitiveKind.SCHOOL.value: school},
        "area_km2": 3.5,
        "ground_vintage_on": "2026-09-01",
        **changed,
    }


def watched_ways(
    length_m: float = 10_000.0,
    seen: float = 2_500.0,
    looked_m: float = 4_000.0,
    sides: Sequence[float] = _SIDES,
) -> dict[str, Any]:
    """So many metres of street, of which so many are most likely in view."""
    observe = {
        measure.value: [seen * part * side for side in sides]
        for measure, part in zip(Measure, _PARTS, strict=True)
    }
    recognise = {name: [metres / 2 for metres in bounds] for name, bounds in observe.items()}
    return {
        "length_m": length_m,
        "looked_m": looked_m,
        "watched": {Detail.OBSERVE.value: observe, Detail.RECOGNISE.value: recognise},
    }
