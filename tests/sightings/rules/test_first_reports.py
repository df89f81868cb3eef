"""Which sightings are first reports, and what came of them."""

from datetime import date, timedelta

import pytest
from django.contrib.gis.geos import Point

from mapper.cameras.models import EventKind
from mapper.sightings.rules.first_reports import first_reports_of, first_sightings
from mapper.vocabulary import State, Verdict
from tests.factories.cameras import HERE, SEEN_ON, make_camera, make_event, make_record
from tests.factories.sightings import make_contributor, make_sighting

pytestmark = pytest.mark.django_db

LATER = SEEN_ON + timedelta(days=30)


def test_the_first_to_tell_of_a_camera_is_who_sent_it_first():
    camera = make_camera()
    first = make_sighting(camera)
    make_sighting(camera, observed_on=date(2020, 1, 1))
    assert list(first_sightings()) == [first]


def test_what_was_withdrawn_leaves_nobody_else_the_first():
    camera = make_camera()
    make_sighting(camera, withdrawn_on=SEEN_ON)
    make_sighting(camera)
    assert not first_sightings().exists()


@pytest.mark.parametrize(("listed_on", "is_first"), [(SEEN_ON, False), (LATER, True)])
def test_who_tells_of_what_a_list_has_is_not_the_first(listed_on, is_first):
    camera = make_camera()
    make_sighting(camera)
    make_record(camera, first_vintage_on=listed_on, last_vintage_on=LATER)
    assert first_sightings().exists() is is_first


def reports(contributor, since=None):
    return first_reports_of(contributor, since)


def test_others_with_standing_vouch_and_count_as_they_stood_then(django_assert_num_queries):
    contributor = make_contributor()
    camera = make_camera(state=State.CONFIRMED)
    make_sighting(camera, contributor=contributor)
    stands, faded = (
        make_contributor(has_standing=True, standing_until=until)
        for until in (LATER, LATER - timedelta(days=1))
    )
    for other, further in ((stands, {}), (faded, {}), (stands, {"withdrawn_on": LATER})):
        make_sighting(camera, contributor=other, received_on=LATER, **further)
    make_sighting(camera, contributor=make_contributor(has_standing=True), weight=0.0)
    make_sighting(camera, contributor=contributor)
    make_sighting(camera, contributor=None)
    with django_assert_num_queries(3):
        [report] = reports(contributor)
    assert report.vouchers == {f"{stands.pk}"}
    assert (report.day, report.wrong) == (SEEN_ON, False)


def test_reports_some_streets_apart_lie_in_different_cells():
    contributor = make_contributor()
    for east in (0, 0.0001, 0.02):
        camera = make_camera(HERE[0] + east)
        make_sighting(camera, contributor=contributor, location=Point(*camera.location, srid=4326))
    first, near, far = (report.cell for report in reports(contributor))
    assert first == near != far


def test_only_reports_received_since_a_day_are_asked_for():
    contributor = make_contributor()
    make_sighting(make_camera(), contributor=contributor)
    assert len(reports(contributor, SEEN_ON - timedelta(days=1))) == 1
    assert reports(contributor, SEEN_ON) == []


def test_a_camera_others_found_gone_was_wrong():
    contributor = make_contributor()
    camera = make_camera(state=State.GONE)
    make_sighting(camera, contributor=contributor)
    other = make_contributor(has_standing=True)
    make_sighting(camera, contributor=other, verdict=Verdict.GONE, received_on=LATER)
    assert reports(contributor)[0].wrong


@pytest.mark.parametrize(
    ("hidden_on", "details", "wrong"),
    [
        (SEEN_ON, {"invented": True}, True),
        (SEEN_ON, {}, False),
        (None, {"invented": True}, False),
    ],
    ids=["invented", "hidden for another reason", "shown again"],
)
def test_what_a_moderator_hides_as_invented_was_wrong(hidden_on, details, wrong):
    contributor = make_contributor()
    camera = make_camera(hidden_on=hidden_on)
    make_sighting(camera, contributor=contributor)
    make_event(camera, what=EventKind.HIDDEN, details=details)
    assert reports(contributor)[0].wrong is wrong
