"""Working standing out anew from what happened to contributors, to find or mend what differs."""

from collections.abc import Collection
from dataclasses import dataclass

from django.db import transaction

from mapper.contributors.models import Contributor
from mapper.contributors.rules.standing import Standing, standing_from_events


@dataclass(frozen=True, slots=True)
class StandingDifference:
    """A contributor whose standing is not stored as her events have it."""

    contributor: Contributor
    stored: Standing
    rebuilt: Standing


def differing_standing(ids: Collection[int]) -> list[StandingDifference]:
    """Those of some contributors whose standing differs from what their events add up to."""
    found = Contributor.objects.filter(pk__in=ids).prefetch_related("events").order_by("pk")
    compared = (
        StandingDifference(
            one,
            Standing(one.has_standing, one.standing_until),
            standing_from_events(one.events.all(), one.last_seen_on),
        )
        for one in found
    )
    return [each for each in compared if each.stored != each.rebuilt]


def rebuild_standing(ids: Collection[int]) -> list[StandingDifference]:
    """Store the standing of some contributors as their events have it; gives those that differed.

    Nothing new is noted: what happened stands in the events already.
    """
    with transaction.atomic():
        # Whoever is sending something meanwhile is waited for.
        list(Contributor.objects.filter(pk__in=ids).order_by("pk").select_for_update(no_key=True))
        differing = differing_standing(ids)
        for one in differing:
            one.contributor.has_standing = one.rebuilt.has_standing
            one.contributor.standing_until = one.rebuilt.standing_until
            one.contributor.save(update_fields=["has_standing", "standing_until"])
        return differing
