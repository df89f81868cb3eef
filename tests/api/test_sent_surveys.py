"""What a program sends of a survey, refused field by field."""

from datetime import date

import pytest

from mapper.api.problems import UnfitError
from mapper.api.sent_surveys import SentSurvey, look_in
from tests.factories.cameras import HERE, make_camera
from tests.factories.places import make_street

pytestmark = pytest.mark.django_db

TODAY = date(2026, 11, 22)


def look(**changed):
    point = {"type": "Point", "coordinates": list(HERE)}
    return look_in(SentSurvey(**{"location": point, "looked_on": TODAY, **changed}), TODAY)


def test_what_was_looked_at_is_read_whole():
    make_street("First Street")
    camera = make_camera()
    found = look(street="First Street", seen=[camera.pk])
    assert (found.street_name, found.looked_on, found.seen) == ("First Street", TODAY, [camera])


def test_where_it_is_tomorrow_already_it_counts_as_today():
    assert look(looked_on=date(2026, 11, 23)).looked_on == TODAY


@pytest.mark.parametrize(
    ("field", "changed"),
    [
        ("location.coordinates", {"location": {"type": "Point", "coordinates": [0, 0]}}),
        ("looked_on", {"looked_on": date(2027, 1, 1)}),
        ("street", {"street": "Nowhere Street"}),
        ("seen", {"seen": [7_654_321]}),
    ],
)
def test_what_is_unfit_is_named(field, changed):
    with pytest.raises(UnfitError) as refused:
        look(**changed)
    assert refused.value.field == field
