"""Logging a survey: what was looked at, on which day, and which known cameras were seen."""

from datetime import date

from django.db import transaction

from mapper.contributors.models import Contributor
from mapper.surveys.models import Survey, SurveyEvent, SurveyEventKind
from mapper.surveys.search import Look
from mapper.vocabulary import Role


def log_survey(
    *,
    look: Look,
    contributor: Contributor | None,
    idempotency_key: str,
    received_on: date,
    by: Role,
    weight: float | None = None,
) -> Survey:
    """Store a survey with the cameras seen.

    A key that was used before is refused by the database (`IntegrityError`): whoever stores more
    in the same transaction asks `sent_before` first, and after.
    """
    with transaction.atomic():
        survey = Survey.objects.create(
            contributor=contributor,
            area=look.area,
            street_name=look.street_name,
            looked_on=look.looked_on,
            received_on=received_on,
            idempotency_key=idempotency_key,
            weight=weight,
        )
        survey.seen.set(look.seen)
        SurveyEvent.objects.create(
            survey=survey,
            day=received_on,
            what=SurveyEventKind.LOGGED,
            by=by,
            details={"seen": len(look.seen)},
        )
    return survey


def sent_before(idempotency_key: str) -> Survey | None:
    """The survey that a key made when it was sent before; None where it is new."""
    return Survey.objects.filter(idempotency_key=idempotency_key).first()
