"""What the database refuses of a survey, and how its rows name themselves."""

from datetime import date

import pytest
from django.db import IntegrityError

from mapper.surveys.models import SurveyEvent
from mapper.vocabulary import Role
from tests.factories.cameras import SEEN_ON
from tests.factories.surveys import make_survey

pytestmark = pytest.mark.django_db


def test_nobody_looks_after_she_said_so():
    with pytest.raises(IntegrityError, match="survey_not_before_it_happened"):
        make_survey(looked_on=date(2026, 9, 2), received_on=SEEN_ON)


def test_rows_name_themselves_by_street_and_day_and_never_by_person():
    survey = make_survey(street_name="First Street")
    event = SurveyEvent(survey=survey, day=SEEN_ON, what="logged", by=Role.RESIDENT)
    assert [f"{make_survey()}", f"{survey}", f"{event}"] == [
        "circle 2026-09-01",
        "First Street 2026-09-01",
        "2026-09-01 logged",
    ]
