"""Where the invented contributors looked: some streets, some spots, some of it long ago."""

from datetime import date, timedelta

import pytest

from mapper.exchange.sources.demo_town.loader import load_demo_town
from mapper.settings import limits
from mapper.surveys.models import Survey
from mapper.surveys.search import inside

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("prebuilt")]


def test_the_layer_has_something_of_everything_to_show(today: date):
    load_demo_town(today=today)
    surveys = list(Survey.objects.with_found())
    year_ago = today - timedelta(days=limits.SURVEY_FRESH_DAYS)
    assert {survey.street_name == "" for survey in surveys} == {True, False}
    assert {survey.found == 0 for survey in surveys} == {True, False}
    assert {survey.looked_on < year_ago for survey in surveys} == {True, False}
    assert all(survey.contributor for survey in surveys)


def test_what_was_seen_stood_there_then(today: date):
    load_demo_town(today=today)
    for survey in Survey.objects.prefetch_related("seen"):
        seen = list(survey.seen.all())
        assert inside(survey.area, seen) == seen
        assert all(
            camera.first_seen_on
            and camera.last_seen_on
            and camera.first_seen_on <= survey.looked_on <= camera.last_seen_on
            for camera in seen
        )
