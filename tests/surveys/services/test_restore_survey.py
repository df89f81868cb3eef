"""Letting a survey count again: once, with its event."""

from datetime import date

import pytest

from mapper.surveys.models import Survey, SurveyEvent
from mapper.surveys.services.restore_survey import restore_survey
from mapper.vocabulary import Role
from tests.factories.cameras import SEEN_ON
from tests.factories.surveys import make_survey

pytestmark = pytest.mark.django_db

TODAY = date(2026, 11, 22)


def test_a_survey_restored_twice_is_restored_once():
    survey = make_survey(withdrawn_on=SEEN_ON)
    for _ in range(2):
        restore_survey(survey=survey, day=TODAY, by=Role.MODERATOR)
    assert survey.withdrawn_on is None
    assert list(Survey.objects.standing()) == [survey]
    [event] = SurveyEvent.objects.all()
    assert (event.day, event.by, event.details) == (TODAY, "moderator", {"restored": True})
