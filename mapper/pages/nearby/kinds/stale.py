"""Cameras nobody has seen for long, which may be there no more: the longest unseen first."""

from collections.abc import Iterator
from datetime import timedelta

from django.db.models import F, Q

from mapper.pages.nearby.around import Around
from mapper.pages.nearby.task import Task, about
from mapper.settings import limits


def stale(around: Around) -> Iterator[Task]:
    """Ask whether a camera is still there; one query."""
    before = around.today - timedelta(days=limits.NEARBY_OLD_DAYS)
    unseen = Q(last_seen_on__isnull=True) | Q(last_seen_on__lt=before)
    oldest = around.cameras.filter(unseen).order_by(F("last_seen_on").asc(nulls_first=True), "pk")
    for camera in oldest[: limits.NEARBY_EACH_KIND]:
        seen = camera.last_seen_on
        reason = f"Last seen in {seen:%B %Y}." if seen else "Nobody knows when it was last seen."
        yield about(camera, "verdict", "Is it still there?", reason, around.here)
