"""How much a contributor may send in a day, and how much of that is left."""

from datetime import date

from mapper.contributors.models import Contributor
from mapper.contributors.rules.standing import stands_on
from mapper.settings import limits


def allowance_on(contributor: Contributor, day: date) -> int:
    """How much she may send on a day: little with a new key, more with each day it is known."""
    if stands_on(contributor, day):
        return limits.ALLOWANCE_WITH_STANDING
    days = max((day - contributor.first_seen_on).days, 0)
    grown = limits.ALLOWANCE_NEW_KEY + days * limits.ALLOWANCE_GROWTH_A_DAY
    return min(grown, limits.ALLOWANCE_MAX)


def used_on(contributor: Contributor, day: date) -> int:
    """How much she has sent on a day."""
    return contributor.used if contributor.used_on == day else 0


def allowance_left(contributor: Contributor, day: date) -> int:
    """How much more she may send on a day."""
    return max(allowance_on(contributor, day) - used_on(contributor, day), 0)
