"""Whether figures lag behind the cameras."""

from datetime import timedelta

import pytest

from mapper.coverage.models import Followed
from mapper.pages.places.behind import changed_after
from tests.factories.cameras import SEEN_ON, make_camera, make_event

pytestmark = pytest.mark.django_db


def test_without_changes_nothing_lags():
    assert changed_after(SEEN_ON) is None


def test_a_later_change_is_told_until_it_was_worked_in():
    event = make_event(make_camera())
    assert changed_after(SEEN_ON) is None
    assert changed_after(SEEN_ON - timedelta(days=1)) == SEEN_ON
    Followed.objects.create(stream="cameras", last_event=event.pk)
    assert changed_after(SEEN_ON - timedelta(days=1)) is None
