"""Blocking takes a reason, and takes the standing from what she said before."""

import pytest

from mapper.cameras.models import Camera
from mapper.contributors.models import Contributor
from mapper.moderation.models import Act
from mapper.moderation.services.block import block, unblock
from mapper.vocabulary import Role
from tests.factories.cameras import SEEN_ON, make_camera
from tests.factories.moderation import make_moderator
from tests.factories.sightings import make_contributor, make_sighting

pytestmark = pytest.mark.django_db


def do(decide, contributor):
    return decide(
        contributor=contributor,
        moderator=make_moderator(),
        reason="Sends inventions",
        day=SEEN_ON,
        by=Role.MODERATOR,
    )


def test_each_is_done_once_and_told_once():
    her = make_contributor()
    assert [do(block, her), do(block, her)] == [True, False]
    assert Contributor.objects.get().blocked_on == SEEN_ON
    assert [do(unblock, her), do(unblock, her)] == [True, False]
    assert Contributor.objects.get().blocked_on is None
    acts = list(Act.objects.order_by("pk").values_list("what", "contributor", "reason"))
    assert acts == [
        ("blocked", her.pk, "Sends inventions"), ("unblocked", her.pk, "Sends inventions"),
    ]  # fmt: skip


def test_the_cameras_she_spoke_of_are_decided_anew():
    her = make_contributor()
    make_sighting(make_camera(voices=9), contributor=her)
    make_camera(voices=9)
    do(block, her)
    assert sorted(Camera.objects.values_list("voices", flat=True)) == [1, 9]
