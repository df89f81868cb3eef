"""Scenarios for the services of contributors."""

from functools import partial

from mapper.contributors.models import ContributorEventKind
from mapper.contributors.services.admit_sender import admit_sender
from mapper.contributors.services.block_contributor import block_contributor, unblock_contributor
from mapper.contributors.services.give_standing import give_standing
from mapper.contributors.services.make_codes import make_codes
from mapper.contributors.services.redeem_code import redeem_code
from mapper.contributors.services.take_standing import take_standing
from mapper.vocabulary import Role
from tests.factories.sightings import make_contributor
from tests.faults.scenarios.scenario import DAY, DEVICE, Act, Scenario


def admitting() -> Act:
    """Somebody who never sent anything."""
    return partial(admit_sender, sender=DEVICE, day=DAY, by=Role.RESIDENT)


def giving_standing() -> Act:
    """Somebody without standing."""
    earned = ContributorEventKind.STANDING_EARNED
    somebody = make_contributor()
    return partial(give_standing, contributor=somebody, what=earned, day=DAY, by=Role.RESIDENT)


def taking_standing() -> Act:
    """Somebody with standing."""
    somebody = make_contributor(has_standing=True)
    return partial(take_standing, contributor=somebody, day=DAY, by=Role.RESIDENT)


def making_codes() -> Act:
    """No code yet."""
    return partial(make_codes, number=3, days=7, day=DAY, by=Role.OPERATOR)


def redeeming() -> Act:
    """A code, brought by a device that never sent anything."""
    return partial(redeem_code, code=a_code(), sender=DEVICE, day=DAY, by=Role.RESIDENT)


def blocking() -> Act:
    """Somebody who may send."""
    return partial(block_contributor, contributor=make_contributor(), day=DAY, by=Role.MODERATOR)


def freeing() -> Act:
    """Somebody who is blocked."""
    somebody = make_contributor(blocked_on=DAY)
    return partial(unblock_contributor, contributor=somebody, day=DAY, by=Role.MODERATOR)


def a_code() -> str:
    """A code that is good on the day of all scenarios."""
    return make_codes(number=1, days=7, day=DAY, by=Role.OPERATOR)[0]


SCENARIOS = {
    "admit_sender": Scenario(admitting, ()),
    "block_contributor": Scenario(blocking, ("ContributorEvent",)),
    "unblock_contributor": Scenario(freeing, ("ContributorEvent",)),
    "give_standing": Scenario(giving_standing, ("ContributorEvent",)),
    "make_codes": Scenario(making_codes, ("ContributorEvent",)),
    "redeem_code": Scenario(redeeming, ("ContributorEvent",)),
    "take_standing": Scenario(taking_standing, ("ContributorEvent",)),
}
