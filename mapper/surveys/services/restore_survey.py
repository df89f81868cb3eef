"""Letting a survey count again that was withdrawn by mistake."""

from datetime import date

from django.db import transaction

from mapper.surveys.models import Survey, SurveyEvent, SurveyEventKind
from mapper.vocabulary import Role


def restore_survey(*, survey: Survey, day: date, by: Role) -> None:
    """Let a withdrawn survey count again; one that counts stays so."""
    with transaction.atomic():
        withdrawn = Survey.objects.filter(pk=survey.pk, withdrawn_on__isnull=False)
        if not withdrawn.update(withdrawn_on=None):
            return
        SurveyEvent.objects.create(
            survey=survey, day=day, what=SurveyEventKind.LOGGED, by=by, details={"restored": True}
        )
    survey.withdrawn_on = None
