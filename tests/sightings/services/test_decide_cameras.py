"""Everything a camera shows follows from what is said of it, and from nothing else."""

import pytest
from django.db import transaction

from mapper.cameras.models import Camera, Operator
from mapper.sightings.services.decide_cameras import decide_cameras, locked_cameras, weigh_cameras
from mapper.vocabulary import Basis, Kind, Mount, State, Verdict
from tests.factories.cameras import HERE, SEEN_ON, make_camera, make_operator, make_record
from tests.factories.sightings import make_contributor, make_sighting

pytestmark = pytest.mark.django_db


def decide(*cameras):
    with transaction.atomic():
        return decide_cameras(locked_cameras([camera.pk for camera in cameras]))


def claim(camera, key, value, **fields):
    return make_sighting(camera, {key: (value, Basis.SAW)}, **fields)


def test_all_aspects_follow_and_what_changed_is_told():
    camera = make_camera(kind=Kind.DOME, mount=Mount.POLE, state=State.GONE)
    make_record(camera, tags={"camera:mount": "pole", "operator": "City Watch", "height": "4"})
    claim(camera, "camera:type", "panning")
    (decision,) = decide(camera)
    camera.refresh_from_db()
    assert (camera.kind, camera.mount, camera.height_m) == (Kind.PANNING, Mount.POLE, 4.0)
    assert camera.operator == Operator.objects.get(name="City Watch")
    assert (camera.state, camera.voices, camera.disputed) == (State.UNCONFIRMED, 2, None)
    assert decision.before["kind"] == Kind.DOME
    assert decision.details == {
        "state": ["gone", "unconfirmed"],
        "aspects": ["height_m", "kind", "operator", "operator_type"],
    }


def test_what_is_decided_already_is_left():
    camera = make_camera()
    claim(camera, "operator", "City Watch")
    assert len(decide(camera)) == 1
    assert decide(camera) == []


def test_a_known_operator_is_not_asked_for(django_assert_num_queries):
    camera = make_camera(operator=make_operator("City Watch"))
    claim(camera, "operator", "City Watch")
    cameras = locked_cameras([camera.pk])
    with django_assert_num_queries(3):  # sightings, claims, records
        weigh_cameras(cameras)
    assert cameras[0].operator.name == "City Watch"


def test_a_dispute_is_kept_and_ends():
    camera = make_camera()
    claim(camera, "camera:type", "dome", contributor=make_contributor(has_standing=True))
    other = claim(
        camera,
        "camera:type",
        "fixed",
        observed_on=SEEN_ON.replace(day=20),
        received_on=SEEN_ON.replace(day=20),
    )
    decide(camera)
    camera.refresh_from_db()
    assert (camera.disputed, camera.kind) == (["kind"], Kind.DOME)
    other.claims.update(value="dome")
    decide(camera)
    camera.refresh_from_db()
    assert camera.disputed is None


def test_where_nobody_says_where_it_is_it_stays():
    camera = make_camera(accuracy_m=7.0)
    make_sighting(camera, verdict=Verdict.GONE)
    decide(camera)
    camera.refresh_from_db()
    assert (camera.location.coords, camera.accuracy_m) == (HERE, 7.0)


def test_weighing_stores_nothing():
    camera = make_camera(kind=Kind.DOME)
    claim(camera, "camera:type", "fixed")
    assert weigh_cameras([camera])[0].camera.kind == Kind.FIXED
    assert Camera.objects.get().kind == Kind.DOME
