"""Where people looked, in words, for the list: an empty list does not say that there is nothing."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from mapper.geometry import Box
from mapper.settings import limits
from mapper.surveys.models import Survey


@dataclass(frozen=True, slots=True)
class Looked:
    """The newest survey of a street, or of a spot (no street), and how many cameras it found."""

    street: str
    looked_on: date
    found: int


def looks_in(box: Box) -> list[Looked]:
    """The newest surveys that touch a box, a street once; one query."""
    surveys = Survey.objects.standing().touching(box).with_found().defer("area")
    newest = surveys.order_by("-looked_on", "-pk")[: limits.NEARBY_SURVEYS]
    return list(_once_a_street(newest))[: limits.LIST_SURVEYS]


def _once_a_street(surveys: Iterable[Survey]) -> Iterator[Looked]:
    named: set[str] = set()
    for survey in surveys:
        if survey.street_name not in named:
            yield Looked(survey.street_name, survey.looked_on, survey.found)
        named.update({survey.street_name} - {""})
