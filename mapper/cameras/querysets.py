"""Named, chainable questions about cameras."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING, Self

from django.db.models import Case, CharField, Count, F, Q, Value, When

from mapper.evidence import CAN_GROW_STALE
from mapper.geometry import Box
from mapper.geometry.cells import cell_of, centre_of
from mapper.settings import limits
from mapper.spatial.querysets import InBoxQuerySet
from mapper.vocabulary import Age, OperatorType, Selection, State

if TYPE_CHECKING:
    from mapper.cameras.models import Camera  # noqa: F401  (the type this queryset is of)


def stale_before(today: date) -> date:
    """The day before which a camera last seen is stale."""
    return today - timedelta(days=limits.STALE_AFTER_DAYS)


class CameraQuerySet(InBoxQuerySet["Camera"]):
    """Cameras, narrowed by place, by what a reader may see, and by what she chose."""

    def public(self) -> Self:
        """Those shown one by one; cameras at private homes are only ever counted in cells."""
        return self.filter(home_cell__isnull=True, hidden_on__isnull=True)

    def hidden_by_somebody(self) -> Self:
        """Those somebody had hidden; not those that are hidden because nobody speaks of them."""
        return self.filter(hidden_on__isnull=False, events__what="hidden").distinct()

    def at_private_homes(self) -> Self:
        """Those only ever counted in fixed cells."""
        return self.filter(home_cell__isnull=False, hidden_on__isnull=True)

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
        old = _unseen_for_long(today)
        condition = Q(state__in=sorted(states - CAN_GROW_STALE - {State.STALE}))
        condition |= Q(state__in=sorted(states & CAN_GROW_STALE)) & ~old
        if State.STALE in states:
            condition |= Q(state__in=sorted(CAN_GROW_STALE)) & old
        return self.filter(condition)

    def of_ages(self, ages: frozenset[Age], today: date) -> Self:
        """Those last seen so long before `today`."""
        condition = Q()
        for age in ages:
            condition |= _of_age(age, today)
        return self.filter(condition)

    def seen_between(self, first: date | None, last: date | None) -> Self:
        """Those present on a day from `first` to `last`, as far as is known; None is open.

        Cameras of which no day is known are not narrowed.
        """
        seen = self
        if first is not None:
            seen = seen.filter(Q(last_seen_on__isnull=True) | Q(last_seen_on__gte=first))
        if last is not None:
            seen = seen.filter(Q(first_seen_on__isnull=True) | Q(first_seen_on__lte=last))
        return seen

    def with_words_of(self, today: date) -> Self:
        """Every camera with `state_on` and `age_on`: its state and its age as of `today`."""
        grew_stale = _unseen_for_long(today) & Q(state__in=sorted(CAN_GROW_STALE))
        ages = (When(_of_age(age, today), then=Value(age.value)) for age in Age)
        return self.annotate(
            state_on=Case(
                When(grew_stale, then=Value(State.STALE.value)),
                default=F("state"),
                output_field=CharField(),
            ),
            age_on=Case(*ages, default=Value(Age.UNKNOWN.value), output_field=CharField()),
        )

    def home_cells_in(self, box: Box, selection: Selection) -> list[tuple[int, int]]:
        """The fixed cells whose middle lies in `box`, and the cameras at private homes in each.

        A cell is counted whole or not at all, so that no box tells where in it a camera hangs.
        Of the filters only who runs a camera is heeded: the others would tell homes apart.
        """
        chosen = selection.operator_types
        if chosen and OperatorType.PRIVATE_HOME not in chosen:
            return []
        homes = self.at_private_homes().filter(_cell_columns(box))
        cells = homes.order_by("home_cell").values_list("home_cell").annotate(Count("pk"))
        return [
            (cell, count)
            for cell, count in cells
            if cell is not None and box.contains(*centre_of(cell, limits.HOME_CELL_ZOOM))
        ]


def _unseen_for_long(today: date) -> Q:
    """Last seen so long ago that what was present then is stale."""
    return Q(last_seen_on__isnull=False, last_seen_on__lt=stale_before(today))


def _of_age(age: Age, today: date) -> Q:
    """Last seen so long before `today`."""
    newest, oldest = age.days
    part = Q(last_seen_on__isnull=age is Age.UNKNOWN)
    if newest is not None:
        part &= Q(last_seen_on__lte=today - timedelta(days=newest))
    if oldest is not None:
        part &= Q(last_seen_on__gt=today - timedelta(days=oldest))
    return part


def _cell_columns(box: Box) -> Q:
    """The fixed cells from the west to the east of a box: a range of their numbers."""
    zoom = limits.HOME_CELL_ZOOM
    condition = Q()
    for part in box.split():
        first, last = (cell_of(lon, 0.0, zoom) >> zoom for lon in (part.west, part.east))
        condition |= Q(home_cell__gte=first << zoom, home_cell__lt=last + 1 << zoom)
    return condition
