"""What one contributor sent within a window of days."""

from datetime import timedelta

import pytest

from mapper.moderation.rules.contributors import sightings_since
from tests.factories.cameras import SEEN_ON, make_camera
from tests.factories.sightings import make_contributor, make_sighting

pytestmark = pytest.mark.django_db


def test_it_is_what_she_sent_since_then_and_still_stands():
    her = make_contributor()
    before = SEEN_ON - timedelta(days=1)
    make_sighting(make_camera(), contributor=her, observed_on=before, received_on=before)
    make_sighting(make_camera(), contributor=her, withdrawn_on=SEEN_ON)
    make_sighting(make_camera())
    sent = [make_sighting(make_camera(), contributor=her) for _ in range(2)]
    assert list(sightings_since(her, SEEN_ON)) == sent
    assert sightings_since(her, before).count() == 3
