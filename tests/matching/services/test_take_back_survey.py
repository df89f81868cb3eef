"""Taking a survey back takes back what came with it, and nothing else."""

from datetime import date

import pytest

from mapper.cameras.models import Camera
from mapper.matching.services.take_back_survey import take_back_survey
from mapper.sightings.models import Sighting
from mapper.surveys.models import Survey
from mapper.vocabulary import Role, State
from tests.factories.cameras import make_camera, make_record
from tests.factories.sightings import make_sighting
from tests.matching.services.test_take_survey import TODAY, take

pytestmark = pytest.mark.django_db


def test_the_sightings_that_came_with_it_go_with_it(newcomer):
    seen = [make_camera(), make_camera()]
    for number, camera in enumerate(seen):
        make_record(camera, f"node/{number}")
    other = make_sighting(seen[0])
    survey = take(newcomer, seen=seen)
    take_back_survey(survey=survey, day=TODAY, by=Role.RESIDENT)
    take_back_survey(survey=survey, day=date(2026, 9, 21), by=Role.RESIDENT)
    assert Survey.objects.get().withdrawn_on == TODAY
    assert list(Sighting.objects.filter(withdrawn_on=None)) == [other]
    assert Sighting.objects.filter(withdrawn_on=TODAY).count() == 2
    assert set(Camera.objects.values_list("state", flat=True)) == {State.UNCONFIRMED}
