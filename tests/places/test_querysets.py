"""The version of all ground, and what of it still stands."""

from datetime import date

import pytest

from mapper.places.models import Ground, Place, Street
from tests.factories.places import (
    make_area,
    make_building,
    make_ground,
    make_label,
    make_place,
    make_street,
)

pytestmark = pytest.mark.django_db


def test_every_kind_of_ground_changes_the_version() -> None:
    versions = [Ground.objects.version()]
    for make in (make_ground, make_place, make_street, make_building, make_area, make_label):
        make()
        versions.append(Ground.objects.version())
    assert len(set(versions)) == len(versions)


def test_a_revision_changes_the_version() -> None:
    ground = make_ground()
    before = Ground.objects.version()
    ground.revision += 1
    ground.save()
    assert Ground.objects.version() != before


def test_reading_does_not_change_the_version() -> None:
    make_street()
    before = Ground.objects.version()
    list(Street.objects.all())
    assert Ground.objects.version() == before


def test_retired_ground_is_not_current_and_neither_are_its_places() -> None:
    old = make_ground("old", retired_on=date(2026, 1, 1))
    make_place("Old ward", ground=old)
    new = make_place("New ward")
    assert list(Ground.objects.current()) == [new.ground]
    assert list(Place.objects.current()) == [new]
