"""What a program sends of a survey, read and checked field by field."""

from datetime import date
from typing import Annotated

from ninja import Field, Schema
from pydantic import ConfigDict

from mapper.api.problems import UnfitError
from mapper.api.sent_sightings import SentPoint
from mapper.settings import limits
from mapper.sightings.rules.reports import day_problem, position_problem
from mapper.surveys.search import Look, UnfitLookError, look_at

Number = Annotated[int, Field(ge=1, lt=2**63)]


class SentSurvey(Schema):
    """What somebody looked at: a street by its name near a position, else the circle around it."""

    model_config = ConfigDict(extra="forbid")

    location: SentPoint
    street: str = Field("", max_length=255)
    looked_on: date
    seen: list[Number] = Field([], max_length=limits.MATCH_COMPARED_MAX)


def look_in(sent: SentSurvey, today: date) -> Look:
    """What was looked at, as it is stored; raises `UnfitError` for what cannot be."""
    lon, lat = sent.location.coordinates[:2]
    for field, reason in (
        ("location.coordinates", position_problem(lat, lon)),
        ("looked_on", day_problem(sent.looked_on, today)),
    ):
        if reason:
            raise UnfitError(field, reason)
    try:
        return look_at(lon, lat, sent.street, min(sent.looked_on, today), sent.seen)
    except UnfitLookError as unfit:
        raise UnfitError(unfit.answer, unfit.reason) from None
