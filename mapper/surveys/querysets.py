"""Named, chainable questions about surveys."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING, Self

from django.contrib.gis.geos import Polygon
from django.db.models import Count, Q

from mapper.geometry import Box
from mapper.settings import limits
from mapper.spatial.querysets import InBoxQuerySet

if TYPE_CHECKING:
    from mapper.surveys.models import Survey  # noqa: F401  (the type this queryset is of)

# A camera that is only counted, or hidden, must not be told from a number either.
_SHOWN = Q(seen__home_cell__isnull=True, seen__hidden_on__isnull=True)


class SurveyQuerySet(InBoxQuerySet["Survey"]):
    """Surveys, narrowed by place, by day, and to those that were not withdrawn."""

    def standing(self) -> Self:
        """Those that nobody took back; also those that came through an address used before."""
        return self.filter(withdrawn_on__isnull=True)

    def touching(self, box: Box) -> Self:
        """Those whose area, and not merely the box around it, touches a box."""
        condition = Q()
        for part in box.split():
            corners = (part.west, part.south, part.east, part.north)
            condition |= Q(area__intersects=Polygon.from_bbox(corners))
        return self.in_box(box).filter(condition)

    def fresh(self, today: date) -> Self:
        """Those recent enough that nobody needs to look again."""
        return self.filter(looked_on__gt=fresh_after(today))

    def with_found(self) -> Self:
        """Every survey with `found`: how many of the cameras seen may be shown one by one."""
        return self.annotate(found=Count("seen", filter=_SHOWN))


def fresh_after(today: date) -> date:
    """The day after which a survey is still fresh."""
    return today - timedelta(days=limits.SURVEY_FRESH_DAYS)
