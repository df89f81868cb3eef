"""What a sighting tells of a known camera is taken up where nobody had known anything."""

from datetime import date

import pytest

from mapper.cameras.models import Event
from mapper.sightings.services.learn_aspects import learn_aspects
from mapper.vocabulary import Answer, Basis, Kind, Mount, OperatorType, Role
from tests.factories.cameras import make_camera

pytestmark = pytest.mark.django_db

DAY = date(2026, 10, 1)


def learn(camera, **claims):
    told = {key.replace("__", ":"): (value, Basis.SAW) for key, value in claims.items()}
    names = learn_aspects(camera=camera, claims=told, day=DAY, by=Role.RESIDENT)
    camera.refresh_from_db()
    return names


def test_what_was_unknown_is_taken_up_and_noted():
    camera = make_camera(kind=Kind.UNKNOWN)
    names = learn(
        camera,
        camera__type="fixed",
        camera__direction="45;90-120",
        camera__mount="pole",
        facial_recognition="yes",
        alpr="no",
    )
    assert names == ("face_recognition", "facings", "kind", "mount", "plate_reading")
    assert (camera.kind, camera.mount) == (Kind.FIXED, Mount.POLE)
    assert (camera.face_recognition, camera.plate_reading) == (Answer.YES, Answer.NO)
    assert camera.facings == [
        {"bearing": 45.0, "opening": None},
        {"bearing": 105.0, "opening": 30.0},
    ]
    event = Event.objects.get()
    assert (event.camera, event.what, event.day) == (camera, "changed", DAY)
    assert event.details == {"learnt": list(names)}


def test_what_is_known_stays():
    camera = make_camera(kind=Kind.FIXED, facings=[{"bearing": 10, "opening": None}])
    assert learn(camera, camera__type="dome", camera__direction="180") == ()
    assert camera.kind == Kind.FIXED
    assert camera.facings == [{"bearing": 10, "opening": None}]
    assert not Event.objects.exists()


def test_one_word_does_not_make_a_camera_a_private_homes():
    camera = make_camera(kind=Kind.UNKNOWN, operator_type=OperatorType.UNKNOWN)
    assert learn(camera, camera__type="doorbell") == ("kind",)
    assert learn(camera, operator__type="private_home") == ()
    assert camera.operator_type == OperatorType.UNKNOWN
    assert camera.home_cell is None


def test_who_runs_it_is_taken_up():
    camera = make_camera(operator_type=OperatorType.UNKNOWN)
    assert learn(camera, operator__type="police") == ("operator_type",)
    assert camera.operator_type == OperatorType.POLICE


def test_what_comes_from_lists_alone_is_not_taken_up():
    camera = make_camera()
    assert learn(camera, manufacturer="Somebody", ref="1", operator="Somebody") == ()
