"""Whether figures lag behind the cameras."""

from datetime import timedelta

import pytest

from mapper.coverage.models import Followed
from mapper.pages.places.behind import changed_after
from tests.factories.cameras import SEEN_ON, make_camera, make_event, make_record

pytestmark = pytest.mark.django_db


def test_without_changes_nothing_lags():
    assert changed_after(SEEN_ON) is None


def test_a_later_change_is_told_until_it_was_worked_in():
    event = make_event(make_camera())
    assert changed_after(SEEN_ON) is None
    assert changed_after(SEEN_ON - timedelta(days=1)) == SEEN_ON
    Followed.objects.create(stream="cameras", last_event=event.pk)
    assert changed_after(SEEN_ON - timedelta(days=1)) is None


def test_so_is_what_a_source_began_to_list():
    later = SEEN_ON + timedelta(days=1)
    make_event(make_camera())
    record = make_record(make_camera(), first_vintage_on=later, last_vintage_on=later)
    assert changed_after(SEEN_ON) == later
    Followed.objects.create(stream="records", last_event=record.pk)
    assert changed_after(SEEN_ON) is None
    assert changed_after(SEEN_ON - timedelta(days=1)) == SEEN_ON
