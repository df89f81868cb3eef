"""Asking hides at once, several askings hide once, and what was judged lately stays shown."""

import pytest

from mapper.cameras.models import Camera, Event
from mapper.contributors.memory.addresses import address_memory
from mapper.contributors.rules.senders import RefusedSenderError, Sender
from mapper.moderation.models import Act, ActKind, Takedown, TakedownReason
from mapper.moderation.services.ask_takedown import Plea, ask_takedown
from mapper.settings import limits
from mapper.vocabulary import Role
from tests.factories.cameras import SEEN_ON, make_camera
from tests.factories.moderation import make_act

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def fresh_memory():
    """Let each test begin with nothing sent today."""
    address_memory().forget()


def ask(camera, form_key="a", address="192.0.2.1"):
    plea = Plea(
        camera=camera, reason=TakedownReason.DANGER, explanation="A shelter.", form_key=form_key
    )
    sender = Sender(None, address)
    return ask_takedown(plea=plea, sender=sender, day=SEEN_ON, by=Role.RESIDENT)


def test_it_hides_the_camera_at_once_and_waits():
    camera = make_camera()
    takedown = ask(camera)
    assert (takedown.hid, takedown.state, takedown.asked_on) == (True, "waiting", SEEN_ON)
    assert takedown.explanation == "A shelter."
    assert not Camera.objects.public().exists()
    event = Event.objects.get()
    assert (event.what, event.by, event.details) == ("hidden", "resident", {"takedown": "danger"})
    act = Act.objects.get()
    assert (act.what, act.camera, act.moderator) == ("asked", camera, None)
    assert act.details == {"takedown": takedown.pk, "hid": True}


def test_several_takedowns_hide_a_camera_once():
    camera = make_camera()
    assert [ask(camera, "a").hid, ask(camera, "b").hid] == [True, False]
    assert Event.objects.count() == 1
    assert Act.objects.count() == 2


def test_the_same_form_twice_is_one_takedown():
    camera = make_camera()
    assert ask(camera) == ask(camera)
    assert Takedown.objects.count() == Act.objects.count() == 1


def test_what_a_moderator_kept_lately_is_asked_about_and_stays_shown():
    camera = make_camera()
    make_act(ActKind.SHOWN, camera=camera)
    assert ask(camera).hid is False
    assert list(Camera.objects.public()) == [camera]
    assert not Event.objects.exists()


def test_one_address_hides_no_more_than_a_street():
    cameras = [make_camera() for _ in range(limits.TAKEDOWNS_PER_ADDRESS + 1)]
    for number, camera in enumerate(cameras[:-1]):
        ask(camera, str(number))
    with pytest.raises(RefusedSenderError):
        ask(cameras[-1], "last")
    assert list(Camera.objects.public()) == [cameras[-1]]
    assert ask(cameras[-1], "last", address="192.0.2.2").hid


def test_what_was_refused_or_sent_twice_costs_nothing():
    camera = make_camera()
    for _ in range(limits.TAKEDOWNS_PER_ADDRESS + 1):
        ask(camera)


def test_a_takedown_costs_seven_queries(django_assert_num_queries):
    camera = make_camera()
    with django_assert_num_queries(11):  # four of them begin and end transactions
        ask(camera)
