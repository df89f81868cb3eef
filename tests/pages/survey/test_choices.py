"""What can be looked along from where somebody stands."""

from datetime import date

import pytest

from mapper.pages.here import Here
from mapper.pages.survey.choices import Choice, choices_at
from mapper.settings import limits
from tests.factories.cameras import HERE, SEEN_ON, make_camera, make_home_camera
from tests.factories.places import make_street
from tests.factories.surveys import make_survey

pytestmark = pytest.mark.django_db


def test_the_circle_comes_first_then_each_street_with_what_is_known(django_assert_num_queries):
    make_street("First Street")
    make_camera()
    make_camera(HERE[0] + 0.0012)
    make_home_camera()
    make_survey(street_name="First Street", looked_on=date(2025, 1, 2))
    make_survey(street_name="First Street")
    choices_at(Here(*HERE))
    with django_assert_num_queries(3):
        circle, street = choices_at(Here(*HERE))
    assert circle == Choice("", limits.SURVEY_CIRCLE_M, 1, None)
    assert (street.street, street.cameras, street.looked_on) == ("First Street", 2, SEEN_ON)
    assert street.length_m == pytest.approx(110, abs=2)


def test_next_to_a_pole_there_is_nothing_to_look_along():
    assert choices_at(Here(0, 89.99)) == []
