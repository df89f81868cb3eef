"""A contributor's own first reports, and what came of them."""

from collections import defaultdict
from collections.abc import Collection
from datetime import date

from django.db.models import Exists, OuterRef, QuerySet, Subquery

from mapper.cameras.models import Event, EventKind, SourceRecord
from mapper.contributors.models import Contributor, ContributorEventKind
from mapper.contributors.rules.standing import stands_on
from mapper.evidence.standing import Bar, FirstReport, Reply, outcome_of
from mapper.geometry.cells import cell_of
from mapper.settings import limits
from mapper.sightings.models import Sighting
from mapper.vocabulary import State, Verdict

BAR = Bar(
    reports=limits.STANDING_REPORTS,
    cells=limits.STANDING_CELLS,
    days=limits.STANDING_DAYS,
    vouchers=limits.STANDING_VOUCHERS,
    wrong=limits.STANDING_WRONG,
    wrong_within_days=limits.STANDING_WRONG_WITHIN_DAYS,
)
"""What it takes to earn and to lose standing, as the limits have it."""


def first_sightings() -> QuerySet[Sighting]:
    """The sightings that told of a camera before any other and before any list, and still stand.

    What was withdrawn leaves nobody else the first.
    """
    told = Sighting.objects.filter(camera=OuterRef("camera")).order_by("pk").values("pk")
    listed = SourceRecord.objects.filter(
        camera=OuterRef("camera"), first_vintage_on__lte=OuterRef("received_on")
    )
    return Sighting.objects.filter(
        ~Exists(listed), pk=Subquery(told[:1]), withdrawn_on__isnull=True
    )


def first_reports_of(contributor: Contributor, since: date | None) -> list[FirstReport]:
    """Her first reports received after `since`, None for all; three queries.

    Days are those on which a report reached us, for the day of a sighting is only said.
    """
    own = first_sightings().filter(contributor=contributor)
    if since:
        own = own.filter(received_on__gt=since)
    first = list(own.select_related("camera"))
    cameras = [sighting.camera_id for sighting in first]
    replies, invented = _replies_about(cameras, contributor), _invented(cameras)
    return [
        outcome_of(
            sighting.received_on,
            cell_of(sighting.location.x, sighting.location.y, limits.STANDING_CELL_ZOOM),
            State(sighting.camera.state),
            replies[sighting.camera_id],
            refuted_within_days=limits.STANDING_REFUTED_WITHIN_DAYS,
            invented=sighting.camera_id in invented,
        )
        for sighting in first
    ]


def counted_since(contributor: Contributor, day: date) -> date | None:
    """The day since which her first reports count, None for all of them; one query at most.

    Standing that was lost, or has faded, is earned by new reports.
    """
    if contributor.has_standing and not stands_on(contributor, day):
        return contributor.standing_until
    lost = contributor.events.filter(what=ContributorEventKind.STANDING_LOST).last()
    return lost.day if lost else None


def _replies_about(cameras: Collection[int], contributor: Contributor) -> dict[int, list[Reply]]:
    """What other contributors say of cameras; a voice that counts nothing is no reply."""
    replies = defaultdict[int, list[Reply]](list)
    others = Sighting.objects.filter(
        camera__in=cameras, withdrawn_on__isnull=True, contributor__isnull=False
    ).exclude(contributor=contributor)
    for sighting in others.exclude(weight=0).select_related("contributor"):
        replies[sighting.camera_id].append(_reply_in(sighting))
    return replies


def _reply_in(sighting: Sighting) -> Reply:
    contributor, day = sighting.contributor, sighting.received_on
    return Reply(
        who=f"{sighting.contributor_id}",
        day=day,
        present=sighting.verdict != Verdict.GONE,
        standing=contributor is not None and stands_on(contributor, day),
    )


def _invented(cameras: Collection[int]) -> set[int]:
    """Those that a moderator hid because they never were."""
    found = Event.objects.filter(
        camera__in=cameras,
        camera__hidden_on__isnull=False,
        what=EventKind.HIDDEN,
        details__invented=True,
    )
    return set(found.values_list("camera", flat=True))
