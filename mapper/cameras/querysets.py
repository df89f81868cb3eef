"""Named, chainable questions about cameras."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING, Self

from django.db.models import Q

from mapper.settings import limits
from mapper.spatial.querysets import InBoxQuerySet
from mapper.vocabulary import Age, Selection, State

if TYPE_CHECKING:
    from mapper.cameras.models import Camera  # noqa: F401  (the type this queryset is of)

# Only what is believed present can grow stale; a camera called gone stays gone.
CAN_GROW_STALE = frozenset({State.UNCONFIRMED, State.CONFIRMED})


def stale_before(today: date) -> date:
    """The day before which a camera last seen is stale."""
    return today - timedelta(days=limits.STALE_AFTER_DAYS)


class CameraQuerySet(InBoxQuerySet["Camera"]):
    """Cameras, narrowed by place, by what a reader may see, and by what she chose."""

    def public(self) -> Self:
        """Those shown one by one; cameras at private homes are only ever counted in cells."""
        return self.filter(home_cell__isnull=True)

    def at_private_homes(self) -> Self:
        """Those only ever counted in fixed cells."""
        return self.filter(home_cell__isnull=False)

    def matching(self, selection: Selection, today: date) -> Self:
        """Those the reader chose; an empty choice narrows nothing."""
        found = self
        for field in ("kind", "operator_type", "face_recognition", "plate_reading"):
            chosen = selection.chosen(field)
            if chosen:
                found = found.filter(**{f"{field}__in": sorted(chosen)})
        if selection.states:
            found = found.in_states(selection.states, today)
        if selection.ages:
            found = found.of_ages(selection.ages, today)
        return found

    def in_states(self, states: frozenset[State], today: date) -> Self:
        """Those in any of `states` as of `today`; *stale* is worked out from the day last seen."""
        old = Q(last_seen_on__isnull=False, last_seen_on__lt=stale_before(today))
        condition = Q(state__in=sorted(states - CAN_GROW_STALE - {State.STALE}))
        condition |= Q(state__in=sorted(states & CAN_GROW_STALE)) & ~old
        if State.STALE in states:
            condition |= Q(state__in=sorted(CAN_GROW_STALE)) & old
        return self.filter(condition)

    def of_ages(self, ages: frozenset[Age], today: date) -> Self:
        """Those last seen so long before `today`."""
        condition = Q()
        for age in ages:
            newest, oldest = age.days
            part = Q(last_seen_on__isnull=age is Age.UNKNOWN)
            if newest is not None:
                part &= Q(last_seen_on__lte=today - timedelta(days=newest))
            if oldest is not None:
                part &= Q(last_seen_on__gt=today - timedelta(days=oldest))
            condition |= part
        return self.filter(condition)
