"""Scenarios for the services of moderation."""

from functools import partial
from typing import Any

from mapper.moderation.models import ActKind, TakedownReason
from mapper.moderation.services.ask_takedown import Plea, ask_takedown
from mapper.moderation.services.block import block, unblock
from mapper.moderation.services.judge_camera import keep_hidden, keep_shown, take_down
from mapper.moderation.services.judge_text import refuse_text, release_text
from mapper.moderation.services.lock_cell import lock_cell, unlock_cell
from mapper.moderation.services.moderators import (
    appoint_moderator,
    dismiss_moderator,
    renew_passphrase,
    sign_out_everywhere,
)
from mapper.moderation.services.undo_sightings import restore_sightings, undo_sightings
from mapper.sightings.models import HeldText, LockedCell
from mapper.vocabulary import Role
from tests.factories.cameras import SEEN_ON, make_camera
from tests.factories.moderation import make_act, make_moderator, make_takedown
from tests.factories.sightings import make_contributor, make_sighting
from tests.factories.surveys import make_survey
from tests.faults.scenarios.scenario import (
    DAY,
    DEVICE,
    KEY,
    TEXTS,
    Act,
    Scenario,
    believed,
)

CELL = 1_234_567


def judged() -> dict[str, Any]:
    """Who decides, why and when."""
    return {
        "moderator": make_moderator(),
        "reason": "Seen on site",
        "day": DAY,
        "by": Role.MODERATOR,
    }


def asking() -> Act:
    """A camera that is shown."""
    plea = Plea(
        camera=make_camera(), reason=TakedownReason.ROOMS, explanation="Mine.", form_key=KEY
    )
    return partial(ask_takedown, plea=plea, sender=DEVICE, day=DAY, by=Role.RESIDENT)


def hiding() -> Act:
    """A camera that is shown."""
    return partial(keep_hidden, camera=make_camera(), **judged())


def taking_down() -> Act:
    """A camera that somebody asked about."""
    camera = make_camera()
    make_takedown(camera)
    return partial(take_down, camera=camera, invented=True, **judged())


def showing() -> Act:
    """A hidden camera that somebody asked about."""
    camera = make_camera(hidden_on=SEEN_ON)
    make_takedown(camera, hid=True)
    return partial(keep_shown, camera=camera, **judged())


def held_text() -> HeldText:
    """The name of an operator that nobody has read."""
    sighting = make_sighting(make_camera())
    believed([sighting.camera])
    return HeldText.objects.create(
        sighting=sighting, aspect="operator", text=TEXTS["operator"], received_on=SEEN_ON
    )


def releasing() -> Act:
    """A name that becomes a claim."""
    return partial(release_text, text=held_text(), **judged())


def refusing() -> Act:
    """A name that is not kept."""
    return partial(refuse_text, text=held_text(), **judged())


def locking() -> Act:
    """A cell that is open."""
    return partial(lock_cell, cell=CELL, days=7, **judged())


def unlocking() -> Act:
    """A cell that is locked."""
    LockedCell.objects.create(cell=CELL, since=SEEN_ON, until=DAY)
    return partial(unlock_cell, cell=CELL, **judged())


def appointing() -> Act:
    """Nobody of that name."""
    return partial(appoint_moderator, name="second desk", day=DAY, by=Role.OPERATOR)


def renewing() -> Act:
    """A moderator who forgot hers."""
    return partial(renew_passphrase, moderator=make_moderator(), day=DAY, by=Role.OPERATOR)


def dismissing() -> Act:
    """A moderator who can sign in."""
    return partial(dismiss_moderator, moderator=make_moderator(), day=DAY, by=Role.OPERATOR)


def signing_out() -> Act:
    """A moderator who is signed in."""
    return partial(sign_out_everywhere, moderator=make_moderator(), day=DAY, by=Role.MODERATOR)


def undoing() -> Act:
    """Somebody who sent two sightings, and said where she looked."""
    somebody = make_contributor()
    make_survey(contributor=somebody)
    for _ in range(2):
        make_sighting(make_camera(), contributor=somebody)
    return partial(undo_sightings, contributor=somebody, since=SEEN_ON, **judged())


def restoring() -> Act:
    """An act that withdrew two sightings and a survey."""
    somebody = make_contributor()
    sent = [
        make_sighting(make_camera(), contributor=somebody, withdrawn_on=SEEN_ON) for _ in range(2)
    ]
    survey = make_survey(contributor=somebody, withdrawn_on=SEEN_ON)
    details = {"sightings": [one.pk for one in sent], "surveys": [survey.pk]}
    act = make_act(ActKind.UNDONE, details=details)
    return partial(restore_sightings, act=act, **judged())


def blocking() -> Act:
    """Somebody who may send, and who spoke of a camera."""
    somebody, camera = make_contributor(), make_camera()
    make_sighting(camera, contributor=somebody)
    believed([camera])
    return partial(block, contributor=somebody, **judged())


def freeing() -> Act:
    """Somebody who is blocked."""
    return partial(unblock, contributor=make_contributor(blocked_on=SEEN_ON), **judged())


SCENARIOS = {
    "ask_takedown": Scenario(asking, ("Act", "Event")),
    "keep_hidden": Scenario(hiding, ("Act", "Event")),
    "take_down": Scenario(taking_down, ("Act", "Event")),
    "keep_shown": Scenario(showing, ("Act", "Event")),
    # Its camera shows the name from then on.
    "release_text": Scenario(releasing, ("Act", "Event")),
    "refuse_text": Scenario(refusing, ("Act",)),
    "lock_cell": Scenario(locking, ("Act",)),
    "unlock_cell": Scenario(unlocking, ("Act",)),
    "appoint_moderator": Scenario(appointing, ("Act",)),
    "renew_passphrase": Scenario(renewing, ("Act",)),
    "dismiss_moderator": Scenario(dismissing, ("Act",)),
    "sign_out_everywhere": Scenario(signing_out, ("Act",)),
    "block": Scenario(blocking, ("Act", "ContributorEvent")),
    "unblock": Scenario(freeing, ("Act", "ContributorEvent")),
    # Each of the two cameras has an event of its own.
    "undo_sightings": Scenario(undoing, ("Act", "Event", "Event", "SurveyEvent")),
    "restore_sightings": Scenario(restoring, ("Act", "Event", "Event", "SurveyEvent")),
}
