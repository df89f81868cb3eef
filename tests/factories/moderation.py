"""Moderators, takedowns and what moderators did, for tests."""

from itertools import count
from typing import Any

from mapper.cameras.models import Camera
from mapper.moderation.models import Act, ActKind, Moderator, Takedown, TakedownReason
from mapper.vocabulary import Role
from tests.factories.cameras import SEEN_ON

_NUMBERS = count(1)


def make_moderator(name: str = "desk", **fields: Any) -> Moderator:
    """A moderator who cannot sign in by herself; asked twice for one name it is the same."""
    values = {"made_on": SEEN_ON, "password": "!", **fields}
    return Moderator.objects.get_or_create(name=name, defaults=values)[0]


def make_takedown(camera: Camera, **fields: Any) -> Takedown:
    """A takedown that waits and hid nothing, unless told otherwise."""
    values = {
        "reason": TakedownReason.OTHER,
        "asked_on": SEEN_ON,
        "hid": False,
        "form_key": f"{next(_NUMBERS):064x}",
        **fields,
    }
    return Takedown.objects.create(camera=camera, **values)


def make_act(what: ActKind, **fields: Any) -> Act:
    """Something a moderator did, for a reason."""
    values = {
        "day": SEEN_ON,
        "by": Role.MODERATOR,
        "moderator": make_moderator(),
        "reason": "Seen on site",
        **fields,
    }
    return Act.objects.create(what=what, **values)
