"""Questions about takedowns and acts."""

from datetime import timedelta

import pytest

from mapper.moderation.models import Act, ActKind, Takedown, TakedownState
from tests.factories.cameras import SEEN_ON, make_camera
from tests.factories.moderation import make_act, make_takedown

pytestmark = pytest.mark.django_db


def test_only_the_unjudged_wait():
    camera = make_camera()
    waiting = make_takedown(camera)
    make_takedown(camera, state=TakedownState.KEPT, judged_on=SEEN_ON, answer="Because.")
    assert list(Takedown.objects.waiting()) == [waiting]


def test_shown_since_asks_for_this_camera_and_these_days():
    camera, other = make_camera(), make_camera()
    act = make_act(ActKind.SHOWN, camera=camera)
    make_act(ActKind.SHOWN, camera=other)
    make_act(ActKind.HIDDEN, camera=camera)
    assert list(Act.objects.shown_since(camera, SEEN_ON)) == [act]
    assert not Act.objects.shown_since(camera, SEEN_ON + timedelta(days=1)).exists()
