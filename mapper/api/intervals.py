"""The `datetime` of OGC API – Features: a moment or an interval, read as days."""

from datetime import date, datetime

from mapper.api.problems import BadQueryError

Days = tuple[date | None, date | None]
"""First and last day; None is open."""

_OPEN = {"", ".."}


def days_in(text: str) -> Days:
    """Read `day`, `day/day`, `../day` or `day/..`, each also with a time of RFC 3339.

    Raises `BadQueryError`, also where the first day comes after the last.
    """
    first, slash, last = text.partition("/")
    days = (_day(first), _day(last)) if slash else (_day(text), _day(text))
    if days == (None, None) or "/" in last:
        raise BadQueryError("a time is a day, or two days with a slash, one of which may be “..”")
    if days[0] and days[1] and days[0] > days[1]:
        raise BadQueryError("an interval begins before it ends")
    return days


def _day(text: str) -> date | None:
    if text in _OPEN:
        return None
    try:
        return datetime.fromisoformat(text.upper()).date()
    except ValueError:
        raise BadQueryError(f"“{text}” is no day; days look like 2026-01-31") from None
