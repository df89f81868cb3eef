"""What a contributor sent, and what of it rests on her alone."""

from datetime import timedelta

import pytest

from mapper.sightings.rules.own_sightings import own_sightings, resting_on_her_alone
from tests.factories.cameras import SEEN_ON, make_camera, make_record
from tests.factories.sightings import make_contributor, make_sighting

pytestmark = pytest.mark.django_db


def test_her_own_are_listed_the_newest_first(django_assert_num_queries):
    contributor = make_contributor()
    old = make_sighting(make_camera(), contributor=contributor, withdrawn_on=SEEN_ON)
    later = SEEN_ON + timedelta(days=1)
    new = make_sighting(make_camera(), contributor=contributor, received_on=later)
    make_sighting(make_camera())
    with django_assert_num_queries(3):
        found = list(own_sightings(contributor))
        assert [sighting.camera.pk for sighting in found] == [new.camera_id, old.camera_id]
    assert found == [new, old]


def test_what_others_or_lists_tell_of_does_not_rest_on_her():
    contributor = make_contributor()
    alone, shared, anonymous, listed, taken_back, others_gone = (make_camera() for _ in range(6))
    for camera in (alone, alone, shared, anonymous, listed, others_gone):
        make_sighting(camera, contributor=contributor)
    make_sighting(taken_back, contributor=contributor, withdrawn_on=SEEN_ON)
    make_sighting(shared)
    make_sighting(anonymous, contributor=None)
    make_sighting(others_gone, withdrawn_on=SEEN_ON)
    make_record(listed)
    found = [sighting.camera for sighting in resting_on_her_alone(contributor)]
    assert found == [alone, alone, others_gone]
