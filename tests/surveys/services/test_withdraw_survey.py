"""Withdrawing a survey: once, with its event."""

from datetime import date

import pytest

from mapper.surveys.models import Survey, SurveyEvent
from mapper.surveys.services.withdraw_survey import withdraw_survey
from mapper.vocabulary import Role
from tests.factories.surveys import make_survey

pytestmark = pytest.mark.django_db

TODAY = date(2026, 11, 22)


def test_a_survey_taken_back_twice_is_taken_back_once():
    survey = make_survey()
    withdraw_survey(survey=survey, day=TODAY, by=Role.RESIDENT)
    withdraw_survey(survey=survey, day=date(2026, 11, 23), by=Role.MODERATOR)
    assert survey.withdrawn_on == TODAY
    assert Survey.objects.get().withdrawn_on == TODAY
    [event] = SurveyEvent.objects.all()
    assert (event.day, event.what, event.by) == (TODAY, "withdrawn", "resident")
