"""Logging a survey: stored whole with its event, and once for each key."""

from datetime import date

import pytest
from django.db import IntegrityError, transaction

from mapper.surveys.models import Survey, SurveyEvent
from mapper.surveys.rules import circle_around
from mapper.surveys.search import Look
from mapper.surveys.services.log_survey import log_survey, sent_before
from mapper.vocabulary import Role
from tests.factories.cameras import HERE, make_camera
from tests.factories.sightings import make_contributor

pytestmark = pytest.mark.django_db

TODAY = date(2026, 11, 22)


def log(key="a key", seen=(), contributor=None, **fields):
    look = Look(area=circle_around(*HERE), street_name="", looked_on=TODAY, seen=seen, **fields)
    return log_survey(
        look=look, contributor=contributor, idempotency_key=key, received_on=TODAY, by=Role.RESIDENT
    )


def test_everything_she_said_is_stored_with_one_event():
    seen, somebody = [make_camera(), make_camera()], make_contributor()
    survey = Survey.objects.get(pk=log(seen=seen, contributor=somebody).pk)
    assert (survey.contributor, survey.looked_on, survey.weight) == (somebody, TODAY, None)
    assert list(survey.seen.order_by("pk")) == seen
    [event] = SurveyEvent.objects.all()
    assert (event.survey, event.day, event.what, event.by) == (survey, TODAY, "logged", "resident")
    assert event.details == {"seen": 2}


def test_a_key_makes_one_survey():
    survey = log()
    with pytest.raises(IntegrityError), transaction.atomic():
        log()
    assert sent_before("a key") == survey
    assert sent_before("another") is None
    assert SurveyEvent.objects.count() == 1
