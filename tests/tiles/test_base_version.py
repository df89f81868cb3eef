"""The version of the base map changes with every import, and only then."""

import pytest

from mapper.tiles.base_version import base_version
from tests.factories.cameras import make_camera
from tests.factories.places import make_building, make_ground

pytestmark = pytest.mark.django_db


def test_it_changes_with_the_ground() -> None:
    versions = [base_version()]
    ground = make_ground()
    versions.append(base_version())
    make_building()
    versions.append(base_version())
    ground.revision += 1
    ground.save()
    versions.append(base_version())
    assert len(set(versions)) == 4


def test_a_new_camera_leaves_it_alone() -> None:
    make_ground()
    before = base_version()
    make_camera()
    assert base_version() == before
