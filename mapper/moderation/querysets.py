"""Named, chainable questions about takedowns and about what moderators did."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Self

from django.db.models import QuerySet

if TYPE_CHECKING:
    from mapper.cameras.models import Camera
    from mapper.moderation.models import Act, Takedown  # noqa: F401  (the types these are of)


class TakedownQuerySet(QuerySet["Takedown"]):
    """Takedowns, narrowed to those that still wait."""

    def waiting(self) -> Self:
        """Those nobody has judged yet."""
        return self.filter(judged_on__isnull=True)


class ActQuerySet(QuerySet["Act"]):
    """Acts, narrowed to what they were about."""

    def shown_since(self, camera: Camera, day: date) -> Self:
        """Those by which a moderator said, on `day` or later, that a camera is to be shown."""
        return self.filter(camera=camera, what="shown", day__gte=day)
