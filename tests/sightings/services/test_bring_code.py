"""What a code does to the cameras its bearer spoke of before."""

from datetime import timedelta

import pytest

from mapper.contributors.rules.keys import key_hash
from mapper.contributors.services.make_codes import make_codes
from mapper.sightings.services.bring_code import bring_code
from mapper.vocabulary import Role, State
from tests.factories.cameras import SEEN_ON, make_camera
from tests.factories.sightings import make_contributor, make_sighting

pytestmark = pytest.mark.django_db

TODAY = SEEN_ON + timedelta(days=3)


def test_what_she_and_another_saw_is_confirmed_by_her_code(newcomer):
    camera = make_camera()
    make_sighting(camera, contributor=make_contributor(key_hash=key_hash(newcomer.key)))
    make_sighting(camera, observed_on=TODAY, received_on=TODAY)
    [code] = make_codes(number=1, days=14, day=TODAY, by=Role.OPERATOR)
    bring_code(code=code, sender=newcomer.sender, day=TODAY, by=Role.RESIDENT)
    camera.refresh_from_db()
    assert camera.state == State.CONFIRMED
