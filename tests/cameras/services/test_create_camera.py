"""A reading becomes a camera, with its operator and its first event, or nothing at all."""

from datetime import date

import pytest

from mapper.cameras.models import Camera, Event, Operator
from mapper.cameras.services.create_camera import create_camera
from mapper.vocabulary import Kind, OperatorType, Role, read_tags

pytestmark = pytest.mark.django_db

DAY = date(2026, 10, 1)


def create(**tags):
    reading = read_tags({"man_made": "surveillance", **tags})
    return create_camera(
        lon=-28.0, lat=47.0, accuracy_m=4.0, reading=reading, day=DAY, by=Role.RESIDENT
    )


def test_every_aspect_of_the_reading_is_kept():
    camera = create(
        **{"camera:type": "dome", "camera:mount": "pole", "camera:direction": "90;350"},
        height="5",
    )
    stored = Camera.objects.get(pk=camera.pk)
    assert stored.kind == Kind.DOME
    assert stored.height_m == 5.0
    assert [facing["bearing"] for facing in stored.facings] == [90.0, 350.0]
    assert stored.accuracy_m == 4.0


def test_it_was_logged_on_that_day_by_that_role():
    event = Event.objects.get(camera=create())
    assert (event.day, event.what, event.by) == (DAY, "logged", "resident")


def test_an_operator_is_one_record_however_many_cameras_it_runs():
    first, second = create(operator="City Watch"), create(operator="City Watch")
    assert first.operator == second.operator
    assert Operator.objects.count() == 1


def test_a_camera_without_operator_has_none():
    assert create().operator is None


def test_a_private_home_gets_its_cell():
    camera = create(**{"operator:type": "individual"})
    assert camera.operator_type == OperatorType.PRIVATE_HOME
    assert camera.home_cell is not None


def test_a_position_off_the_earth_leaves_nothing_behind():
    with pytest.raises(ValueError, match=r".+"):
        create_camera(
            lon=float("nan"),
            lat=47.0,
            accuracy_m=None,
            reading=read_tags({"man_made": "surveillance", "operator": "City Watch"}),
            day=DAY,
            by=Role.RESIDENT,
        )
    assert not Camera.objects.exists()
    assert not Operator.objects.exists()
