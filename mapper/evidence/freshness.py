"""What time does to a belief: what was present and has not been seen for long is stale."""

from datetime import date

from mapper.vocabulary import State

CAN_GROW_STALE = frozenset({State.UNCONFIRMED, State.CONFIRMED})
"""Only what is believed present can grow stale; a camera called gone stays gone."""


def state_as_of(
    belief: State, last_seen: date | None, today: date, *, stale_after_days: int
) -> State:
    """Give the state that a belief is today; where no day is known, nothing grows stale."""
    if last_seen is None or belief not in CAN_GROW_STALE:
        return belief
    return State.STALE if (today - last_seen).days > stale_after_days else belief
