"""Judging those who reported cameras first, when these cameras changed state."""

from collections.abc import Collection
from datetime import date

from django.db import transaction

from mapper.contributors.models import Contributor, ContributorEventKind
from mapper.contributors.rules.standing import stands_on
from mapper.contributors.services.give_standing import give_standing
from mapper.contributors.services.take_standing import take_standing
from mapper.evidence.standing import has_earned, has_lost
from mapper.sightings.rules.first_reports import (
    BAR,
    counted_since,
    first_reports_of,
    first_sightings,
)
from mapper.sightings.services.spread_standing import spread_standing
from mapper.vocabulary import Role


def examine_standing(*, cameras: Collection[int], day: date, by: Role) -> None:
    """Judge whoever reported these cameras first, and whoever is touched by what follows.

    Standing gained or lost decides the cameras anew that its holder spoke of, and those that
    change are examined in turn. Nobody is changed twice in one examination, so it ends.
    """
    changed: set[int] = set()
    with transaction.atomic():
        while cameras:
            reporters = _first_reporters(cameras, but=changed)
            turned = {one.pk for one in reporters if _judge(one, day, by)}
            changed |= turned
            cameras = spread_standing(contributors=turned, day=day, by=by) if turned else ()


def _first_reporters(cameras: Collection[int], but: Collection[int]) -> list[Contributor]:
    """In one order, so that two who examine at once wait for one another and not both."""
    first = first_sightings().filter(camera__in=cameras, contributor__isnull=False)
    found = Contributor.objects.filter(
        pk__in=set(first.values_list("contributor", flat=True)), blocked_on__isnull=True
    )
    return list(found.exclude(pk__in=but).order_by("pk").select_for_update(no_key=True))


def _judge(contributor: Contributor, day: date, by: Role) -> bool:
    """Give or take standing where it is due; whether it was."""
    reports = first_reports_of(contributor, counted_since(contributor, day))
    if stands_on(contributor, day):
        if not has_lost(reports, BAR):
            return False
        take_standing(contributor=contributor, day=day, by=by)
        return True
    if not has_earned(reports, BAR):
        return False
    earned = ContributorEventKind.STANDING_EARNED
    give_standing(contributor=contributor, what=earned, day=day, by=by)
    return True
