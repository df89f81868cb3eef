"""Questions about surveys."""

from datetime import date, timedelta

import pytest

from mapper.geometry import Box, box_around
from mapper.settings import limits
from mapper.surveys.models import Survey
from tests.factories.cameras import HERE, SEEN_ON, make_camera, make_home_camera
from tests.factories.surveys import make_survey

pytestmark = pytest.mark.django_db


def test_those_taken_back_do_not_stand_and_those_of_no_weight_do():
    survey = make_survey(weight=0.0)
    make_survey(withdrawn_on=SEEN_ON)
    assert list(Survey.objects.standing()) == [survey]


def test_only_the_area_itself_touches_a_box_and_not_the_box_around_it():
    survey = make_survey()
    west, south, east, north = survey.area.extent
    corner = Box(west, south, west + (east - west) / 100, south + (north - south) / 100)
    assert list(Survey.objects.in_box(corner)) == [survey]
    assert list(Survey.objects.touching(corner)) == []
    assert list(Survey.objects.touching(box_around(*HERE, 1))) == [survey]


def test_a_box_over_the_date_line_is_two():
    survey = make_survey(-179.99, 10)
    assert list(Survey.objects.touching(Box(179.9, 9, -179.9, 11))) == [survey]


def test_after_a_year_it_is_time_to_look_again():
    today = date(2026, 11, 22)
    old = today - timedelta(days=limits.SURVEY_FRESH_DAYS)
    make_survey(looked_on=old)
    fresh = make_survey(looked_on=old + timedelta(days=1))
    assert list(Survey.objects.fresh(today)) == [fresh]


def test_what_was_found_counts_only_cameras_that_may_be_shown():
    seen = [make_camera(), make_camera(hidden_on=SEEN_ON), make_home_camera()]
    make_survey(seen=seen)
    make_survey()
    assert [survey.found for survey in Survey.objects.with_found().order_by("pk")] == [1, 0]
