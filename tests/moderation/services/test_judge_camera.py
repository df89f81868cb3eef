"""What a moderator decides about a camera, and what is told to those who asked."""

import pytest

from mapper.cameras.models import Camera, Event
from mapper.moderation.models import Act, Takedown
from mapper.moderation.services.judge_camera import keep_hidden, keep_shown, take_down
from mapper.vocabulary import Role
from tests.factories.cameras import SEEN_ON, make_camera
from tests.factories.moderation import make_moderator, make_takedown
from tests.factories.sightings import make_contributor, make_sighting

pytestmark = pytest.mark.django_db


def judge(decide, camera, **how):
    return decide(
        camera=camera,
        moderator=make_moderator(),
        reason="Seen on site",
        day=SEEN_ON,
        by=Role.MODERATOR,
        **how,
    )


def is_shown(camera):
    return Camera.objects.public().filter(pk=camera.pk).exists()


def answers():
    return set(Takedown.objects.values_list("state", "answer", "judged_on"))


def test_taken_down_it_is_hidden_and_all_who_asked_are_told_why():
    camera = make_camera()
    make_takedown(camera)
    make_takedown(camera)
    act = judge(take_down, camera, invented=False)
    assert not is_shown(camera)
    assert answers() == {("taken_down", "Seen on site", SEEN_ON)}
    assert (act.what, act.reason, act.camera) == ("taken_down", "Seen on site", camera)
    assert Event.objects.get().details == {"for_ever": True}


def test_taking_down_what_is_hidden_is_noted_in_its_history():
    camera = make_camera()
    judge(keep_hidden, camera)
    judge(take_down, camera, invented=True)
    details = list(Event.objects.values_list("what", "details"))
    assert details == [("hidden", {}), ("hidden", {"invented": True, "for_ever": True})]


@pytest.mark.parametrize("invented", [True, False])
def test_two_inventions_cost_whoever_logged_them_first_her_standing(invented):
    her = make_contributor(has_standing=True)
    for _ in range(2):
        camera = make_camera()
        make_sighting(camera, contributor=her)
        judge(take_down, camera, invented=invented)
    her.refresh_from_db()
    assert her.has_standing is not invented


def test_kept_it_is_shown_again():
    camera = make_camera(hidden_on=SEEN_ON)
    make_takedown(camera, hid=True)
    judge(keep_shown, camera)
    assert is_shown(camera)
    assert answers() == {("kept", "Seen on site", SEEN_ON)}
    assert Event.objects.get().what == "released"


def test_kept_what_was_never_hidden_is_answered_and_nothing_happens_to_it():
    camera = make_camera()
    make_takedown(camera)
    judge(keep_shown, camera)
    assert answers() == {("kept", "Seen on site", SEEN_ON)}
    assert not Event.objects.exists()


def test_hidden_for_a_while_nobody_is_answered_yet():
    camera = make_camera()
    make_takedown(camera)
    judge(keep_hidden, camera)
    assert not is_shown(camera)
    assert answers() == {("waiting", "", None)}
    assert Act.objects.get().what == "hidden"


def test_who_asked_about_another_camera_is_not_told():
    make_takedown(make_camera())
    judge(take_down, make_camera(), invented=False)
    assert answers() == {("waiting", "", None)}
