"""Where no new sightings are taken for now, and until when."""

from datetime import date, timedelta
from http import HTTPStatus

from django.db.models import BigIntegerField, DateField

from mapper.contributors.models import Contributor
from mapper.contributors.rules.senders import RefusedSenderError
from mapper.contributors.rules.standing import stands_on
from mapper.geometry.cells import cell_of
from mapper.settings import limits
from mapper.sightings.models import LockedCell
from mapper.spatial.compiled_queries import CompiledQuery, Given

_DAY = Given("day", DateField())
# A cell has one lock at most: nothing to put in order, and of it only the end is told.
_ENDS = CompiledQuery(
    lambda: LockedCell.objects.filter(
        cell=Given("cell", BigIntegerField()), since__lte=_DAY, until__gte=_DAY
    ).values_list("until", flat=True)
)


def locked_problem(lon: float, lat: float, day: date) -> str:
    """Why nothing is taken at a position on `day`, in words; empty where it is; one query."""
    cell = cell_of(lon, lat, limits.LOCKED_CELL_ZOOM)
    for until in _ENDS.rows(cell=cell, day=day):
        return _closed_words(until + timedelta(days=1))
    return ""


def _closed_words(opens: date) -> str:
    return (
        "A moderator has closed this part of the map to new sightings for some days."
        f" It opens again on {opens:%-d %B %Y}."
    )


def refuse_where_locked(contributor: Contributor | None, lon: float, lat: float, day: date) -> None:
    """Raise `RefusedSenderError` (403) in a locked cell, unless somebody with standing sends."""
    if contributor and stands_on(contributor, day):
        return
    problem = locked_problem(lon, lat, day)
    if problem:
        raise RefusedSenderError(problem, HTTPStatus.FORBIDDEN)
