"""What a contributor's standing does to the cameras she spoke of."""

from datetime import timedelta

import pytest

from mapper.cameras.models import EventKind
from mapper.sightings.services.spread_standing import spread_standing
from mapper.vocabulary import Role, State
from tests.factories.cameras import SEEN_ON, make_camera
from tests.factories.sightings import make_contributor, make_sighting

pytestmark = pytest.mark.django_db

NEXT_DAY = SEEN_ON + timedelta(days=1)


def spread(*contributors):
    ids = [contributor.pk for contributor in contributors]
    return spread_standing(contributors=ids, day=NEXT_DAY, by=Role.RESIDENT)


def test_what_changes_is_told_and_given_back():
    contributor = make_contributor(has_standing=True)
    seen_twice, seen_once, another = make_camera(), make_camera(), make_camera()
    for camera in (seen_twice, seen_once):
        make_sighting(camera, contributor=contributor)
    for camera in (seen_twice, another):
        make_sighting(camera, observed_on=NEXT_DAY, received_on=NEXT_DAY)
    assert spread(contributor) == {seen_twice.pk}
    seen_twice.refresh_from_db()
    assert seen_twice.state == State.CONFIRMED
    assert seen_twice.events.filter(what=EventKind.STATE).count() == 1
    assert spread(contributor) == set()


def test_what_she_withdrew_is_not_touched():
    contributor = make_contributor(has_standing=True)
    make_sighting(make_camera(), contributor=contributor, withdrawn_on=SEEN_ON)
    assert spread(contributor) == set()
