"""Withdrawing a survey: it is kept, and counts no more."""

from datetime import date

from django.db import transaction

from mapper.surveys.models import Survey, SurveyEvent, SurveyEventKind
from mapper.vocabulary import Role


def withdraw_survey(*, survey: Survey, day: date, by: Role) -> None:
    """Take a survey back; twice is once."""
    with transaction.atomic():
        if not Survey.objects.standing().filter(pk=survey.pk).update(withdrawn_on=day):
            return
        SurveyEvent.objects.create(
            survey=survey, day=day, what=SurveyEventKind.WITHDRAWN, by=by, details={}
        )
    survey.withdrawn_on = day
