"""How long ago a camera was last seen, and whether that is too long to be sure of it."""

from datetime import date

from mapper.vocabulary import Age


def age_of(last_seen: date | None, today: date) -> Age:
    """Give the step that the day last seen falls into; a day after today counts as today."""
    if last_seen is None:
        return Age.UNKNOWN
    days = (today - last_seen).days
    return next(
        age
        for age in Age
        if (age.days[0] is None or days >= age.days[0])
        and (age.days[1] is None or days < age.days[1])
    )


def is_stale(last_seen: date | None, today: date, *, stale_after_days: int) -> bool:
    """Whether a camera was last seen more than so many days ago; never, where no day is known."""
    return last_seen is not None and (today - last_seen).days > stale_after_days
